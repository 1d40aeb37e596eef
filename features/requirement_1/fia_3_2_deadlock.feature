@requirement-1
Feature: FIA section 3.2, the deadlock

  Two operators could want to put a wrong certificate right: the one whose meter point it is, and the one whose
  certificate it is. Before the change the first is refused for want of the certificate and the second for want of the
  meter point. Nobody is left.

  Background:
    Given SECMP0107 is not in force

  @fia-3.2.deadlock @before-secmp0107 @pit @sit
  Rule: On a SMETS1 device with a wrong certificate, no Network Operator can put it right
    > This means that SRV 6.15.1, sent from the current Network Operator to update the incorrect certificate, is
    > rejected due to validation #3 because the Business Originator ID of the SR does not match with the Entity
    > Identifier of the certificate associated with the device. SRV 6.15.1 from the Network Operator whose certificate
    > was incorrectly associated with the device is also rejected because they fail the RDP checks as per validation #1
    > and #2.

    @negative @s1sp @meets-fia-3.2.deadlock.registered-operator
    Scenario Outline: The operator whose meter point it is lacks the certificate
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <registered> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Both fuels (FIA 3.2: "both the Electricity and Gas Network Operators")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @negative @dsp @meets-fia-3.2.deadlock.holder
    Scenario Outline: The operator whose certificate it is lacks the meter point
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Both fuels (FIA 3.2: "both the Electricity and Gas Network Operators")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @negative @dsp
    Example: An operator that has neither is no way out
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Westbrook places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @positive @s1sp @misses-fia-3.2.deadlock.registered-operator
    Scenario Outline: Where the certificate is right, there is no deadlock
      Given a SMETS1 <device> registered to <registered>
      And the <device>'s Network Operator slots hold <registered>'s certificates
      When <registered> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: Both fuels (FIA 3.2: "both the Electricity and Gas Network Operators")
        | device | registered |
        | ESME   | Northmoor  |
        | GPF    | Ashdown    |

    @positive @dsp @misses-fia-3.2.deadlock.holder
    Example: Where the meter point is the holder's too, there is no deadlock
      Given a SMETS1 ESME registered to Southfell
      And the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Southfell's certificates
