@requirement-1
Feature: FIA section 3.3.1, Requirement 1

  Requirement 1 takes the registration check away in two places, for one kind of request. Taking it away in one of the
  two is not enough, and for another kind of request it stays. Southfell holds the slots of devices on Northmoor's
  network.

  Background:
    Given SECMP0107 is in force

  @fia-3.3.1 @from-secmp0107 @pit @sit
  Rule: The registration check is gone at the DSP and at the S1SP, for SRV 6.15.1
    > This requirement obligates the DCC to remove the additional Registered Data Provider validation step at the DSP
    > and S1SPs for Service Reference Variant (SRV) 6.15.1 'Update Security Credentials (KRP)' targeted at SMETS1
    > Devices.

    @positive @dsp @uit @fat @meets-fia-3.3.1
    Example: The operator in the slot meets the registration check nowhere
      Given a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @dsp @misses-fia-3.3.1.dsp
    Example: Removed at the S1SP alone, the check is still there
      Given the DSP has switched SECMP0107 off
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @s1sp @misses-fia-3.3.1.s1sp
    Example: Removed at the DSP alone, the check is still there
      Given S1SP2 has not deployed SECMP0107
      And a SMETS1 ESME served by S1SP2 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

    @positive @dsp
    Example: An operator that is registered passes the check where it is still there
      Given the DSP has switched SECMP0107 off
      And a SMETS1 ESME served by S1SP1 and registered to Southfell
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Southfell's certificates

    @positive @s1sp
    Example: An S1SP that is late does not put the check back at another
      Given S1SP2 has not deployed SECMP0107
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @dsp @uit @misses-fia-3.3.1.variant
    Example: For another Service Reference Variant, the check is still there
      Given a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed
