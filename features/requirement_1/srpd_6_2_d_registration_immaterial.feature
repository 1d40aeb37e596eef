@requirement-1
Feature: SRPD clause 6.2(d), an exemption that does not ask about the register

  The paragraph names who sends and what is sent. It does not ask whether the
  sender was ever registered for the device, when it ceased to be, or whose
  certificates are stored. Southfell's and Birchwater's are; Westbrook's and
  Coldharbour's are not, and that is not for the DSP to find out.

  @srpd-6.2.d @dsp @from-secmp0107
  Rule: Why the holder is not registered, or since when, does not matter
    > received from an Electricity Distributor or Gas Transporter

    @positive @pit @meets-srpd-6.2.d
    Scenario Outline: <holder>, registered until yesterday, may still hand the <device> over
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder>'s registration for the <device> ended yesterday
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Both fuels
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

  @srpd-6.2.d @dsp @from-secmp0107
  Rule: Whether the sender is in the slot is not asked by the DSP, and therefore answered by the S1SP
    > received from an Electricity Distributor or Gas Transporter

    @positive @pit @sit @meets-srpd-6.2.d
    Scenario Outline: <holder>, in the slot of the <device>, passes the DSP and the S1SP
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Both fuels
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @negative @pit @sit @meets-srpd-6.2.d.role
    Scenario Outline: <third>, neither registered nor in the slot of the <device>, passes the DSP alone
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <third> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | holder     | operator  | third       |
        | ESME   | Southfell  | Northmoor | Westbrook   |
        | GPF    | Birchwater | Ashdown   | Coldharbour |
