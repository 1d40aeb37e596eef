@requirement-1
Feature: FIA section 4.2.1, the codes by which an S1SP still refuses

  S1VE4 remains for a supplier that is not registered, should the DSP ever let one through. S1VE64 remains for whoever
  asks to replace a certificate that is not its own: before the change the operator whose meter point it is, after it
  the operator that has handed the device over as well.

  @fia-4.2.1.supplier @s1sp @from-secmp0107 @pit
  Rule: S1VE4 is what an S1SP still answers to a supplier that is not registered
    > Other SRVs as well as SRV 6.15.1 when sent from a Supplier are not impacted by this change.

    @negative @meets-fia-4.2.1.supplier @misses-fia-4.2.1.codes.network-operator
    Example: Past the DSP, Dunlin receives S1VE4
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Supplier slots hold Dunlin's certificates
      When the S1SP receives from the DSP Dunlin's request to place Curlew's certificates in the ESME's Supplier slots
      Then the S1SP refuses the request at its registration check
      And the refusal carries the code S1VE4
      And nothing has changed

    @positive
    Example: Registered, the supplier in the slots receives none
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Supplier slots hold Dunlin's certificates
      And the registered Import Supplier of the ESME is Dunlin
      When the S1SP receives from the DSP Dunlin's request to place Curlew's certificates in the ESME's Supplier slots
      Then the request is accepted
      And the ESME's Supplier slots hold Curlew's certificates

  @fia-3.2.3 @s1sp @before-secmp0107 @from-secmp0107 @pit @sit
  Rule: S1VE64 is what an S1SP answers to an operator whose certificate it does not keep
    > #3 S1SP validates the certificate owner with the Business Originator ID as per clause 4.2 of SEC Appendix AM -
    > SMETS1 Supporting Requirements (S1SR).

    @negative @fat @misses-fia-3.2.3.owner
    Scenario Outline: With SECMP0107 <state>, the registered operator receives S1VE64
      Given SECMP0107 is <state>
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the refusal carries the code S1VE64
      And only Northmoor receives an S1SP Alert, with the code S1VE64
      And nothing has changed

      Examples: Before and after (FIA 3.2 #3)
        | state        |
        | not in force |
        | in force     |

    @positive
    Scenario Outline: With SECMP0107 <state>, the registered operator receives none where the certificate is its own
      Given SECMP0107 is <state>
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold Northmoor's certificates
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted

      Examples: Before and after (FIA 3.2 #3)
        | state        |
        | not in force |
        | in force     |

  @fia-4.2.1.former-operator @s1sp @from-secmp0107 @pit @sit @uit
  Rule: S1VE64 is what the former operator receives
    > Once this has happened, the 'incorrect' Network Operator will no longer be able to talk to the device or alter the
    > certificates further as they will receive an S1VE64 error as their security credential is no longer on the device.

    @negative @fat @meets-fia-4.2.1.former-operator.code
    Example: Having handed the ESME over, Southfell receives S1VE64
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the refusal carries the code S1VE64
      And only Southfell receives an S1SP Alert, with the code S1VE64
      And nothing has changed

    @positive @misses-fia-4.2.1.former-operator.code
    Example: Before handing it over, Southfell receives none
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
