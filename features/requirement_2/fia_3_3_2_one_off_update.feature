@requirement-2 @s1sp @from-secmp0107
Feature: FIA section 3.3.2, wrong certificates are put right in the S1SPs' own databases

  For a SMETS1 device the S1SP keeps the Network Operator's certificates as records of its database. Some of them are
  Southfell's, though the device is on Northmoor's network. The one-off update replaces these, in the database and all
  at once, and no operator has to send anything.

  Background:
    Given SECMP0107 is in force

  @fia-3.3.2 @pit @sit
  Rule: What stands wrongly in an anchor slot is replaced, and whatever else the database holds is left
    > This means, DCC to undertake corrective action to fix the incorrect' Network Operator's certificate(s) as one-off
    > activity on the SMETS1 Device's virtual anchor slots (database at S1SP systems) in LIVE environment following the
    > deployment of Requirement 1 if the impacted Parties deem it worthwhile to do so given the numbers of devices
    > involved.

    @positive @meets-fia-3.3.2
    Scenario Outline: <holder>'s certificates give way to <operator>'s on the <device> of <s1sp>
      Given a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <s1sp>'s update is carried out
      Then the <device>'s Network Operator slots hold <operator>'s certificates
      But the <device>'s Supplier slots are as they were

      Examples: Three S1SPs, two fuels (FIA 4.2.2 and 6.3)
        | s1sp  | device | holder     | operator  |
        | S1SP1 | ESME   | Southfell  | Northmoor |
        | S1SP2 | ESME   | Southfell  | Northmoor |
        | S1SP3 | ESME   | Southfell  | Northmoor |
        | S1SP1 | GPF    | Birchwater | Ashdown   |
        | S1SP2 | GPF    | Birchwater | Ashdown   |
        | S1SP3 | GPF    | Birchwater | Ashdown   |

    @positive @meets-fia-3.3.2
    Scenario Outline: A device of <s1sp> with one wrong slot has that one put right
      When <s1sp>'s update is carried out
      Then the devices of <s1sp> <plight> hold their registered operator's published certificates

      Examples: The critical slot and the non-critical one (S1SR clause 2)
        | s1sp  | plight                                                                  |
        | S1SP1 | that hold another operator's certificate in the critical slot alone     |
        | S1SP2 | that hold another operator's certificate in the non-critical slot alone |

    @positive @meets-fia-3.3.2
    Scenario Outline: Every wrong slot of <s1sp> is put right, and not one row of its database beside them is touched
      When <s1sp>'s update is carried out
      Then the devices of <s1sp> that hold another operator's certificates hold their registered operator's published certificates
      And exactly the slots of <s1sp> that are to be corrected have changed

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @misses-fia-3.3.2.incorrect
    Scenario Outline: A <device> of <s1sp> with the certificates of its own operator keeps them, byte for byte
      Given a SMETS1 <device> served by <s1sp> and registered to <operator>
      When <s1sp>'s update is carried out
      Then the <device>'s Network Operator slots are as they were
      And the devices of <s1sp> that hold their registered operator's certificates are as they were

      Examples: Two fuels (FIA 4.2.2)
        | s1sp  | device | operator  |
        | S1SP1 | ESME   | Northmoor |
        | S1SP2 | GPF    | Ashdown   |

    @negative @misses-fia-3.3.2.smets1-slots
    Example: The records of SMETS2 devices are no anchor slots, whosever certificates they name
      When S1SP1's update is carried out
      Then the devices of S1SP1 of the SMETS2 generation are as they were
