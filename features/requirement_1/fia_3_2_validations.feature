@requirement-1
Feature: FIA section 3.2, the three validations

  A request to replace a SMETS1 device's Network Operator certificates had to pass three gates. The first two ask whose
  meter point it is, once at the DSP and once at the S1SP; the third asks whose certificate it is. Northmoor passes the
  first two, Southfell only the third, and so neither gets through.

  Background:
    Given SECMP0107 is not in force

  @fia-3.2.1 @dsp @before-secmp0107 @pit @sit
  Rule: The DSP asks whether the sender is registered for the meter point
    > #1 DSP performs RDP validation adhering to clause 6.1(f) of Smart Energy Code (SEC) Appendix AB - Service Request
    > Processing Document (SRPD).

    @negative @meets-fia-3.2.1.registration
    Example: The operator in the slot fails the first validation
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @positive @misses-fia-3.2.1.registration
    Example: Were the meter point its own, it would pass
      Given a SMETS1 ESME registered to Southfell
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Southfell's certificates

  @fia-3.2.2 @s1sp @before-secmp0107 @pit
  Rule: The S1SP asks the same again
    > #2 S1SP performs RDP validation adhering to clause 16.1 of SRPD.

    @negative @meets-fia-3.2.2.registration
    Example: Were it past the DSP, the operator in the slot would fail the second validation
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the S1SP receives from the DSP Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

    @positive @misses-fia-3.2.2.registration
    Example: Were the meter point its own, it would pass the second as well
      Given a SMETS1 ESME registered to Southfell
      And the ESME's Network Operator slots hold Southfell's certificates
      When the S1SP receives from the DSP Southfell's request to place Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Southfell's certificates

  @fia-3.2.3 @s1sp @before-secmp0107 @pit @sit
  Rule: The S1SP asks whether the certificate that it keeps is the sender's
    > #3 S1SP validates the certificate owner with the Business Originator ID as per clause 4.2 of SEC Appendix AM -
    > SMETS1 Supporting Requirements (S1SR).

    @positive @meets-fia-3.2.3.owner
    Example: The registered operator passes the third validation where the certificate is its own
      Given a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold Northmoor's certificates
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-fia-3.2.3.owner
    Example: The registered operator fails the third validation where the certificate is another's
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed
