@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 6, the account adds up

  What was found is what was corrected, what was left alone and what a User changed first. Where that sum does not come
  out, slots have gone astray, and nobody can say which.

  Background:
    Given SECMP0107 is in force

  @update-6 @pit @sit
  Rule: Found is corrected, left alone for a reason, or changed by a User meanwhile
    Paraphrase: The update accounts for every slot that it found wrong or unclear: corrected, left alone for a reason,
    or changed by a User meanwhile.

    @positive @meets-update-6.found
    Scenario Outline: The update of <s1sp> accounts for the slots that it corrected and for those that it left
      When <s1sp>'s update is carried out
      Then the update of <s1sp> accounts for every slot that it found

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @misses-update-6.found
    Example: Once everything is corrected, the account has nothing but what is left alone
      Given S1SP1's update has been carried out
      When S1SP1's update is tried in a dry run
      Then the update says that it would correct no device of S1SP1
