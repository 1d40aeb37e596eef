@requirement-1 @s1sp @pit
Feature: S1SR clause 4.2, a check left as it was

  The Modification lifts two validations and keeps the third. What the S1SP asked
  of the stored certificate before SECMP0107, it asks afterwards, word for word.
  Northmoor and Ashdown are the registered operators; so whatever refuses them
  here can only be the certificate.

  @s1sr-4.2
  Rule: Who owns the stored certificate mattered before SECMP0107 and matters after
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device.

    @positive @sit @uit @before-secmp0107 @from-secmp0107 @meets-s1sr-4.2
    Scenario Outline: <operator>, registered and in the slots of the <device>, renews while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <operator>
      When <operator> places <operator>'s renewed certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s renewed certificates
      And the <device>'s Supplier slots are as they were

      Examples: Both fuels, before and from SECMP0107
        | state           | device | operator  |
        | is not in force | ESME   | Northmoor |
        | is not in force | GPF    | Ashdown   |
        | is in force     | ESME   | Northmoor |
        | is in force     | GPF    | Ashdown   |

    @negative @sit @uit @before-secmp0107 @from-secmp0107 @misses-s1sr-4.2.stored-certificate
    Scenario Outline: <operator>, registered and not in the slots of the <device>, is refused while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <operator> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels, before and from SECMP0107 (FIA 3.2, validation #3)
        | state           | device | holder     | operator  |
        | is not in force | ESME   | Southfell  | Northmoor |
        | is not in force | GPF    | Birchwater | Ashdown   |
        | is in force     | ESME   | Southfell  | Northmoor |
        | is in force     | GPF    | Birchwater | Ashdown   |

  @s1sr-4.2 @from-secmp0107
  Rule: The S1SP asks it of whatever the DSP hands over
    Paraphrase:
    the certificate that it has stored for the device. Where the two do not
    match, the request is refused.

    @positive @meets-s1sr-4.2
    Scenario Outline: Handed a request by <holder>, whose certificates it has stored, <s1sp> carries it out
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the S1SP receives from the DSP <holder>'s request to place <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Each S1SP alone
        | s1sp  | device | holder     | operator  |
        | S1SP1 | GPF    | Birchwater | Ashdown   |
        | S1SP2 | ESME   | Southfell  | Northmoor |
        | S1SP3 | GPF    | Birchwater | Ashdown   |

    @negative @misses-s1sr-4.2.business-originator
    Scenario Outline: Handed the same request by <third>, <s1sp> refuses it
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the S1SP receives from the DSP <third>'s request to place <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Each S1SP alone, a third operator or the registered one
        | s1sp  | device | holder     | operator  | third       |
        | S1SP1 | GPF    | Birchwater | Ashdown   | Coldharbour |
        | S1SP2 | ESME   | Southfell  | Northmoor | Westbrook   |
        | S1SP3 | GPF    | Birchwater | Ashdown   | Ashdown     |
