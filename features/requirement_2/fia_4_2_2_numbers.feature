@requirement-2 @s1sp @from-secmp0107
Feature: FIA section 4.2.2, which devices count as wrong

  The Full Impact Assessment counts devices, by cohort and by type. A device has two Network Operator slots, and counts
  once if either of them holds the certificate of an operator that is not registered for its meter point. A certificate
  names an Entity Identifier and a registration an operator, which may have several.

  Background:
    Given SECMP0107 is in force

  @fia-4.2.2.numbers @pit @sit
  Rule: Wrong is a device whose slot holds the certificate of an operator that is not the registered one
    > At the time of drafting this FIA, following are the numbers of SMETS1 Devices where the certificate in the Network
    > Operator anchor slot belongs to a Network Operator who is not the registered owner of the device.

    @positive @meets-fia-4.2.2.numbers
    Scenario Outline: At <s1sp> as many devices are corrected as hold another operator's certificates and can be
      When <s1sp>'s update is carried out
      Then as many devices and slots of <s1sp> have been corrected as were to be, in each cohort and of each type

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @meets-fia-4.2.2.numbers
    Scenario Outline: Counted again after the update of <s1sp>, wrong devices are those alone that it has to leave
      Given <s1sp>'s update has been carried out
      When the wrong devices of <s1sp> are counted
      Then the wrong devices of <s1sp> are those that are left alone

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @misses-fia-4.2.2.numbers.devices
    Example: A device with both slots wrong is one device and two slots
      Given a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When S1SP1's update is carried out
      Then the ESME counts as 1 device and 2 slots of S1SP1

    @negative @misses-fia-4.2.2.numbers.another-operator
    Example: Another User ID of the registered operator is no other operator
      When S1SP1's update is carried out
      Then the devices of S1SP1 that hold certificates of another User ID of their registered operator are as they were

    @positive @meets-fia-4.2.2.numbers @fia-population
    Example: The Assessment's devices of August 2021 are found among a million that are right
      Given the databases hold as many wrong devices as the Assessment counts
      When the wrong devices of every S1SP are counted
      Then they number:
        | cohort | device | number |
        | IOC    | ESME   | 9024   |
        | IOC    | GPF    | 18905  |
        | MOC    | ESME   | 125    |
        | MOC    | GPF    | 1226   |

    @positive @meets-fia-4.2.2.numbers @fia-population
    Example: Of that many, exactly the slots that are to be corrected change
      Given the databases hold as many wrong devices as the Assessment counts
      When every S1SP's update is carried out
      Then exactly the slots of S1SP1 that are to be corrected have changed
      And exactly the slots of S1SP2 that are to be corrected have changed
      And exactly the slots of S1SP3 that are to be corrected have changed

  @mp107-03 @pit @sit
  Rule: An S1SP in whose database nothing is wrong needs no update
    > For Requirement 2, S1SP3 cost is included for completeness by averaging the cost of other 2 S1SPs. If no incorrect
    > certificate data is identified related to S1SP 3, this cost will be removed.

    Illustrative: the count is the suite's own, by which somebody decides whether an update is needed at all.

    @negative @illustrative @meets-mp107-03.none
    Example: With nothing wrong at S1SP3 the update is not required there
      Given nothing is wrong in S1SP3's database
      When the wrong devices of S1SP3 are counted
      Then the update is not required for S1SP3
      And the slots of S1SP3 are as they were

    @positive @illustrative @misses-mp107-03.none
    Example: With wrong devices at S1SP3 it is required
      When the wrong devices of S1SP3 are counted
      Then the update is required for S1SP3

    @negative @meets-mp107-03.none
    Example: Carried out at S1SP3 all the same, the update finds nothing to do and does nothing
      Given nothing is wrong in S1SP3's database
      When S1SP3's update is carried out
      Then the update of S1SP3 says that it succeeded
      And the slots of S1SP3 are as they were

    @positive @misses-mp107-03.none
    Example: With wrong devices at S1SP3, of which the Assessment has no figures, its update corrects them
      When S1SP3's update is carried out
      Then exactly the slots of S1SP3 that are to be corrected have changed
