@requirement-1
Feature: FIA section 3.1, the arrangements before the change

  A SMETS2 device keeps its Network Operator certificates itself, and asks of whoever would replace them one thing only:
  that the certificate in the slot is theirs. For a SMETS1 device the S1SP keeps the certificates, and there the DSP and
  the S1SP ask something first: whose meter point is it? Northmoor's and Ashdown's, say the registers; Southfell's and
  Birchwater's, say the slots.

  Background:
    Given SECMP0107 is not in force

  @fia-3.1.smets2 @dsp @before-secmp0107
  Rule: On SMETS2, whoever owns the certificate may replace it, and nobody else
    > Critical Commands in Smart Metering Equipment Technical Specifications 2 (SMETS2) solution do not have any
    > Registered Data Provider (RDP) validation and therefore in order to send Service Reference Variant (SRV) 6.15.1 -
    > 'Update Security Credentials (KRP)' to update certificates on a device, the only requirement is that the Service
    > Request (SR) sender is the owner of the certificate.

    @positive @pit @sit @meets-fia-3.1.smets2
    Example: The owner of the certificate replaces it without being the registered operator
      Given a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @pit @sit @misses-fia-3.1.smets2.owner
    Example: The registered operator does not, for all its registration
      Given a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the Device refuses the request at its certificate ownership check
      And nothing has changed

    @negative @pit @sit @misses-fia-3.1.smets2.critical
    Example: For a request that is not Critical, owning the certificate is not enough
      Given a SMETS2 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @pit @sit @misses-fia-3.1.smets2.generation
    Example: On SMETS1, owning the certificate is not enough
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

  @fia-3.1.smets1 @dsp @before-secmp0107
  Rule: On SMETS1, whoever does not own the meter point is turned away
    > There is an additional RDP validation step to Service Requests including the SRV 6.15.1 used to update the
    > Network Operator certificates. The DSP and S1SPs will validate these Critical Commands against the RDP data. If
    > the user of the Service Request is not the owner of the Meter Point Administration Number (MPAN) for Electricity
    > Smart Metering Equipment (ESME) or Meter Point Registration Number (MPRN) for GSME, that Service Request is
    > rejected.

    @negative @pit @sit @meets-fia-3.1.smets1
    Scenario Outline: A certificate in the slot is no title to the meter point
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Both fuels (FIA 3.2: "both the Electricity and Gas Network Operators")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @positive @pit @sit @misses-fia-3.1.smets1.not-the-owner
    Example: Whoever owns both the meter point and the certificate is let through
      Given a SMETS1 ESME registered to Southfell
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Southfell's certificates

    @positive @pit @sit @misses-fia-3.1.smets1.generation
    Example: On SMETS2 nobody asks whose meter point it is
      Given a SMETS2 GPF registered to Ashdown
      But the GPF's Network Operator slots hold Birchwater's certificates
      When Birchwater places Ashdown's certificates in the GPF's Network Operator slots
      Then the request is accepted
      And the GPF's Network Operator slots hold Ashdown's certificates
