@requirement-1
Feature: FIA section 3.1, the operator whose meter point and whose certificate it is

  Most devices hold the right certificates, and their operators renew them by SRV 6.15.1. Such an operator answers every
  question that a DSP or an S1SP may ask, with the change and without it, so that no state of the release may stop it.
  FIA 5.2 expects a lagging S1SP to refuse "for Service User role of Network Operator"; it cannot mean this one.

  @fia-3.1.smets1 @s1sp @before-secmp0107 @from-secmp0107 @pit @sit @uit
  Rule: An operator that is registered and holds the slots is served in every state of the release
    > The DSP and S1SPs will validate these Critical Commands against the RDP data. If the user of the Service Request
    > is not the owner of the Meter Point Administration Number (MPAN) for Electricity Smart Metering Equipment (ESME)
    > or Meter Point Registration Number (MPRN) for GSME, that Service Request is rejected.

    @positive @misses-fia-3.1.smets1.not-the-owner
    Scenario Outline: Northmoor renews its certificates with the DSP's switch <switch> while <s1sp> <deployed>
      Given SECMP0107 is not in force
      And the DSP has switched SECMP0107 <switch>
      And <s1sp> <deployed> SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      And the ESME's Network Operator slots hold Northmoor's certificates
      When Northmoor places Northmoor's renewed certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's renewed certificates

      Examples: An S1SP that lags behind the DSP (FIA 5.2)
        | switch | s1sp  | deployed         |
        | on     | S1SP1 | has not deployed |
        | on     | S1SP2 | has not deployed |
        | on     | S1SP3 | has not deployed |

      Examples: Every other state of the DSP and the S1SP (FIA 4.1)
        | switch | s1sp  | deployed         |
        | off    | S1SP1 | has not deployed |
        | off    | S1SP2 | has deployed     |
        | on     | S1SP3 | has deployed     |

    @positive @misses-fia-3.1.smets1.not-the-owner
    Example: Ashdown renews its certificates on a GPF whose S1SP lags
      Given SECMP0107 is in force
      But S1SP2 has not deployed SECMP0107
      And a SMETS1 GPF served by S1SP2 and registered to Ashdown
      And the GPF's Network Operator slots hold Ashdown's certificates
      When Ashdown places Ashdown's renewed certificates in the GPF's Network Operator slots
      Then the request is accepted
      And the GPF's Network Operator slots hold Ashdown's renewed certificates
