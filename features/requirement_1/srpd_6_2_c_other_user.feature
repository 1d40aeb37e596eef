@requirement-1 @dsp @pit @sit
Feature: SRPD clause 6.2(c), the Other User whom no meter point knows

  Sanderling is an Other User: registered for nothing, anywhere, by the nature of
  its role. A registration check could only ever refuse it, and the Code does not
  make one. Jackdaw may send the same request, but is a Gas Supplier, and of a
  Gas Supplier the Code asks whose gas it is.

  @srpd-6.2.c
  Rule: Of an Other User no registration is asked
    > the Service Request has been sent by a User acting in the User Role of
    > 'Other User'.

    @positive @from-secmp0107 @before-secmp0107 @meets-srpd-6.2.c
    Scenario Outline: Sanderling joins a device without being registered while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Sanderling sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the request is accepted

      Examples: The paragraph is older than SECMP0107 (FIA 4.3)
        | state           |
        | is not in force |
        | is in force     |

    @positive @from-secmp0107 @meets-srpd-6.2.c
    Example: The DSP goes by this paragraph and says so
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Sanderling sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the request is accepted
      And the DSP cites SRPD 6.2(c) in its audit trail

    @negative @from-secmp0107 @before-secmp0107 @misses-srpd-6.2.c.role
    Scenario Outline: <party> is as little registered, but is no Other User while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When <party> sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Suppliers that are not registered here
        | state           | party   |
        | is not in force | Jackdaw |
        | is not in force | Dunlin  |
        | is in force     | Jackdaw |
        | is in force     | Dunlin  |
