@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 6, the account adds up

  What was found is what was corrected, what was left alone and what a User changed first: in all, and for each operator
  whose devices they are. Where that sum does not come out, slots have gone astray, and nobody can say which. A second
  look at the database shows what is left, and what is wrong since.

  Background:
    Given SECMP0107 is in force

  @update-6 @pit @sit
  Rule: Found is corrected, left alone for a reason, or changed by a User meanwhile
    Paraphrase: The update accounts, operator by operator, for every slot that it found wrong or unclear: corrected,
    left alone for a reason, or changed by a User meanwhile. Once it has written, it counts again: what it left alone,
    and what has newly arisen.

    @positive @meets-update-6.found
    Scenario Outline: The update of <s1sp> accounts for the slots that it corrected and for those that it left
      When <s1sp>'s update is carried out
      Then the update of <s1sp> accounts for every slot that it found, operator by operator

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @meets-update-6.found
    Example: What Users have changed first is accounted for too
      When S1SP1's update is carried out while Users replace certificates
      Then the update of S1SP1 accounts for every slot that it found, operator by operator

    @positive @meets-update-6.found @fia-population
    Example: Of as many as the Assessment counts, the accounts of all three add up as well
      Given the databases hold as many wrong devices as the Assessment counts
      When every S1SP's update is carried out
      Then the update of S1SP1 accounts for every slot that it found, operator by operator
      And the update of S1SP2 accounts for every slot that it found, operator by operator
      And the update of S1SP3 accounts for every slot that it found, operator by operator

    @positive @meets-update-6.written
    Scenario Outline: Counted again, <s1sp> has what was left alone and no more
      When <s1sp>'s update is carried out
      Then counted again afterwards, <s1sp> has what the update left alone, and nothing that has newly arisen

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

    @positive @misses-update-6.written
    Example: A dry run has written nothing, and counts nothing again
      When S1SP1's update is tried in a dry run
      Then the update of S1SP1 accounts for every slot that it found, operator by operator
      But the update of S1SP1 counts nothing afterwards
