@requirement-2 @s1sp
Feature: FIA section 4.2.2, the update and Requirement 1 do not need each other

  Requirement 1 changes what the DSP and the S1SPs check when a request comes. The update sends no request and asks
  nobody: it may run before the switch is on, after, or where there is no gateway at all. Users who replace certificates
  while it runs notice nothing of it.

  @fia-4.2.2.independence @pit @sit
  Rule: The update ends alike whatever the state of Requirement 1, and no User is the worse for it
    > This data update option is completely separate and independent from the solution of requirement 1 and have no
    > impact to Service Users whilst running.

    Illustrative: Requirement 1 alone is played without an update, so that none can be wrong in it.

    @positive @from-secmp0107 @meets-fia-4.2.2.independence
    Example: With SECMP0107 in force exactly the wrong slots change
      Given SECMP0107 is in force
      When S1SP1's update is carried out
      Then exactly the slots of S1SP1 that are to be corrected have changed

    @positive @before-secmp0107 @meets-fia-4.2.2.independence.requirement-1
    Example: Without SECMP0107 exactly the same slots change
      Given SECMP0107 is not in force
      When S1SP1's update is carried out
      Then exactly the slots of S1SP1 that are to be corrected have changed

    @positive @illustrative @before-secmp0107 @misses-fia-4.2.2.independence.requirement-1
    Example: Requirement 1 alone, with every switch on and no update, corrects no slot
      Given SECMP0107 is not in force
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the DSP switches SECMP0107 on
      Then the ESME's Network Operator slots hold Southfell's certificates

    @positive @from-secmp0107 @meets-fia-4.2.2.independence.users
    Scenario Outline: Users who replace certificates while the update of <s1sp> runs get their answers and keep their certificates
      Given SECMP0107 is in force
      When <s1sp>'s update is carried out while Users replace certificates
      Then every User gets the answer that it would have got before or after the update
      And no certificate that a User of <s1sp> placed is lost
      And every other slot of <s1sp> that is to be corrected has been put right

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @from-secmp0107 @misses-fia-4.2.2.independence.users
    Example: When the update has ended, the wrong holder finds the device in the right hands
      Given SECMP0107 is in force
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And S1SP1's update has been carried out
      When Southfell places Westbrook's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed
