@requirement-1
Feature: FIA section 5.1.1, Pre-Integration Testing and the Factory Acceptance Tests

  Each component is tested alone, by the path that succeeds and by the path that fails: the DSP with the S1SPs played to
  it, an S1SP with the DSP played to it. The Factory Acceptance Tests are the scenarios tagged fat, in this feature and
  in the others, and every one of them is a pit scenario too. They show the paths of this feature, both fuels and every
  S1SP (4.1, 4.2.1), the supplier turned away at the DSP and served by the S1SP (4.1, 4.2.1), the switch and a late S1SP
  (4.1), what follows a handover (4.2.1, 1), and each code once (4.2.1).

  @fia-5.1.1 @dsp @pit @fat
  Rule: The DSP alone lets through what Requirement 1 lets through, and nothing beside it
    > Pre-Integration Testing (PIT) will be required to align DSP and S1SPs functionality of requirement 1 and the
    > functionality described above.

    @positive @from-secmp0107 @meets-fia-5.1.1.aligned
    Example: The positive path at the DSP, a Network Operator in the slot
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @from-secmp0107
    Example: A negative path at the DSP, another request of the same operator
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @before-secmp0107 @misses-fia-5.1.1.aligned
    Example: A negative path at the DSP, its switch off
      Given SECMP0107 is in force
      But the DSP has switched SECMP0107 off
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @positive @before-secmp0107
    Example: The positive path at the DSP, its switch off and the operator registered
      Given SECMP0107 is in force
      But the DSP has switched SECMP0107 off
      And a SMETS1 ESME registered to Southfell
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Southfell's certificates

  @fia-5.1.1 @s1sp @pit @fat
  Rule: Each S1SP alone lets through what Requirement 1 lets through, and nothing beside it
    > The implementation team will carry out system testing consisting of positive and negative path testing which
    > will culminate in a short period of Factory Acceptance Testing (FAT), witnessed by DCC test assurance at DSP
    > offices. The FAT tests will be a subset of System Tests.

    @positive @from-secmp0107 @meets-fia-5.1.1.aligned
    Scenario Outline: The positive path at <s1sp>, a Network Operator in the slot
      Given SECMP0107 is in force
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the S1SP receives from the DSP Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: Each S1SP has a Pre-Integration Testing of its own (FIA 5.1.1)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @from-secmp0107
    Scenario Outline: A negative path at <s1sp>, a Network Operator that is not in the slot
      Given SECMP0107 is in force
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the S1SP receives from the DSP Northmoor's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Each S1SP has a Pre-Integration Testing of its own (FIA 5.1.1)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |
