@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 4, the way back

  If the Registration Data turns out to have been wrong, so were the corrections. An update that keeps what it replaced
  can put it back. What a User has placed since belongs to that User, and stays; whoever asked for the way back has to
  know where.

  Background:
    Given SECMP0107 is in force

  @update-4 @pit @sit
  Rule: Rolled back, the update leaves what it found, and what others placed since
    Paraphrase: Rolling the update back gives every slot that the update changed what it held before, byte for byte, and
    leaves a slot that somebody has changed since. It says how many it gave back, and which it left. The version of a
    slot counts on.

    Illustrative: where nothing has been carried out there is nothing to give back, whatever is wrong with an update.

    @positive @meets-update-4.changed @misses-update-4.since
    Scenario Outline: Rolled back at <s1sp>, every slot holds again what it held before
      Given <s1sp>'s update has been carried out
      When <s1sp>'s update is rolled back
      Then every slot of <s1sp> holds what it held before the update
      And the update of <s1sp> says how many slots it gave back, and which it left

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @meets-update-4.changed
    Scenario Outline: Rolled back at <s1sp>, the update of <other> stands
      Given <s1sp>'s update has been carried out
      And <other>'s update has been carried out
      When <s1sp>'s update is rolled back
      Then every slot of <s1sp> holds what it held before the update
      And the slots of <other> are as they were

      Examples: Each S1SP has a script of its own (FIA 5.1.2)
        | s1sp  | other |
        | S1SP1 | S1SP2 |
        | S1SP2 | S1SP3 |
        | S1SP3 | S1SP1 |

    @positive @meets-update-4.changed
    Scenario Outline: Carried out twice at <s1sp>, with other registrations, the update gives back what was there before the first time
      Given <s1sp>'s update has been carried out
      And registrations have since passed to the operators whose certificates the update of <s1sp> replaced
      And <s1sp>'s update has been carried out once more
      When <s1sp>'s update is rolled back
      Then each slot of <s1sp> holds what it held before the first time, or the update says that it left it

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @illustrative @misses-update-4.changed
    Example: Rolled back before it was ever carried out, the update has nothing to give back
      When S1SP1's update is rolled back
      Then the slots of S1SP1 are as they were

    @positive @meets-update-4.since
    Scenario Outline: What Users have placed since at <s1sp> survives the way back
      Given <s1sp>'s update has been carried out
      And Users have since replaced certificates that the update of <s1sp> placed
      When <s1sp>'s update is rolled back
      Then no certificate that a User of <s1sp> placed is lost
      And every other slot of <s1sp> holds what it held before the update
      And the update of <s1sp> says how many slots it gave back, and which it left

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |
