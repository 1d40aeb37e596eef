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
    Scenario Outline: <supplier>, registered and in the Supplier slots of the <device>, renews at <s1sp> while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      When <supplier> places <supplier>'s renewed certificates in the <device>'s Supplier slots
      Then the request is accepted
      And the <device>'s Supplier slots hold <supplier>'s renewed certificates
      And the <device>'s Network Operator slots are as they were

      Examples: Each S1SP, both fuels, before and from SECMP0107
        | s1sp  | state           | device | operator  | supplier |
        | S1SP1 | is not in force | ESME   | Northmoor | Curlew   |
        | S1SP2 | is not in force | GPF    | Ashdown   | Heron    |
        | S1SP3 | is not in force | ESME   | Northmoor | Curlew   |
        | S1SP1 | is in force     | GPF    | Ashdown   | Heron    |
        | S1SP2 | is in force     | ESME   | Northmoor | Curlew   |
        | S1SP3 | is in force     | GPF    | Ashdown   | Heron    |

    @negative @misses-s1sr-4.2.stored-certificate
    Scenario Outline: <supplier>, registered and not in the Supplier slots of the <device>, is refused by <s1sp> while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Supplier slots hold <other>'s certificates
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Each S1SP, both fuels, before and from SECMP0107
        | s1sp  | state           | device | operator  | supplier | other   |
        | S1SP1 | is not in force | ESME   | Northmoor | Curlew   | Dunlin  |
        | S1SP1 | is not in force | GPF    | Ashdown   | Heron    | Jackdaw |
        | S1SP1 | is in force     | ESME   | Northmoor | Curlew   | Dunlin  |
        | S1SP1 | is in force     | GPF    | Ashdown   | Heron    | Jackdaw |
        | S1SP2 | is not in force | ESME   | Northmoor | Curlew   | Dunlin  |
        | S1SP2 | is not in force | GPF    | Ashdown   | Heron    | Jackdaw |
        | S1SP2 | is in force     | ESME   | Northmoor | Curlew   | Dunlin  |
        | S1SP2 | is in force     | GPF    | Ashdown   | Heron    | Jackdaw |
        | S1SP3 | is not in force | ESME   | Northmoor | Curlew   | Dunlin  |
        | S1SP3 | is not in force | GPF    | Ashdown   | Heron    | Jackdaw |
        | S1SP3 | is in force     | ESME   | Northmoor | Curlew   | Dunlin  |
        | S1SP3 | is in force     | GPF    | Ashdown   | Heron    | Jackdaw |
