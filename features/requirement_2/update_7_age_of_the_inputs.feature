@requirement-2 @tier2 @s1sp @from-secmp0107
Feature: Update 7, how old the inputs are

  An update goes by extracts: of the Registration Data, of the parties, of the published list, of the SMKI repository.
  Whoever reads its account a month later has to know of which day they were.

  Background:
    Given SECMP0107 is in force

  @update-7 @pit @sit
  Rule: The account names the age of each input
    Paraphrase: The update says how old each input is whose age is noted: the registrations, the parties, the published
    certificates and the SMKI material. It invents no age.

    @positive @meets-update-7.noted
    Scenario Outline: The update of <s1sp> names the moment of each of its inputs
      When <s1sp>'s update is carried out
      Then the update of <s1sp> says how old each input is whose age is noted, and invents no other

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @misses-update-7.noted
    Example: Registrations whose age nobody has noted are said to be of unknown age
      Given nobody has noted how old the registrations of S1SP1 are
      When S1SP1's update is tried in a dry run
      Then the update of S1SP1 says how old each input is whose age is noted, and invents no other
