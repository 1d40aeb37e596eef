@requirement-1 @dsp @from-secmp0107
Feature: SRPD clause 6.2, what an exemption does not lift

  Southfell and Birchwater hold the slots and are not registered; clause 6.2(d)
  spares them the registration check. It spares them nothing else. Who may send,
  what may be sent, to which device, and how much of it in a day, is asked of an
  exempt request as of any other.

  Background:
    Given SECMP0107 is in force

  @srpd-6.2
  Rule: Clause 6.2 lifts one step, and leaves the others standing
    > The step set out at Clause 6.1(f) shall not apply in the following
    > circumstances

    @positive @pit @sit @meets-srpd-6.2.that-step-only
    Scenario Outline: With every other step passed, <holder> hands the <device> over
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Both fuels (FIA 3.2: "both the Electricity and Gas Network Operators")
        | device | operator  | holder     |
        | ESME   | Northmoor | Southfell  |
        | GPF    | Ashdown   | Birchwater |

    @negative @pit @sit @misses-srpd-6.2.that-step-only
    Scenario Outline: An Other User is exempt, and still may not send a '<request>'
      Given a SMETS1 ESME registered to Northmoor
      When Sanderling sends a '<request>' Service Request to the ESME
      Then the DSP refuses the request at its user role check
      And nothing has changed

      Examples: Requests to which the DUIS request matrix does not admit an Other User
        | request                                    |
        | Read Network Data                          |
        | Retrieve Device Security Credentials (KRP) |

    @negative @pit @destructive @misses-srpd-6.2.that-step-only
    Scenario Outline: Suspended as a User, <holder> hands nothing over
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder> is suspended as a User
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its user status check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | operator  | holder     |
        | ESME   | Northmoor | Southfell  |
        | GPF    | Ashdown   | Birchwater |

    @negative @pit @sit @misses-srpd-6.2.that-step-only
    Example: A device that nobody knows cannot be handed over
      When Southfell places Northmoor's certificates in the Network Operator slots of a device that the inventory does not hold
      Then the DSP refuses the request at its device existence check
      And nothing has changed

    @negative @pit @destructive @misses-srpd-6.2.that-step-only
    Scenario Outline: A decommissioned <device> stays with whom it was left with
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And the <device> has the status Decommissioned
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its device status check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | operator  | holder     |
        | ESME   | Northmoor | Southfell  |
        | GPF    | Ashdown   | Birchwater |

    @negative @pit @destructive @misses-srpd-6.2.that-step-only
    Scenario Outline: A campaign that outruns its threshold is held back, though <holder> is exempt
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder> has reached its anomaly threshold
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is quarantined
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | operator  | holder     |
        | ESME   | Northmoor | Southfell  |
        | GPF    | Ashdown   | Birchwater |
