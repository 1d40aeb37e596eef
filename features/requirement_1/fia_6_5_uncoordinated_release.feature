@requirement-1
Feature: FIA section 6.5, the risk of a release that is not coordinated

  Risk MP107-R1 speaks of time and cost, which no request can show. What a request can show is the cause of both: as
  long as the release is not coordinated, whether an operator can put a device right depends on the S1SP that serves
  it.

  @mp107-r1 @s1sp @from-secmp0107 @pit @sit
  Rule: While the release is not coordinated, two devices of one operator can fare differently
    > If the release of this change is not coordinated across the DSP and all S1SPs under a single SEC release, it may
    > lead to additional time and cost to deliver the CR in multiple releases.

    @negative @meets-mp107-r1.uncoordinated
    Example: The device of the S1SP that is late waits for another release
      Given SECMP0107 is in force
      But S1SP3 has not deployed SECMP0107
      And a SMETS1 ESME served by S1SP3 and registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

    @positive
    Example: The device of an S1SP that is in time does not wait for it
      Given SECMP0107 is in force
      But S1SP3 has not deployed SECMP0107
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @positive @misses-mp107-r1.uncoordinated
    Example: Under a single release no device waits
      Given SECMP0107 is in force
      And a SMETS1 ESME served by S1SP3 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
