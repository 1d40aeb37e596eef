@requirement-1 @dsp @pit
Feature: SRPD clause 6.2(a), the Import Supplier that joins a gas meter to its proxy

  Electricity and gas share one Communications Hub Function. Curlew is the Import Supplier for the ESME, Heron the Gas
  Supplier for the GSME and the GPF; Dunlin and Jackdaw supply nothing here. SECMP0107 adds a paragraph to clause 6.2
  and takes none away. The Join Service sent here is the Non-Critical one, because on SMETS2 a Critical request has no
  registration check to be lifted.

  @srpd-6.2.a
  Rule: The Import Supplier of the home may join the gas meter, though the gas is another's
    > an Import Supplier that is the Responsible Supplier for a Smart Metering
    > System that shares a Communications Hub Function with a Smart Metering
    > System that includes a Gas Smart Meter sends a 'Join Service' Service
    > Request to join that Gas Smart Meter to a Gas Proxy Function;

    @positive @sit @from-secmp0107 @before-secmp0107 @meets-srpd-6.2.a
    Scenario Outline: Curlew joins the GSME to the GPF while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the request is accepted

      Examples: The paragraph is older than SECMP0107 (FIA 4.3)
        | state           |
        | is not in force |
        | is in force     |

    @positive @from-secmp0107 @meets-srpd-6.2.a
    Example: The DSP goes by this paragraph and says so
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the request is accepted
      And the DSP cites SRPD 6.2(a) in its audit trail

    @negative @from-secmp0107 @misses-srpd-6.2.a.role
    Scenario Outline: <sender>, registered as the ESME's <role>, does not send as the Import Supplier of the home
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      But the registered <role> of the ESME is <sender>
      When <sender> sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Registered in another role, and sending in another one (SRPD 6.2(a): "an Import Supplier")
        | role            | sender  |
        | Export Supplier | Dunlin  |
        | Import Supplier | Jackdaw |

    @negative @sit @from-secmp0107 @misses-srpd-6.2.a.role
    Example: A Gas Supplier that supplies another home is no Import Supplier of this one
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Jackdaw sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @sit @from-secmp0107 @misses-srpd-6.2.a.responsible-supplier
    Example: An Import Supplier that is not responsible for the electricity here may not
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Dunlin sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @misses-srpd-6.2.a.shared-hub
    Example: The electricity next door is not electricity on this Communications Hub Function
      Given SECMP0107 is in force
      And a SMETS2 GPF registered to Ashdown
      And a SMETS2 GSME registered to Ashdown
      But a SMETS2 ESME on another Communications Hub Function, registered to Northmoor
      When Curlew sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @misses-srpd-6.2.a.join-service
    Example: To join the gas meter is not to read its proxy
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Read Network Data' Service Request to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @misses-srpd-6.2.a.gas-smart-meter
    Example: What is joined to the proxy must be a gas meter, and an ESME is none
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Join Service (Non-Critical)' Service Request to join the ESME to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @misses-srpd-6.2.a.gas-proxy-function @open-O3.device-type
    Example: What the gas meter is joined to must be a proxy, and the meter itself is none
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GSME
      Then the answer is one that O3.device-type admits:
        | reading                | outcome                                      |
        | registered-party-first | refused by the DSP at its registration check |
        | device-type-first      | refused by the DSP at its device type check  |
