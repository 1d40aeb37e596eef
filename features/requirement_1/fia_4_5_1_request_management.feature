@requirement-1
Feature: FIA section 4.5.1, Request Management at the DSP

  Section 4.5.1 says where in the DSP the check is lifted, and draws its limits: the request, the certificate, the
  sender and the target. Southfell holds the slots of an ESME on Northmoor's network.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-4.5.1 @dsp @from-secmp0107 @pit @sit @uit
  Rule: The DSP's check does not apply to a Network Operator that updates a SMETS1 device's Network Operator certificate
    > RDP checks will be updated so that checks are not applicable to SRV6.15.1 issued to update the Network Operator
    > Certificate if the sender is a Network Operator and the target is a SMETS1 Device.

    @positive @fat @meets-fia-4.5.1
    Example: Both Network Operator certificates may be updated at once
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @positive
    Example: The update touches no slot but the Network Operator's
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      But the ESME's Supplier slots are as they were

    @negative @misses-fia-4.5.1.variant
    Example: A request that updates no certificate is not let through
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed
