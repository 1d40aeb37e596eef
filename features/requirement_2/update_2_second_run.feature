@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 2, a second run finds nothing to do

  A one-off activity is sometimes started twice. What the first run has put right, the second leaves: not a certificate
  is written again, and no version of a record rises.

  Background:
    Given SECMP0107 is in force

  @update-2 @pit @sit
  Rule: The second run changes nothing that the first has put right
    Paraphrase: Carried out again on a database that it has put right, the update changes nothing.

    @negative @meets-update-2.put-right
    Scenario Outline: The second run at <s1sp> leaves every row as it is
      Given <s1sp>'s update has been carried out
      When <s1sp>'s update is carried out
      Then the slots of <s1sp> are as they were

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @misses-update-2.put-right
    Example: The first run has something to put right
      When S1SP1's update is carried out
      Then exactly the slots of S1SP1 that are to be corrected have changed
