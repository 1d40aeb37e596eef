@requirement-2 @s1sp @from-secmp0107
Feature: FIA sections 5.1.2 and 5.2, each S1SP's update is a script of its own

  In Pre-Integration Testing each S1SP shows by itself that its update works: a script that is given a database, and
  nothing else. In System Integration Testing each S1SP's script is played, and none of them reaches into another
  S1SP's records.

  Background:
    Given SECMP0107 is in force

  @fia-5.1.2 @pit
  Rule: A database is all that the update needs
    > If requirement 2 is approved by the stakeholders to be included in scope, Pre-Integration Testing (PIT) will be
    > required to check that the functionality described above can be executed independently as a database script.

    Illustrative: as long as nobody executes a script, none can be wrong; it shows that the slots do not mend themselves.

    @positive @meets-fia-5.1.2.script
    Scenario Outline: With no gateway, no DSP and no other S1SP within reach, the script of <s1sp> corrects what is wrong
      When <s1sp>'s update is carried out
      Then the update of <s1sp> says that it succeeded
      And exactly the slots of <s1sp> that are to be corrected have changed

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @illustrative @misses-fia-5.1.2.script
    Example: As long as nobody executes the script, wrong slots stay wrong
      When the wrong devices of S1SP1 are counted
      Then the update is required for S1SP1
      And the slots of S1SP1 are as they were

  @fia-5.2.data-update @sit
  Rule: Each S1SP's script is about that S1SP's devices and no others
    > If requirement 2 is approved by the stakeholders to be included in scope, the System Integration effort will be
    > required to ensure the data update scripts specific to individual S1SPs are tested by as part of System Integration
    > Testing.

    @positive @meets-fia-5.2.data-update.each-s1sp
    Example: When all three have been carried out, each S1SP's wrong slots and no others have changed
      When every S1SP's update is carried out
      Then exactly the slots of S1SP1 that are to be corrected have changed
      And exactly the slots of S1SP2 that are to be corrected have changed
      And exactly the slots of S1SP3 that are to be corrected have changed

    @negative @misses-fia-5.2.data-update.each-s1sp
    Scenario Outline: The update of <s1sp> leaves what is wrong at <other>
      When <s1sp>'s update is carried out
      Then the slots of <other> are as they were

      Examples: Each beside each (FIA 6.3)
        | s1sp  | other |
        | S1SP1 | S1SP2 |
        | S1SP1 | S1SP3 |
        | S1SP2 | S1SP1 |
        | S1SP2 | S1SP3 |
        | S1SP3 | S1SP1 |
        | S1SP3 | S1SP2 |
