@requirement-1 @dsp @from-secmp0107
Feature: FIA 4.5.1 against SRPD 6.2(d), which updates of credentials the DSP lets through

  A 6.15.1 names whose certificates it replaces, the Network Operator's or the Supplier's. Five sentences of the
  documents say which of them the DSP exempts from its registration check, and no two agree. Whatever is ruled, the
  S1SP still asks who owns the stored certificate. Northmoor is the registered operator, Southfell holds the Network
  Operator slots, Dunlin is an Import Supplier that is not registered.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-4.5.1
  Rule: The DSP's exemption is for a Network Operator's update of the Network Operator Certificate
    > RDP checks will be updated so that checks are not applicable to SRV6.15.1 issued to update the Network Operator
    > Certificate if the sender is a Network Operator and the target is a SMETS1 Device.

    SRPD 6.2(d) exempts whatever is "received from an Electricity Distributor or Gas Transporter", with no word about
    the certificate, while 4.5.1 adds one. FIA 3.3.1 would "remove the additional Registered Data Provider validation
    step" for every sender, and FIA 1 for whatever "targets Network Operator certificates".

    @positive @pit @fat @sit @uit @meets-fia-4.5.1
    Example: A Network Operator's update of the Network Operator Certificate is exempt under every reading
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @pit @sit @misses-fia-4.5.1.variant
    Example: No other request of the same operator is exempt
      When Southfell sends a 'Retrieve Device Security Credentials (KRP)' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @pit @sit @open-O1.dsp @misses-fia-4.5.1.network-operator-certificate
    Example: It is open whether the DSP stops a Network Operator that names the Supplier slots
      When Southfell places Northmoor's certificates in the ESME's Supplier slots
      Then the answer is one that O1.dsp admits:
        | reading                                  | outcome                                                                                   |
        | as-worded                                | refused by the S1SP or refused by the DSP on a ground of its own                          |
        | network-operator-certificates            | refused by the DSP at its registration check or refused by the DSP on a ground of its own |
        | every-6.15.1                             | refused by the S1SP or refused by the DSP on a ground of its own                          |
        | any-sender-network-operator-certificates | refused by the DSP at its registration check or refused by the DSP on a ground of its own |

    @negative @pit @sit @open-O1.dsp
    Example: It is open whether the DSP stops an unregistered Supplier that names the Network Operator slots
      When Dunlin places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O1.dsp admits:
        | reading                                  | outcome                                                          |
        | as-worded                                | refused by the DSP                                               |
        | network-operator-certificates            | refused by the DSP                                               |
        | every-6.15.1                             | refused by the S1SP or refused by the DSP on a ground of its own |
        | any-sender-network-operator-certificates | refused by the S1SP or refused by the DSP on a ground of its own |

    @negative @pit @sit @open-O1.dsp
    Example: It is open whether the DSP stops an unregistered Supplier that names the Supplier slots
      When Dunlin places Dunlin's certificates in the ESME's Supplier slots
      Then the answer is one that O1.dsp admits:
        | reading                                  | outcome                                      |
        | as-worded                                | refused by the DSP at its registration check |
        | network-operator-certificates            | refused by the DSP at its registration check |
        | every-6.15.1                             | refused by the S1SP                          |
        | any-sender-network-operator-certificates | refused by the DSP at its registration check |
