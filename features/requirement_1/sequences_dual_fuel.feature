@requirement-1 @s1sp @pit @sit
Feature: S1SR clause 4.2, one home, two devices, two corrections

  ESME and GPF share a Communications Hub Function and an S1SP, and are kept apart
  nevertheless: to correct the one corrects nothing at the other. Southfell is in
  the ESME's slots and Birchwater in the GPF's; the meter points are Northmoor's
  and Ashdown's.

  Background:
    Given SECMP0107 is in force

  @s1sr-4.2 @from-secmp0107
  Rule: A certificate is stored for one device, and answers for that device alone
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device.

    @positive @meets-s1sr-4.2
    Scenario Outline: At <s1sp> the <device> is corrected and the <other> is not
      Given a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      But the ESME's Network Operator slots hold Southfell's certificates
      And the GPF's Network Operator slots hold Birchwater's certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates
      But the <other>'s Network Operator slots are as they were

      Examples: Three S1SPs, the electricity or the gas
        | s1sp  | device | holder     | operator  | other |
        | S1SP1 | ESME   | Southfell  | Northmoor | GPF   |
        | S1SP2 | ESME   | Southfell  | Northmoor | GPF   |
        | S1SP3 | ESME   | Southfell  | Northmoor | GPF   |
        | S1SP1 | GPF    | Birchwater | Ashdown   | ESME  |
        | S1SP2 | GPF    | Birchwater | Ashdown   | ESME  |
        | S1SP3 | GPF    | Birchwater | Ashdown   | ESME  |

    @positive @uit @meets-s1sr-4.2
    Scenario Outline: With the <corrected> corrected and the <other> not, <operator> renews in the <corrected>
      Given a SMETS1 dual-fuel installation registered to Northmoor and Ashdown
      But the ESME's Network Operator slots hold Southfell's certificates
      And the GPF's Network Operator slots hold Birchwater's certificates
      And <holder> has placed <operator>'s certificates in the <corrected>'s Network Operator slots
      When <operator> places <operator>'s renewed certificates in the <corrected>'s Network Operator slots
      Then the request is accepted
      And the <corrected>'s Network Operator slots hold <operator>'s renewed certificates
      But the <other>'s Network Operator slots are as they were

      Examples: The electricity or the gas
        | corrected | holder     | operator  | other |
        | ESME      | Southfell  | Northmoor | GPF   |
        | GPF       | Birchwater | Ashdown   | ESME  |

    @negative @uit @misses-s1sr-4.2.stored-certificate
    Scenario Outline: With the <corrected> corrected and the <other> not, <waiting> still waits for the <other>
      Given a SMETS1 dual-fuel installation registered to Northmoor and Ashdown
      But the ESME's Network Operator slots hold Southfell's certificates
      And the GPF's Network Operator slots hold Birchwater's certificates
      And <holder> has placed <operator>'s certificates in the <corrected>'s Network Operator slots
      When <waiting> places <waiting>'s certificates in the <other>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: The electricity or the gas
        | corrected | holder     | operator  | other | waiting   |
        | ESME      | Southfell  | Northmoor | GPF   | Ashdown   |
        | GPF       | Birchwater | Ashdown   | ESME  | Northmoor |
