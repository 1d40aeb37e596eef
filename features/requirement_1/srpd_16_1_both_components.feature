@requirement-1 @pit @sit
Feature: SRPD clause 16.1, one check and two that make it

  The registration check is made by the DSP and made again by the S1SP that
  serves the device. Each may have SECMP0107 in force without the other: the DSP
  has one switch, each S1SP is deployed or not. Southfell and Birchwater hold the
  slots of an ESME and a GPF that are registered to Northmoor and Ashdown.

  @srpd-16.1
  Rule: Each component lifts the check for itself and for nobody else
    Paraphrase:
    The check that Clause 6.1(f) requires of the DCC is required of the DCC as
    the DSP, and again of the DCC as the S1SP that serves the device; what
    Clause 6.2 lifts, it lifts from each of them.

    @positive @s1sp @from-secmp0107 @uit
    Scenario Outline: Where the DSP and <s1sp> have both lifted it, <holder> hands the <device> over
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Three S1SPs, two fuels (FIA 4.2.1: "All three S1SPs")
        | s1sp  | device | operator  | holder     |
        | S1SP1 | ESME   | Northmoor | Southfell  |
        | S1SP2 | ESME   | Northmoor | Southfell  |
        | S1SP3 | ESME   | Northmoor | Southfell  |
        | S1SP1 | GPF    | Ashdown   | Birchwater |
        | S1SP2 | GPF    | Ashdown   | Birchwater |
        | S1SP3 | GPF    | Ashdown   | Birchwater |

    @positive @s1sp @from-secmp0107 @misses-fia-3.1.smets1.not-the-owner
    Scenario Outline: Where only <s1sp> still makes it, the registered <operator> passes both
      Given SECMP0107 is in force
      But <s1sp> has not deployed SECMP0107
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      When <operator> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted

      Examples: Each S1SP lagging in turn (FIA 3.1)
        | s1sp  | device | operator  |
        | S1SP1 | ESME   | Northmoor |
        | S1SP2 | GPF    | Ashdown   |
        | S1SP3 | ESME   | Northmoor |

    @negative @s1sp @from-secmp0107 @meets-srpd-16.1.s1sp @misses-srpd-16.1.dsp
    Scenario Outline: Where only <s1sp> still makes it, the DSP lets the <device>'s holder pass and <s1sp> does not
      Given SECMP0107 is in force
      But <s1sp> has not deployed SECMP0107
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      And the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: Each S1SP lagging in turn (FIA 4.1)
        | s1sp  | device | operator  | holder     |
        | S1SP1 | ESME   | Northmoor | Southfell  |
        | S1SP2 | ESME   | Northmoor | Southfell  |
        | S1SP3 | ESME   | Northmoor | Southfell  |
        | S1SP1 | GPF    | Ashdown   | Birchwater |
        | S1SP2 | GPF    | Ashdown   | Birchwater |
        | S1SP3 | GPF    | Ashdown   | Birchwater |

    @positive @dsp @from-secmp0107
    Example: Where only the DSP still makes it, the registered operator passes both
      Given SECMP0107 is in force
      But the DSP has switched SECMP0107 off
      And a SMETS1 ESME registered to Northmoor
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted

    @negative @dsp @from-secmp0107 @meets-srpd-16.1.dsp @misses-srpd-16.1.s1sp
    Scenario Outline: Where only the DSP still makes it, the request for the <device> never reaches <s1sp>
      Given SECMP0107 is in force
      But the DSP has switched SECMP0107 off
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      And the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: One switch at the DSP covers every S1SP (FIA 4.1)
        | s1sp  | device | operator  | holder     |
        | S1SP1 | ESME   | Northmoor | Southfell  |
        | S1SP2 | GPF    | Ashdown   | Birchwater |
        | S1SP3 | ESME   | Northmoor | Southfell  |
