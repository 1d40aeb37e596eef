@requirement-2 @s1sp @from-secmp0107
Feature: FIA section 4.2.2, the operator is the one registered when the slot is written

  Between the moment when an update finds a slot wrong and the moment when it writes it, the Registration Data may
  change. Here registrations pass to the operators whose certificates are in the slots: what was wrong has become
  right, and an update that goes by what it had found puts a wrong certificate in its place.

  Background:
    Given SECMP0107 is in force

  @fia-4.2.2 @pit @sit
  Rule: What has become right before it is written is no longer incorrect, and stays
    > replace the 'incorrect' Network Operator certificate with that of the 'correct' Network Operator certificate. The
    > correct Network Operator will be identified from RDP data

    @negative @misses-fia-4.2.2.incorrect
    Scenario Outline: While registrations pass to the operators in the slots, the update of <s1sp> leaves those slots
      When <s1sp>'s update is carried out while registrations pass to the operators in the slots
      Then every other slot of <s1sp> that is to be corrected has been put right
      But the slots of <s1sp> that had become right before they were written are as they were

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @meets-fia-4.2.2
    Example: Where registrations stay as they are, the same slots are put right
      When S1SP1's update is carried out
      Then the devices of S1SP1 that hold another operator's certificates hold their registered operator's published certificates
