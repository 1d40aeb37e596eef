@requirement-1
Feature: FIA section 4.1, the DSP's single switch

  The DSP has one switch for the change, and it covers every S1SP. While it is off, it makes no difference which S1SPs
  have deployed: a holder that is not registered does not get past the DSP. Southfell holds the slots of devices on
  Northmoor's network.

  @fia-4.1.switch @dsp
  Rule: One switch, and one only, opens the DSP to the devices of all S1SPs
    > DSP will implement a single feature switch to enable the functionality covering all S1SPs.

    @positive @from-secmp0107 @pit @fat @sit @uit @meets-fia-4.1.switch
    Scenario Outline: With the switch on, the devices of <s1sp> can be put right
      Given SECMP0107 is in force
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: All S1SPs (FIA 4.1)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @before-secmp0107 @pit @sit @misses-fia-4.1.switch.all-s1sps
    Scenario Outline: A SMETS2 ESME, which no S1SP serves, is not covered by the switch and does not need it
      Given SECMP0107 is not in force
      And S1SP1 <S1SP1> SECMP0107
      And S1SP2 <S1SP2> SECMP0107
      And S1SP3 <S1SP3> SECMP0107
      And a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: All eight states of the S1SPs (FIA 4.1)
        | S1SP1            | S1SP2            | S1SP3            |
        | has not deployed | has not deployed | has not deployed |
        | has not deployed | has not deployed | has deployed     |
        | has not deployed | has deployed     | has not deployed |
        | has not deployed | has deployed     | has deployed     |
        | has deployed     | has not deployed | has not deployed |
        | has deployed     | has not deployed | has deployed     |
        | has deployed     | has deployed     | has not deployed |
        | has deployed     | has deployed     | has deployed     |

    @negative @before-secmp0107 @pit @fat @sit @misses-fia-4.1.switch.enabled
    Scenario Outline: With the switch off, nobody gains by what the S1SPs have deployed
      Given SECMP0107 is not in force
      And S1SP1 <S1SP1> SECMP0107
      And S1SP2 <S1SP2> SECMP0107
      And S1SP3 <S1SP3> SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: A device of S1SP1, in all eight states of the S1SPs (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP1 | has not deployed | has not deployed | has not deployed |
        | S1SP1 | has not deployed | has not deployed | has deployed     |
        | S1SP1 | has not deployed | has deployed     | has not deployed |
        | S1SP1 | has not deployed | has deployed     | has deployed     |
        | S1SP1 | has deployed     | has not deployed | has not deployed |
        | S1SP1 | has deployed     | has not deployed | has deployed     |
        | S1SP1 | has deployed     | has deployed     | has not deployed |
        | S1SP1 | has deployed     | has deployed     | has deployed     |

      Examples: A device of S1SP2, in all eight states of the S1SPs (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP2 | has not deployed | has not deployed | has not deployed |
        | S1SP2 | has not deployed | has not deployed | has deployed     |
        | S1SP2 | has not deployed | has deployed     | has not deployed |
        | S1SP2 | has not deployed | has deployed     | has deployed     |
        | S1SP2 | has deployed     | has not deployed | has not deployed |
        | S1SP2 | has deployed     | has not deployed | has deployed     |
        | S1SP2 | has deployed     | has deployed     | has not deployed |
        | S1SP2 | has deployed     | has deployed     | has deployed     |

      Examples: A device of S1SP3, in all eight states of the S1SPs (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP3 | has not deployed | has not deployed | has not deployed |
        | S1SP3 | has not deployed | has not deployed | has deployed     |
        | S1SP3 | has not deployed | has deployed     | has not deployed |
        | S1SP3 | has not deployed | has deployed     | has deployed     |
        | S1SP3 | has deployed     | has not deployed | has not deployed |
        | S1SP3 | has deployed     | has not deployed | has deployed     |
        | S1SP3 | has deployed     | has deployed     | has not deployed |
        | S1SP3 | has deployed     | has deployed     | has deployed     |
