@requirement-1
Feature: FIA section 4.1, SMETS2 is left alone

  SMETS2 devices never had the problem, and the change must not give them another. What the DSP and the Device answered
  before, they answer after: to the operator in the slot, to the operator that is registered, and to a supplier.

  @fia-4.1.smets2 @dsp @before-secmp0107 @from-secmp0107 @pit @sit
  Rule: A request to a SMETS2 device ends as it ended before
    > This change does not affect SMETS2 SRV processing.

    @positive @uit @meets-fia-4.1.smets2
    Scenario Outline: The SMETS2 <device>'s wrong operator was able to let the right one in, and still is
      Given SECMP0107 is <state>
      And a SMETS2 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates
      And the <device>'s Supplier slots are as they were

      Examples: Both fuels, before and after (FIA 4.1)
        | device | registered | holder     | state        |
        | ESME   | Northmoor  | Southfell  | not in force |
        | ESME   | Northmoor  | Southfell  | in force     |
        | GPF    | Ashdown    | Birchwater | not in force |
        | GPF    | Ashdown    | Birchwater | in force     |

    @negative @uit @meets-fia-4.1.smets2
    Scenario Outline: The SMETS2 ESME's registered operator was refused by the Device, and still is
      Given SECMP0107 is <state>
      And a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the Device refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Before and after (FIA 4.1)
        | state        |
        | not in force |
        | in force     |

    @negative @meets-fia-4.1.smets2
    Scenario Outline: A request that is not Critical needed a registration, and still does
      Given SECMP0107 is <state>
      And a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Before and after (FIA 4.1)
        | state        |
        | not in force |
        | in force     |

    @negative @meets-fia-4.1.smets2
    Scenario Outline: A supplier without a certificate on the SMETS2 ESME was refused by the Device, and still is
      Given SECMP0107 is <state>
      And a SMETS2 ESME registered to Northmoor
      When Dunlin places Dunlin's certificates in the ESME's Supplier slots
      Then the Device refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Before and after (FIA 4.1)
        | state        |
        | not in force |
        | in force     |

    @positive @misses-fia-4.1.smets2.generation
    Example: On SMETS1 the answer is another than it was
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
