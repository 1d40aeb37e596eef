@message-integrity @s1sp @from-secmp0107
Feature: S1SR clause 4.2, two requests for one slot at once

  A holder that is not sure of having been heard sends its request a second time, and both are under way. The first to
  be carried out takes the slots from it, whichever that is; the second finds them in other hands.

  Background:
    Given SECMP0107 is in force

  @s1sr-4.2 @pit @sit
  Rule: The stored certificate lets one of two requests through, and never half of each
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the Entity Identifier of the certificate
    that it has stored for the device. Where the two do not match, the request is refused.

    @positive
    Scenario Outline: Of two requests by <holder> to hand over the <device>, one wins and the other finds <operator> there
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder> has submitted two requests to place <operator>'s certificates in the <device>'s Network Operator slots
      When both requests come to their end
      Then exactly one of the two is accepted
      And the S1SP refuses the other at its certificate ownership check
      And the <device>'s Network Operator slots hold <operator>'s certificates
      And the <device>'s Supplier slots are as they were

      Examples: Both fuels (FIA 3.2, validation #3)
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |
