@requirement-1
Feature: FIA section 4.2.1, after the handover

  Southfell has used its certificate once, to put Northmoor's in its place. From then on the device is Northmoor's, to
  talk to and to control, and Southfell is what it always should have been: a stranger to it.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 dual-fuel installation registered to Northmoor and Ashdown
    But the ESME's Network Operator slots hold Southfell's certificates
    And the GPF's Network Operator slots hold Birchwater's certificates

  @fia-4.2.1.known-remote-party @from-secmp0107 @pit @sit @uit
  Rule: The operator whose certificate was put in place owns the device and can talk to it
    > This would then enable the 'correct' Network Operator to own and communicate with the meter as they are now the
    > Known Remote Party (KRP) to the device.

    @positive @s1sp @fat @meets-fia-4.2.1.known-remote-party
    Scenario Outline: <registered>, let in by <holder>, controls its <device>'s slots itself
      Given <holder> has placed <registered>'s certificates in the <device>'s Network Operator slots
      When <registered> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: Both fuels (FIA 4.2.1: "Electricity Distributor and Gas Transporter")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @positive @s1sp
    Example: The registered operator, let in, can talk to its ESME
      Given Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When Northmoor sends a 'Read Network Data' Service Request to the ESME
      Then the request is accepted

    @negative @s1sp @misses-fia-4.2.1.known-remote-party.now
    Example: Until it is let in, being the registered operator does not give it control
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

  @fia-4.2.1.former-operator @from-secmp0107 @pit @sit @uit
  Rule: The operator whose certificate was replaced has nothing more to say to the device
    > Once this has happened, the 'incorrect' Network Operator will no longer be able to talk to the device or alter the
    > certificates further as they will receive an S1VE64 error as their security credential is no longer on the device.

    @negative @s1sp @fat @meets-fia-4.2.1.former-operator
    Scenario Outline: <holder> cannot take the <device> back
      Given <holder> has placed <registered>'s certificates in the <device>'s Network Operator slots
      When <holder> places <holder>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots hold <registered>'s certificates
      And nothing has changed

      Examples: Both fuels (FIA 4.2.1: "Electricity Distributor and Gas Transporter")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @negative @dsp
    Example: The former holder cannot talk to the ESME either, and the DSP never let it
      Given Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @positive @s1sp @misses-fia-4.2.1.former-operator.once @misses-fia-4.2.1.former-operator.credential
    Example: As long as its certificate is there, the wrong operator may still replace it
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
