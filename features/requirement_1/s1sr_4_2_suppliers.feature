@requirement-1 @pit
Feature: S1SR clause 4.2, the supplier's own certificates

  The clause speaks of a certificate and not of whose. Curlew supplies the
  electricity and Heron the gas; where a former supplier's certificates are still
  stored, the registered one is as helpless as a Network Operator would be, and
  SECMP0107 is not there to help it.

  @s1sr-4.2 @s1sp @sit @before-secmp0107 @from-secmp0107
  Rule: A supplier is held to the stored certificate as an operator is
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device.

    @positive @meets-s1sr-4.2
    Scenario Outline: <supplier>, registered and in the Supplier slots of the <device>, renews while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <operator>
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the request is accepted
      And the <device>'s Supplier slots hold <supplier>'s certificates
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels, before and from SECMP0107
        | state           | device | operator  | supplier |
        | is not in force | ESME   | Northmoor | Curlew   |
        | is not in force | GPF    | Ashdown   | Heron    |
        | is in force     | ESME   | Northmoor | Curlew   |
        | is in force     | GPF    | Ashdown   | Heron    |

    @negative @misses-s1sr-4.2.stored-certificate
    Scenario Outline: <supplier>, registered and not in the Supplier slots of the <device>, is refused while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Supplier slots hold <other>'s certificates
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Both fuels, before and from SECMP0107
        | state           | device | operator  | supplier | other   |
        | is not in force | ESME   | Northmoor | Curlew   | Dunlin  |
        | is not in force | GPF    | Ashdown   | Heron    | Jackdaw |
        | is in force     | ESME   | Northmoor | Curlew   | Dunlin  |
        | is in force     | GPF    | Ashdown   | Heron    | Jackdaw |
