@requirement-1 @s1sp @pit
Feature: SRPD clause 16.1, the S1SP's own registration check

  What reaches an S1SP has passed the DSP, and the S1SP asks again. Here the
  request is put straight into its hands, so that nobody else can have refused it.
  Each sender holds the slots that it names: only the registration can fail.

  @srpd-16.1
  Rule: An S1SP looks into the Registration Data for itself
    Paraphrase:
    The check that Clause 6.1(f) requires of the DCC is required of the DCC as
    the DSP, and again of the DCC as the S1SP that serves the device

    @negative @before-secmp0107 @meets-srpd-16.1.s1sp
    Scenario Outline: Before SECMP0107 <s1sp> refuses the <device>'s holder for its registration
      Given SECMP0107 is not in force
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the S1SP receives from the DSP <holder>'s request to place <operator>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: Three S1SPs, two fuels (FIA 3.2, validation #2)
        | s1sp  | device | operator  | holder     |
        | S1SP1 | ESME   | Northmoor | Southfell  |
        | S1SP2 | ESME   | Northmoor | Southfell  |
        | S1SP3 | ESME   | Northmoor | Southfell  |
        | S1SP1 | GPF    | Ashdown   | Birchwater |
        | S1SP2 | GPF    | Ashdown   | Birchwater |
        | S1SP3 | GPF    | Ashdown   | Birchwater |

    @positive @from-secmp0107 @meets-srpd-6.2.d
    Scenario Outline: From SECMP0107 <s1sp> lets the <device>'s holder hand it over
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the S1SP receives from the DSP <holder>'s request to place <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Three S1SPs, two fuels (FIA 4.6.1)
        | s1sp  | device | operator  | holder     |
        | S1SP1 | ESME   | Northmoor | Southfell  |
        | S1SP2 | ESME   | Northmoor | Southfell  |
        | S1SP3 | ESME   | Northmoor | Southfell  |
        | S1SP1 | GPF    | Ashdown   | Birchwater |
        | S1SP2 | GPF    | Ashdown   | Birchwater |
        | S1SP3 | GPF    | Ashdown   | Birchwater |

    @positive @from-secmp0107 @before-secmp0107
    Scenario Outline: <s1sp> lets the registered <role> renew its own certificates
      Given SECMP0107 <state>
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      When the S1SP receives from the DSP <supplier>'s request to place <supplier>'s certificates in the <device>'s Supplier slots
      Then the request is accepted
      And the <device>'s Supplier slots hold <supplier>'s certificates

      Examples: Suppliers, before and from SECMP0107
        | s1sp  | state           | device | operator  | role            | supplier |
        | S1SP1 | is not in force | ESME   | Northmoor | Import Supplier | Curlew   |
        | S1SP2 | is not in force | GPF    | Ashdown   | Gas Supplier    | Heron    |
        | S1SP3 | is in force     | ESME   | Northmoor | Import Supplier | Curlew   |
        | S1SP1 | is in force     | GPF    | Ashdown   | Gas Supplier    | Heron    |

    @negative @from-secmp0107 @before-secmp0107 @meets-srpd-16.1.s1sp @misses-srpd-6.2.d.role
    Scenario Outline: <s1sp> refuses another <role> for its registration, though it holds the slots
      Given SECMP0107 <state>
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Supplier slots hold <supplier>'s certificates
      When the S1SP receives from the DSP <supplier>'s request to place <supplier>'s certificates in the <device>'s Supplier slots
      Then the S1SP refuses the request at its registration check
      And the <device>'s Supplier slots are as they were

      Examples: Suppliers, whose check SECMP0107 leaves in place (FIA 4.2.1)
        | s1sp  | state           | device | operator  | role            | supplier |
        | S1SP1 | is not in force | ESME   | Northmoor | Import Supplier | Dunlin   |
        | S1SP1 | is not in force | GPF    | Ashdown   | Gas Supplier    | Jackdaw  |
        | S1SP1 | is in force     | ESME   | Northmoor | Import Supplier | Dunlin   |
        | S1SP1 | is in force     | GPF    | Ashdown   | Gas Supplier    | Jackdaw  |
        | S1SP2 | is not in force | ESME   | Northmoor | Import Supplier | Dunlin   |
        | S1SP2 | is not in force | GPF    | Ashdown   | Gas Supplier    | Jackdaw  |
        | S1SP2 | is in force     | ESME   | Northmoor | Import Supplier | Dunlin   |
        | S1SP2 | is in force     | GPF    | Ashdown   | Gas Supplier    | Jackdaw  |
        | S1SP3 | is not in force | ESME   | Northmoor | Import Supplier | Dunlin   |
        | S1SP3 | is not in force | GPF    | Ashdown   | Gas Supplier    | Jackdaw  |
        | S1SP3 | is in force     | ESME   | Northmoor | Import Supplier | Dunlin   |
        | S1SP3 | is in force     | GPF    | Ashdown   | Gas Supplier    | Jackdaw  |
