@requirement-1
Feature: FIA section 4.1, the matrix of releases behind an open DSP

  Once the DSP has switched the change on, each S1SP answers for itself. A device can be put right as soon as the S1SP
  that serves it has deployed, whatever the other two have done; until then that S1SP refuses what the DSP allowed, and
  says so by an S1SP Alert. With the DSP's switch off, see the feature on the switch: together these are all 16 states.

  Background:
    Given SECMP0107 is not in force
    But the DSP has switched SECMP0107 on

  @fia-4.1.lagging-s1sp @pit @sit
  Rule: The answer depends on the S1SP that serves the device, and not on the other two
    > If the change isn't managed through a coordinated release, then a request could be allowed by the DSP but rejected
    > by an S1SP (using the standard S1SP Alert mechanism).

    @positive @s1sp @from-secmp0107 @misses-fia-4.1.lagging-s1sp.rejected-by-s1sp
    Scenario Outline: A device whose S1SP has deployed is put right, and the other S1SPs do not matter
      Given S1SP1 <S1SP1> SECMP0107
      And S1SP2 <S1SP2> SECMP0107
      And S1SP3 <S1SP3> SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: A device of S1SP1, which has deployed (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP1 | has deployed     | has not deployed | has not deployed |
        | S1SP1 | has deployed     | has not deployed | has deployed     |
        | S1SP1 | has deployed     | has deployed     | has not deployed |
        | S1SP1 | has deployed     | has deployed     | has deployed     |

      Examples: A device of S1SP2, which has deployed (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP2 | has not deployed | has deployed     | has not deployed |
        | S1SP2 | has not deployed | has deployed     | has deployed     |
        | S1SP2 | has deployed     | has deployed     | has not deployed |
        | S1SP2 | has deployed     | has deployed     | has deployed     |

      Examples: A device of S1SP3, which has deployed (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP3 | has not deployed | has not deployed | has deployed     |
        | S1SP3 | has not deployed | has deployed     | has deployed     |
        | S1SP3 | has deployed     | has not deployed | has deployed     |
        | S1SP3 | has deployed     | has deployed     | has deployed     |

    @positive @dsp @from-secmp0107
    Example: A SMETS2 ESME is put right even where no S1SP has deployed
      Given a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @s1sp @before-secmp0107 @meets-fia-4.1.lagging-s1sp.rejected-by-s1sp
    @meets-fia-4.1.lagging-s1sp.uncoordinated @meets-mp107-r1.uncoordinated
    Scenario Outline: A device whose S1SP has not deployed stays as it was, and the other S1SPs do not help
      Given S1SP1 <S1SP1> SECMP0107
      And S1SP2 <S1SP2> SECMP0107
      And S1SP3 <S1SP3> SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

      Examples: A device of S1SP1, which has not deployed (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP1 | has not deployed | has not deployed | has not deployed |
        | S1SP1 | has not deployed | has not deployed | has deployed     |
        | S1SP1 | has not deployed | has deployed     | has not deployed |
        | S1SP1 | has not deployed | has deployed     | has deployed     |

      Examples: A device of S1SP2, which has not deployed (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP2 | has not deployed | has not deployed | has not deployed |
        | S1SP2 | has not deployed | has not deployed | has deployed     |
        | S1SP2 | has deployed     | has not deployed | has not deployed |
        | S1SP2 | has deployed     | has not deployed | has deployed     |

      Examples: A device of S1SP3, which has not deployed (FIA 4.1)
        | s1sp  | S1SP1            | S1SP2            | S1SP3            |
        | S1SP3 | has not deployed | has not deployed | has not deployed |
        | S1SP3 | has not deployed | has deployed     | has not deployed |
        | S1SP3 | has deployed     | has not deployed | has not deployed |
        | S1SP3 | has deployed     | has deployed     | has not deployed |
