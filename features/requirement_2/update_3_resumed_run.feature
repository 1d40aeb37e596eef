@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 3, a run that was killed is taken up again

  A machine stops without asking. Whatever the update had done by then is in the database and the rest is not, and
  nobody should have to find out which is which before it is started again.

  Background:
    Given SECMP0107 is in force

  @update-3 @pit
  Rule: Killed and started again, the update ends where it would have ended
    Paraphrase: An update that was killed, whenever that was, and is started again ends as one that nobody disturbed.

    @positive @simulator-only @meets-update-3.started-again @meets-update-5.each
    Scenario Outline: The update of <s1sp>, killed at many points and started again each time, corrects exactly the wrong slots
      When <s1sp>'s update is killed at many points, and started again each time
      Then the devices of <s1sp> that hold another operator's certificates hold their registered operator's published certificates
      And exactly the slots of <s1sp> that are to be corrected have changed
      And there is one complete audit record for each slot of <s1sp> that was corrected, and none for any other

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @simulator-only @meets-update-3.started-again @meets-update-4.changed
    Scenario Outline: Killed at many points, started again each time and rolled back, the update of <s1sp> gives every slot back
      Given <s1sp>'s update has been killed at many points, and started again each time
      When <s1sp>'s update is rolled back
      Then every slot of <s1sp> holds what it held before the update
      And the update of <s1sp> says how many slots it gave back, and which it left

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @simulator-only @misses-update-3.started-again
    Example: Killed when it has written a slot and not started again, the update leaves none half written
      When S1SP1's update is killed part way
      Then each slot of S1SP1 that changed has been put right, and nothing else has changed

    @positive @simulator-only @meets-update-3.started-again @meets-fia-4.2.2.independence.users
    Scenario Outline: The update of <s1sp>, killed before it writes a slot, keeps what Users place before it is started again
      When <s1sp>'s update is killed before it writes a slot, and started again when Users have replaced some
      Then every User gets the answer that it would have got before or after the update
      And no certificate that a User of <s1sp> placed is lost
      And every other slot of <s1sp> that is to be corrected has been put right

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @simulator-only @meets-update-3.started-again @misses-fia-4.2.2.incorrect
    Scenario Outline: The update of <s1sp>, killed before it writes a slot, leaves what is right before it is started again
      When <s1sp>'s update is killed before it writes a slot, and started again when registrations have passed
      Then every other slot of <s1sp> that is to be corrected has been put right
      But the slots of <s1sp> that had become right before they were written are as they were

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |
