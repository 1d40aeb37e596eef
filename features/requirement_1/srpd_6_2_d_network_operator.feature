@requirement-1
Feature: SRPD clause 6.2(d), the Network Operator that hands a SMETS1 device over

  The S1SP keeps a SMETS1 device's Network Operator certificates in virtual anchor
  slots. Southfell's came into an ESME's by mistake, Birchwater's into a GPF's; the
  meter points are Northmoor's and Ashdown's. Only the holder can put it right, and
  the registration check refused the holder. SECMP0107 inserts one paragraph.

  @srpd-6.2.d
  Rule: A Network Operator may update SMETS1 credentials without being the registered party
    > a SMETS1 Service Request with Service Reference Variant 6.15.1 (Update
    > Security Credentials) received from an Electricity Distributor or Gas
    > Transporter.

    @positive @dsp @pit @fat @sit @uit @from-secmp0107 @meets-srpd-6.2.d
    Scenario Outline: <holder>, whose certificates <s1sp> holds by mistake, hands the <device> to <operator>
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates
      And the <device>'s Supplier slots are as they were

      Examples: Three S1SPs, two fuels (FIA 4.2.1: "All three S1SPs")
        | s1sp  | device | holder     | operator  |
        | S1SP1 | ESME   | Southfell  | Northmoor |
        | S1SP2 | ESME   | Southfell  | Northmoor |
        | S1SP3 | ESME   | Southfell  | Northmoor |
        | S1SP1 | GPF    | Birchwater | Ashdown   |
        | S1SP2 | GPF    | Birchwater | Ashdown   |
        | S1SP3 | GPF    | Birchwater | Ashdown   |

    @negative @dsp @pit @fat @sit @uit @before-secmp0107
    Scenario Outline: Until the paragraph is in force, <holder> is turned away from the <device>
      Given SECMP0107 is not in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels (FIA 3.2, validation #1)
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @positive @dsp @pit @fat @sit @uit @before-secmp0107
    Scenario Outline: Until then only <operator>, registered and in the slots, may replace what the <device> holds
      Given SECMP0107 is not in force
      And a SMETS1 <device> registered to <operator>
      When <operator> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Both fuels (FIA 3.1)
        | device | operator  |
        | ESME   | Northmoor |
        | GPF    | Ashdown   |

    @negative @dsp @pit @fat @sit @from-secmp0107 @misses-srpd-6.2.d.role
    Scenario Outline: A <role> that holds its slots gains nothing from the paragraph
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Supplier slots hold <supplier>'s certificates
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the DSP refuses the request at its registration check
      And the <device>'s Supplier slots are as they were

      Examples: Holders that are not registered, and are no Network Operators (FIA 4.1)
        | role            | supplier | device | operator  |
        | Import Supplier | Dunlin   | ESME   | Northmoor |
        | Gas Supplier    | Jackdaw  | GPF    | Ashdown   |

    @negative @dsp @pit @fat @sit @uit @from-secmp0107 @misses-srpd-6.2.d.variant
    Scenario Outline: <holder> may give the <device> away, and may not read it
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> sends a 'Read Network Data' Service Request to the <device>
      Then the DSP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels (FIA 4.2.1: "Other SRVs ... are not impacted by this change")
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |
