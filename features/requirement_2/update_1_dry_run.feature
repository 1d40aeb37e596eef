@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 1, what a dry run shows

  Before a production run is agreed somebody wants its numbers. An update that offers a dry run reads the database, says
  what it would correct, and writes nothing that anybody would miss.

  Background:
    Given SECMP0107 is in force

  @update-1 @pit @sit
  Rule: A dry run counts and does not correct
    Paraphrase: A dry run changes nothing in the database, and counts what the update would correct by cohort and type
    of device.

    @negative @meets-update-1.dry-run
    Scenario Outline: The dry run at <s1sp> leaves every row as it is
      When <s1sp>'s update is tried in a dry run
      Then the slots of <s1sp> are as they were

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @meets-update-1.counts
    Scenario Outline: The dry run at <s1sp> counts the wrong devices of each cohort and type, and their slots
      When <s1sp>'s update is tried in a dry run
      Then the update counts the wrong devices and slots of <s1sp>, in each cohort and of each type, and those that it would correct

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @meets-update-1.counts @fia-population
    Scenario Outline: The dry run at <s1sp> counts as many of cohort <cohort> as the Assessment does
      Given the databases hold as many wrong devices as the Assessment counts
      When <s1sp>'s update is tried in a dry run
      Then the update counts the wrong devices and slots of <s1sp>, in each cohort and of each type, and those that it would correct

      Examples: The cohorts of which the Assessment has figures (FIA 4.2.2)
        | s1sp  | cohort |
        | S1SP1 | IOC    |
        | S1SP2 | MOC    |

    @positive @misses-update-1.dry-run
    Example: The same update that is no dry run corrects
      Given S1SP1's update has been tried in a dry run
      When S1SP1's update is carried out
      Then exactly the slots of S1SP1 that are to be corrected have changed

    @positive @misses-update-1.counts
    Example: Once everything is corrected the dry run counts nothing
      Given S1SP1's update has been carried out
      When S1SP1's update is tried in a dry run
      Then the update says that it would correct no device of S1SP1
