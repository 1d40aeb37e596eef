@requirement-1 @s1sp @pit @sit
Feature: S1SR clause 4.2, a certificate that changes hands more than once

  Each replacement decides who may make the next one. Southfell is in the slot of
  Northmoor's ESME and hands it over; Westbrook is a stranger to both. Birchwater,
  Ashdown and Coldharbour stand likewise to a GPF.

  Background:
    Given SECMP0107 is in force

  @s1sr-4.2 @from-secmp0107
  Rule: Whoever was put in the slot last holds it, and nobody before
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device.

    @positive @uit @meets-s1sr-4.2.stored-certificate
    Scenario Outline: Put in the slot of the <device>, <operator> can renew there
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder> has placed <operator>'s certificates in the <device>'s Network Operator slots
      When <operator> places <operator>'s renewed certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s renewed certificates
      And the <device>'s Supplier slots are as they were

      Examples: Both fuels
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @negative @uit @misses-s1sr-4.2.stored-certificate
    Scenario Outline: What <holder> did once it cannot do again, though the request is the same
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder> has placed <operator>'s certificates in the <device>'s Network Operator slots
      When <holder> sends the same request again
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @negative @misses-s1sr-4.2.business-originator
    Scenario Outline: <third> was refused before the hand-over of the <device>, and is refused after it
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <third> has tried to place <operator>'s certificates in the <device>'s Network Operator slots
      And <holder> has placed <operator>'s certificates in the <device>'s Network Operator slots
      When <third> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | holder     | operator  | third       |
        | ESME   | Southfell  | Northmoor | Westbrook   |
        | GPF    | Birchwater | Ashdown   | Coldharbour |
