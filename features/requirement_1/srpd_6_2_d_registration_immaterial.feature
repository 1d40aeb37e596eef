@requirement-1
Feature: SRPD clause 6.2(d), an exemption that does not ask about the register

  The paragraph names who sends and what is sent. It does not ask whether the
  sender was ever registered for the device, or when it ceased to be. Southfell's
  and Birchwater's registrations ended yesterday; their certificates are still there.

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
