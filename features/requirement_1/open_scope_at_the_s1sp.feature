@requirement-1 @s1sp @from-secmp0107
Feature: FIA 4.2.1 and 4.6.1 against SRPD 6.2(d), which updates of credentials an S1SP lets through

  An S1SP makes a registration check of its own. FIA 4.2.1 says twice which requests it is lifted for, once as widely
  as SRPD 6.2(d) and once more narrowly. The S1SP is asked here without the DSP before it. Northmoor is the registered
  operator, Southfell holds the Network Operator slots; Curlew is the registered Import Supplier, Dunlin is not.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-4.6.1
  Rule: An S1SP's exemption is for a Network Operator's update of the Network Operator Certificate
    > RDP checks will be removed so that checks are not applicable to SRV6.15.1 issued to update the Network Operator
    > Certificate if the sender is a Network Operator.

    FIA 4.2.1 confines it likewise, "only applicable to SRV 6.15.1 targeting the Network Operator Certificate when
    sent from a Network Operator". But it also says that S1SPs "will disable the RDP check for SRV 6.15.1, when sent
    from a Network Operator", and that is as far as SRPD 6.2(d) goes.

    @positive @pit @fat @meets-fia-4.6.1
    Example: A Network Operator's update of the Network Operator Certificate is exempt under every reading
      When the S1SP receives from the DSP Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @pit @open-O1.s1sp @misses-fia-4.6.1.network-operator-certificate
    @misses-fia-4.2.1.codes.network-operator-certificate
    Example: It is open on which ground an S1SP stops a Network Operator that names the Supplier slots
      When the S1SP receives from the DSP Westbrook's request to place Northmoor's certificates in the ESME's Supplier slots
      Then the answer is one that O1.s1sp admits:
        | reading                                  | outcome                                                                                              |
        | as-worded                                | refused by the S1SP at its certificate ownership check or refused by the S1SP on a ground of its own |
        | network-operator-certificates            | refused by the S1SP at its registration check or refused by the S1SP on a ground of its own          |
        | every-6.15.1                             | refused by the S1SP at its certificate ownership check or refused by the S1SP on a ground of its own |
        | any-sender-network-operator-certificates | refused by the S1SP at its registration check or refused by the S1SP on a ground of its own          |

    @negative @pit @open-O1.s1sp
    Example: It is open on which ground an S1SP stops an unregistered Supplier that names the Network Operator slots
      When the S1SP receives from the DSP Dunlin's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O1.s1sp admits:
        | reading                                  | outcome                                                                                              |
        | as-worded                                | refused by the S1SP at its registration check or refused by the S1SP on a ground of its own          |
        | network-operator-certificates            | refused by the S1SP at its registration check or refused by the S1SP on a ground of its own          |
        | every-6.15.1                             | refused by the S1SP at its certificate ownership check or refused by the S1SP on a ground of its own |
        | any-sender-network-operator-certificates | refused by the S1SP at its certificate ownership check or refused by the S1SP on a ground of its own |

    @negative @pit @open-O1.s1sp
    Example: It is open whether an S1SP stops a former Supplier whose certificates are still in the slots
      Given the ESME's Supplier slots hold Dunlin's certificates
      When the S1SP receives from the DSP Dunlin's request to place Curlew's certificates in the ESME's Supplier slots
      Then the answer is one that O1.s1sp admits:
        | reading                                  | outcome                                       |
        | as-worded                                | refused by the S1SP at its registration check |
        | network-operator-certificates            | refused by the S1SP at its registration check |
        | every-6.15.1                             | accepted                                      |
        | any-sender-network-operator-certificates | refused by the S1SP at its registration check |
