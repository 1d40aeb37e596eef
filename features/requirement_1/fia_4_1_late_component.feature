@requirement-1
Feature: FIA section 4.1, a component that comes late

  If one component comes later than the others, a request that it refuses is refused as a whole. Where the DSP is late
  it says so itself; where an S1SP is late, the DSP has let the request through and the S1SP Alert brings the refusal.

  @fia-4.1.lagging-s1sp @pit @fat @sit
  Rule: What a late S1SP refuses after the DSP has allowed it comes back as an S1SP Alert
    > If the change isn't managed through a coordinated release, then a request could be allowed by the DSP but rejected
    > by an S1SP (using the standard S1SP Alert mechanism).

    @negative @s1sp @from-secmp0107 @meets-fia-4.1.lagging-s1sp
    Scenario Outline: <late>, when late, says so by an S1SP Alert
      Given SECMP0107 is in force
      But <late> has not deployed SECMP0107
      And a SMETS1 ESME served by <late> and registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And only Southfell receives an S1SP Alert
      And nothing has changed

      Examples: Each S1SP late in turn (FIA 4.1)
        | late  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @s1sp @from-secmp0107 @misses-fia-4.1.lagging-s1sp.rejected-by-s1sp
    @misses-fia-4.1.lagging-s1sp.s1sp-alert
    Scenario Outline: What <timely> serves is not alerted to, though <late> is late
      Given SECMP0107 is in force
      But <late> has not deployed SECMP0107
      And a SMETS1 ESME served by <timely> and registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And Southfell receives no S1SP Alert

      Examples: Each S1SP late in turn (FIA 4.1)
        | late  | timely |
        | S1SP1 | S1SP2  |
        | S1SP2 | S1SP3  |
        | S1SP3 | S1SP1  |

    @negative @dsp @before-secmp0107 @misses-fia-4.1.lagging-s1sp.s1sp-alert
    Example: What the DSP refuses itself reaches no S1SP, and raises no S1SP Alert
      Given SECMP0107 is in force
      But the DSP has switched SECMP0107 off
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And Southfell receives no S1SP Alert
      And nothing has changed

    @positive @dsp @before-secmp0107
    Example: The DSP that is late lets the registered operator through
      Given SECMP0107 is in force
      But the DSP has switched SECMP0107 off
      And a SMETS1 ESME registered to Southfell
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And Southfell receives no S1SP Alert

    @positive @s1sp @from-secmp0107 @misses-fia-4.1.lagging-s1sp.uncoordinated @misses-fia-4.1.lagging-s1sp.s1sp-alert
    Example: Where the release is coordinated, there is nothing to alert anybody to
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And Southfell receives no S1SP Alert
