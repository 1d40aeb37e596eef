@requirement-1
Feature: FIA section 4.1, the transition to operations by the switch

  The change is carried into service a step at a time: each S1SP deploys while the DSP's switch is off, the switch is
  thrown, one device is put right and proves it, and if need be the switch is thrown back. Each step is safe by itself:
  what has been put right stays right, and until the switch is thrown nobody is worse off or better.

  @fia-4.1.switch @tto
  Rule: The change goes live with the DSP's switch, and goes back with it
    > DSP will implement a single feature switch to enable the functionality covering all S1SPs.

    @negative @dsp @before-secmp0107 @misses-fia-4.1.switch.enabled
    Scenario Outline: Step one, <s1sp> deploys, and nothing is live yet
      Given SECMP0107 is not in force
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When <s1sp> deploys SECMP0107
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: S1SP by S1SP (FIA 4.1)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @dsp @from-secmp0107 @meets-fia-4.1.switch
    Scenario Outline: Step two, the switch is thrown, and one device of <s1sp> proves it
      Given SECMP0107 is not in force
      And S1SP1 has deployed SECMP0107
      And S1SP2 has deployed SECMP0107
      And S1SP3 has deployed SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the DSP switches SECMP0107 on
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: One device of each S1SP (FIA 4.1)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @dsp @before-secmp0107
    Example: Back from step two, the switch is thrown back, and the old check is there again
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the DSP switches SECMP0107 off
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @positive @s1sp @before-secmp0107
    Example: What was put right before the switch was thrown back stays right
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When the DSP switches SECMP0107 off
      And Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
