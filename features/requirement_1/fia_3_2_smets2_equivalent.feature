@requirement-1
Feature: FIA section 3.2, the equivalent situation on SMETS2

  The same mistake on a SMETS2 device is no deadlock, because nobody asks the operator in the slot for the meter point.
  The Device asks for the certificate, and it has that. This is the process that the change gives to SMETS1.

  Background:
    Given SECMP0107 is not in force

  @fia-3.2.smets2 @dsp @before-secmp0107 @pit @sit
  Rule: On SMETS2 the operator in the slot was always able to put a wrong certificate right
    > In the equivalent situation on SMETS2 devices, the issue can be overcome by the Network Operator provided they
    > have certificates on the device sending an SRV 6.15.1 because validation #1 is not applied. This is not blocked
    > by the DSP since it is a Critical request and the device will accept matching certificates. This means that the
    > "wrong" Network Operator can place the correct Network Operator's certificates on the SMETS2 device.

    @positive @meets-fia-3.2.smets2
    Scenario Outline: The wrong operator on a SMETS2 <device> lets the right one in
      Given a SMETS2 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: Both fuels (FIA 3.2: "both the Electricity and Gas Network Operators")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @negative @misses-fia-3.2.smets2.certificates
    Example: An operator without a certificate on the SMETS2 device cannot help
      Given a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Westbrook places Northmoor's certificates in the ESME's Network Operator slots
      Then the Device refuses the request at its certificate ownership check
      And nothing has changed

    @negative @misses-fia-3.2.smets2.critical
    Example: The wrong operator's certificate carries no request that is not Critical past the DSP
      Given a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Retrieve Device Security Credentials (KRP)' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @misses-fia-3.2.smets2.generation
    Example: On SMETS1 the same operator, with the same certificate, is blocked by the DSP
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed
