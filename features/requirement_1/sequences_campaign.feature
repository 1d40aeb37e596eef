@requirement-1 @pit @sit
Feature: SRPD clause 6.2(d), a campaign that the switch overtakes

  Southfell and Birchwater work through what they hold by mistake, one device at a
  time. The DSP has one switch for all of them, and may have to turn it off again
  between two devices. What was corrected stays corrected; what was not waits.

  @srpd-6.2.d @dsp @from-secmp0107
  Rule: A request is judged by the state in which it arrives
    > a SMETS1 Service Request with Service Reference Variant 6.15.1 (Update
    > Security Credentials) received from an Electricity Distributor or Gas
    > Transporter.

    @positive @meets-srpd-6.2.d
    Scenario Outline: While the switch stays on, the <next> follows the <first>
      Given SECMP0107 is in force
      And a SMETS1 dual-fuel installation registered to Northmoor and Ashdown
      But the ESME's Network Operator slots hold Southfell's certificates
      And the GPF's Network Operator slots hold Birchwater's certificates
      And <first_holder> has placed <first_operator>'s certificates in the <first>'s Network Operator slots
      When <next_holder> places <next_operator>'s certificates in the <next>'s Network Operator slots
      Then the request is accepted
      And the <next>'s Network Operator slots hold <next_operator>'s certificates
      And the <first>'s Network Operator slots are as they were

      Examples: Electricity first, or gas first
        | first | first_holder | first_operator | next | next_holder | next_operator |
        | ESME  | Southfell    | Northmoor      | GPF  | Birchwater  | Ashdown       |
        | GPF   | Birchwater   | Ashdown        | ESME | Southfell   | Northmoor     |

    @negative
    Scenario Outline: The switch is turned off after the <first>, and the <next> is refused
      Given SECMP0107 is in force
      And a SMETS1 dual-fuel installation registered to Northmoor and Ashdown
      But the ESME's Network Operator slots hold Southfell's certificates
      And the GPF's Network Operator slots hold Birchwater's certificates
      And <first_holder> has placed <first_operator>'s certificates in the <first>'s Network Operator slots
      When the DSP switches SECMP0107 off
      And <next_holder> places <next_operator>'s certificates in the <next>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      But the <first>'s Network Operator slots hold <first_operator>'s certificates
      And the <next>'s Network Operator slots are as they were

      Examples: Electricity first, or gas first
        | first | first_holder | first_operator | next | next_holder | next_operator |
        | ESME  | Southfell    | Northmoor      | GPF  | Birchwater  | Ashdown       |
        | GPF   | Birchwater   | Ashdown        | ESME | Southfell   | Northmoor     |

    @positive
    Scenario Outline: The switch is turned off and on again, and the <next> follows after all
      Given SECMP0107 is in force
      And a SMETS1 dual-fuel installation registered to Northmoor and Ashdown
      But the ESME's Network Operator slots hold Southfell's certificates
      And the GPF's Network Operator slots hold Birchwater's certificates
      And the DSP has switched SECMP0107 off
      And <next_holder> has tried to place <next_operator>'s certificates in the <next>'s Network Operator slots
      When the DSP switches SECMP0107 on
      And <next_holder> places <next_operator>'s certificates in the <next>'s Network Operator slots
      Then the request is accepted
      And the <next>'s Network Operator slots hold <next_operator>'s certificates

      Examples: Both fuels
        | next | next_holder | next_operator |
        | GPF  | Birchwater  | Ashdown       |
        | ESME | Southfell   | Northmoor     |

    @positive @uit
    Scenario Outline: What was corrected needs no switch: <operator> reads its <device> when it is off
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <holder> has placed <operator>'s certificates in the <device>'s Network Operator slots
      When the DSP switches SECMP0107 off
      And <operator> sends a 'Read Network Data' Service Request to the <device>
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Both fuels
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |
