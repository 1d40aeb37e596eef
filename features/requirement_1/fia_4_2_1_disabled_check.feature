@requirement-1
Feature: FIA section 4.2.1, what the S1SPs no longer ask and what they still ask

  Each of the three S1SPs stops asking a Network Operator for the meter point. None of them stops asking for the
  certificate: that question is now the only guard of the slots. Southfell holds the slots of devices on Northmoor's
  network, and Westbrook has neither the meter point nor the certificate.

  Background:
    Given SECMP0107 is in force

  @fia-4.2.1.disable @s1sp @from-secmp0107
  Rule: At every S1SP, a Network Operator that owns the certificate may hand the slots to the right operator
    > All three S1SPs will disable the RDP check for SRV 6.15.1, when sent from a Network Operator, to allow the
    > 'incorrect' Network Operator to be able to place the 'correct' Network Operator certificates on device's virtual
    > anchor slots.

    @positive @pit @fat @sit @uit @meets-fia-4.2.1.disable @misses-fia-4.2.1.supplier.sender
    Scenario Outline: <s1sp> lets <holder> give a <device> back to <registered>
      Given a SMETS1 <device> served by <s1sp> and registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: All three S1SPs, both fuels (FIA 4.2.1)
        | s1sp  | device | registered | holder     |
        | S1SP1 | ESME   | Northmoor  | Southfell  |
        | S1SP2 | ESME   | Northmoor  | Southfell  |
        | S1SP3 | ESME   | Northmoor  | Southfell  |
        | S1SP1 | GPF    | Ashdown    | Birchwater |
        | S1SP2 | GPF    | Ashdown    | Birchwater |
        | S1SP3 | GPF    | Ashdown    | Birchwater |

    @negative @pit @sit @misses-fia-4.2.1.disable.all-three
    Scenario Outline: What two S1SPs have done, <s1sp> has not done by that
      Given <s1sp> has not deployed SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

      Examples: Each of the three in turn (FIA 4.2.1)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @pit @sit
    Scenario Outline: What <late> has not done, <s1sp> has done all the same
      Given <late> has not deployed SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: Each of the three in turn (FIA 4.2.1)
        | late  | s1sp  |
        | S1SP1 | S1SP2 |
        | S1SP2 | S1SP3 |
        | S1SP3 | S1SP1 |

    @negative @pit @fat @sit @uit
    Scenario Outline: The certificate is still asked for, of <operator> as of anybody
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <operator> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: The registered operator, and one that has neither (FIA 3.2 #3)
        | device | registered | holder     | operator   |
        | ESME   | Northmoor  | Southfell  | Northmoor  |
        | ESME   | Northmoor  | Southfell  | Westbrook  |
        | GPF    | Ashdown    | Birchwater | Ashdown    |
        | GPF    | Ashdown    | Birchwater | Coldharbour |
