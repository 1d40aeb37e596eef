@requirement-1 @s1sp
Feature: S1SR clause 4.2, only the party in the slot may replace what is in it

  Once the registration check is lifted, one question is left between a Network
  Operator and a SMETS1 device: is the stored certificate yours? Southfell and
  Birchwater are in the slots. Northmoor and Ashdown are the registered operators
  and hold nothing; Westbrook and Coldharbour are neither.

  Background:
    Given SECMP0107 is in force

  @s1sr-4.2 @from-secmp0107
  Rule: The certificate that is stored decides, and not the register, nor the certificate that is brought
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device. Where
    the two do not match, the request is refused.

    @positive @pit @fat @sit @uit @meets-s1sr-4.2
    Scenario Outline: <holder>, whose certificates <s1sp> has stored for the <device>, may replace them
      Given a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Three S1SPs, two fuels
        | s1sp  | device | holder     | operator  |
        | S1SP1 | ESME   | Southfell  | Northmoor |
        | S1SP2 | ESME   | Southfell  | Northmoor |
        | S1SP3 | ESME   | Southfell  | Northmoor |
        | S1SP1 | GPF    | Birchwater | Ashdown   |
        | S1SP2 | GPF    | Birchwater | Ashdown   |
        | S1SP3 | GPF    | Birchwater | Ashdown   |

    @negative @pit @fat @sit @uit @misses-s1sr-4.2.stored-certificate
    Scenario Outline: <operator> is registered and brings its own certificates, and <s1sp> has stored another's
      Given a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <operator> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Three S1SPs, two fuels (FIA 3.2, validation #3)
        | s1sp  | device | holder     | operator  |
        | S1SP1 | ESME   | Southfell  | Northmoor |
        | S1SP2 | ESME   | Southfell  | Northmoor |
        | S1SP3 | ESME   | Southfell  | Northmoor |
        | S1SP1 | GPF    | Birchwater | Ashdown   |
        | S1SP2 | GPF    | Birchwater | Ashdown   |
        | S1SP3 | GPF    | Birchwater | Ashdown   |

    @negative @pit @fat @sit @misses-s1sr-4.2.business-originator
    Scenario Outline: <third> may not do at <s1sp> what <holder> may, though it asks for the same
      Given a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <third> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: An operator that is neither registered nor in the slot
        | s1sp  | device | holder     | operator  | third       |
        | S1SP1 | ESME   | Southfell  | Northmoor | Westbrook   |
        | S1SP2 | ESME   | Southfell  | Northmoor | Westbrook   |
        | S1SP3 | ESME   | Southfell  | Northmoor | Westbrook   |
        | S1SP1 | GPF    | Birchwater | Ashdown   | Coldharbour |
        | S1SP2 | GPF    | Birchwater | Ashdown   | Coldharbour |
        | S1SP3 | GPF    | Birchwater | Ashdown   | Coldharbour |

    @negative @pit @fat @sit @uit @misses-s1sr-4.2.stored-certificate
    Scenario Outline: Having handed the <device> over, <holder> is locked out of it at <s1sp>
      Given a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder> has placed <operator>'s certificates in the <device>'s Network Operator slots
      When <holder> places <holder>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Three S1SPs, two fuels (FIA 4.2.1)
        | s1sp  | device | holder     | operator  |
        | S1SP1 | ESME   | Southfell  | Northmoor |
        | S1SP2 | ESME   | Southfell  | Northmoor |
        | S1SP3 | ESME   | Southfell  | Northmoor |
        | S1SP1 | GPF    | Birchwater | Ashdown   |
        | S1SP2 | GPF    | Birchwater | Ashdown   |
        | S1SP3 | GPF    | Birchwater | Ashdown   |
