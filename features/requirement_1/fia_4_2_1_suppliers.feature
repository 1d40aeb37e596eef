@requirement-1
Feature: FIA section 4.2.1, a supplier's own update

  Suppliers send SRV 6.15.1 for slots of their own. What they had to be for that, registered and in the slot, they still
  have to be. Curlew is the ESME's Import Supplier and Heron the GPF's Gas Supplier; Dunlin and Jackdaw are neither, and
  where one of them stands in the Supplier slots it is by a mistake that the change does not mend.

  @fia-4.2.1.supplier @before-secmp0107 @from-secmp0107 @pit
  Rule: A supplier's SRV 6.15.1 ends as it ended before
    > Other SRVs as well as SRV 6.15.1 when sent from a Supplier are not impacted by this change.

    @positive @s1sp @sit @uit @fat @meets-fia-4.2.1.supplier
    Scenario Outline: <supplier>, registered and in the slots, renews its certificates with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 <device> registered to <registered>
      When <supplier> places <supplier>'s renewed certificates in the <device>'s Supplier slots
      Then the request is accepted
      And the <device>'s Supplier slots hold <supplier>'s renewed certificates

      Examples: Both fuels, before and after (FIA 4.2.1)
        | device | registered | supplier | state        |
        | ESME   | Northmoor  | Curlew   | not in force |
        | ESME   | Northmoor  | Curlew   | in force     |
        | GPF    | Ashdown    | Heron    | not in force |
        | GPF    | Ashdown    | Heron    | in force     |

    @negative @dsp @sit @uit @meets-fia-4.2.1.supplier
    Scenario Outline: <supplier>, in the slots but not registered, is refused by the DSP with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 <device> registered to <registered>
      But the <device>'s Supplier slots hold <supplier>'s certificates
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Both fuels, before and after (FIA 4.2.1)
        | device | registered | supplier | state        |
        | ESME   | Northmoor  | Dunlin   | not in force |
        | ESME   | Northmoor  | Dunlin   | in force     |
        | GPF    | Ashdown    | Jackdaw  | not in force |
        | GPF    | Ashdown    | Jackdaw  | in force     |

    @negative @s1sp @meets-fia-4.2.1.supplier @misses-fia-4.2.1.disable.network-operator @misses-fia-4.6.1.sender
    Scenario Outline: Past the DSP, <supplier> is refused by <s1sp> with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Supplier slots hold <supplier>'s certificates
      When the S1SP receives from the DSP <supplier>'s request to place Curlew's certificates in the ESME's Supplier slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

      Examples: An Import Supplier that is not registered, before and after (FIA 4.2.1)
        | s1sp  | supplier | state        |
        | S1SP1 | Dunlin   | not in force |
        | S1SP2 | Dunlin   | in force     |
        | S1SP3 | Dunlin   | in force     |

    @negative @s1sp @sit @uit @meets-fia-4.2.1.supplier
    Scenario Outline: Curlew, registered but not in the slots, is refused by the S1SP with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Supplier slots hold Dunlin's certificates
      When Curlew places Curlew's certificates in the ESME's Supplier slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Before and after (FIA 4.2.1)
        | state        |
        | not in force |
        | in force     |
