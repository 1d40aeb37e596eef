@requirement-1
Feature: FIA section 3.2, the one way of arrival that is still open

  Where nobody supplied a Network Operator certificate at enrolment, the slots are empty and the registered supplier may
  fill them by SRV 6.21. The Migration Control Centre did so for ESMEs only, so that a GPF whose supplier gave nothing
  has waited for SRV 6.21 ever since. A Network Operator cannot send it at all.

  Background:
    Given SECMP0107 is not in force

  @fia-3.2.arrival @dsp @before-secmp0107 @pit @sit
  Rule: Into empty slots, the registered supplier may put a certificate, right or wrong, and nobody else may
    > the Supplier using SRV 6.21 where Network Operator certificate is not provided by any of the above methods.

    @positive @meets-fia-3.2.arrival.handover
    Scenario Outline: Nothing stops a registered supplier from supplying the wrong operator's certificate
      Given a SMETS1 <device> registered to <registered>
      And the <device>'s Network Operator slots are empty
      When <supplier> puts <wrong>'s certificates on the <device> by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the request is accepted
      And the <device>'s Network Operator slots hold <wrong>'s certificates

      Examples: Both fuels (FIA 4.2.2 counts wrong certificates on ESMEs and on GPFs)
        | device | registered | supplier | wrong      |
        | ESME   | Northmoor  | Curlew   | Southfell  |
        | GPF    | Ashdown    | Heron    | Birchwater |

    @positive @misses-fia-3.2.arrival.migration-control-centre
    Example: A GPF, which the Migration Control Centre never served, gets its certificate from its supplier
      Given a SMETS1 GPF registered to Ashdown
      And the GPF's Network Operator slots are empty
      When Heron puts Ashdown's certificates on the GPF by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the request is accepted
      And the GPF's Network Operator slots hold Ashdown's certificates

    @negative @misses-fia-3.2.arrival.handover
    Example: A Network Operator cannot fill the slots itself
      Given a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots are empty
      When Northmoor puts Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the DSP refuses the request at its user role check
      And the ESME's Network Operator slots are as they were

    @negative @misses-fia-3.2.arrival.handover
    Example: A supplier that is not the ESME's own cannot fill them either
      Given a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots are empty
      When Dunlin puts Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the DSP refuses the request at its registration check
      And the ESME's Network Operator slots are as they were
