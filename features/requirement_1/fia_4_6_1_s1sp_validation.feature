@requirement-1
Feature: FIA section 4.6.1, validation at the S1SP

  Section 4.6.1 lifts at the S1SP what section 4.5.1 lifts at the DSP. Here the S1SP is asked by itself, as the DSP
  would ask it, so that nothing in front of it can hide what it does. Southfell holds the slots of a device on
  Northmoor's network, Birchwater those of a device on Ashdown's.

  @fia-4.6.1 @s1sp @pit
  Rule: The S1SP's check does not apply to a Network Operator that updates the Network Operator certificate
    > RDP checks will be removed so that checks are not applicable to SRV6.15.1 issued to update the Network Operator
    > Certificate if the sender is a Network Operator.

    @positive @fat @from-secmp0107 @meets-fia-4.6.1
    Scenario Outline: By itself, the S1SP lets <holder> give a <device> back to <registered>
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the S1SP receives from the DSP <holder>'s request to place <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: Both fuels (FIA 4.2.1: "Electricity Distributor and Gas Transporter")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @negative @fat @before-secmp0107
    Example: By itself, an S1SP that has not removed the check applies it
      Given SECMP0107 is in force
      But S1SP1 has not deployed SECMP0107
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When the S1SP receives from the DSP Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

    @positive @from-secmp0107
    Example: By itself, another S1SP that has removed it does not apply it
      Given SECMP0107 is in force
      But S1SP1 has not deployed SECMP0107
      And a SMETS1 ESME served by S1SP2 and registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When the S1SP receives from the DSP Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @from-secmp0107
    Example: By itself, the S1SP still turns away an operator that owns no certificate there
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the S1SP receives from the DSP Westbrook's request to place Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed
