@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 5, what was changed, from what, to what and why

  Nobody signed the update's changes as a User signs a request. Who asks a year later whose certificate stood in a slot,
  and who took it out, has the audit record to go by.

  Background:
    Given SECMP0107 is in force

  @update-5 @pit @sit
  Rule: One audit record for each slot that was changed, and none for any other
    Paraphrase: The update leaves an audit record for each slot that it changed: the device, the slot, what it held
    before and after, why, when and in which run. Rolled back, it leaves one for each slot that it gave back.

    @positive @meets-update-5.each
    Scenario Outline: The records of <s1sp>'s update name each changed slot with what it held before and holds now
      When <s1sp>'s update is carried out
      Then there is one complete audit record for each slot of <s1sp> that was corrected, and none for any other

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @misses-update-5.each
    Example: A dry run changes no slot, and leaves no record of a change
      When S1SP1's update is tried in a dry run
      Then there is no audit record of a change at S1SP1

    @positive @misses-update-5.each
    Scenario Outline: The second run at <s1sp> changes no slot, and adds no record
      Given <s1sp>'s update has been carried out
      When <s1sp>'s update is carried out
      Then there is one complete audit record for each slot of <s1sp> that was corrected, and none for any other

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @meets-update-5.back
    Scenario Outline: Rolled back at <s1sp>, the update leaves a record of each slot that it gave back
      Given <s1sp>'s update has been carried out
      When <s1sp>'s update is rolled back
      Then there is one complete audit record for each slot of <s1sp> that was given back, and none for any other

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @misses-update-5.back
    Example: What Users have placed since is not given back, and no record has it that it was
      Given S1SP1's update has been carried out
      And Users have since replaced certificates that the update of S1SP1 placed
      When S1SP1's update is rolled back
      Then there is one complete audit record for each slot of S1SP1 that was given back, and none for any other
