@requirement-1 @s1sp @pit
Feature: FIA section 4.2.1, the other requests as an S1SP hears them

  Whatever the DSP lets through, the S1SP asks again whose meter point it is, and the change takes that question away
  for one request only. Here another request is put straight into the S1SP's hands. Southfell holds the slots of an ESME
  on Northmoor's network, Birchwater those of a GPF on Ashdown's; neither is registered.

  @fia-4.2.1.other-srvs @before-secmp0107 @from-secmp0107
  Rule: At every S1SP another Service Reference Variant ends as it ended before
    > Other SRVs as well as SRV 6.15.1 when sent from a Supplier are not impacted by this change.

    @negative @meets-fia-4.2.1.other-srvs @misses-fia-4.2.1.disable.variant @misses-fia-4.6.1.variant
    @misses-srpd-6.2.d.variant
    Scenario Outline: <s1sp> turned <holder> away from a reading of the <device>, and does with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 <device> served by <s1sp> and registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the S1SP receives from the DSP <holder>'s 'Read Network Data' Service Request to the <device>
      Then the S1SP refuses the request at its registration check
      And nothing has changed

      Examples: Each S1SP, both fuels, before and after (FIA 4.2.1)
        | s1sp  | device | registered | holder     | state        |
        | S1SP1 | ESME   | Northmoor  | Southfell  | not in force |
        | S1SP2 | GPF    | Ashdown    | Birchwater | not in force |
        | S1SP3 | ESME   | Northmoor  | Southfell  | not in force |
        | S1SP1 | ESME   | Northmoor  | Southfell  | in force     |
        | S1SP2 | ESME   | Northmoor  | Southfell  | in force     |
        | S1SP3 | ESME   | Northmoor  | Southfell  | in force     |
        | S1SP1 | GPF    | Ashdown    | Birchwater | in force     |
        | S1SP2 | GPF    | Ashdown    | Birchwater | in force     |
        | S1SP3 | GPF    | Ashdown    | Birchwater | in force     |

    @positive @meets-fia-4.2.1.other-srvs
    Scenario Outline: <s1sp> let <registered>, registered and in the slots, read the <device>, and does with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 <device> served by <s1sp> and registered to <registered>
      When the S1SP receives from the DSP <registered>'s 'Read Network Data' Service Request to the <device>
      Then the request is accepted

      Examples: Each S1SP, before and after (FIA 4.2.1)
        | s1sp  | device | registered | state        |
        | S1SP1 | ESME   | Northmoor  | not in force |
        | S1SP2 | GPF    | Ashdown    | not in force |
        | S1SP2 | ESME   | Northmoor  | in force     |
        | S1SP3 | GPF    | Ashdown    | in force     |

  @srpd-16.1 @from-secmp0107
  Rule: The S1SP asks on which days a registration has effect, as the DSP does
    Paraphrase:
    The check that Clause 6.1(f) requires of the DCC is required of the DCC as the DSP, and again of the DCC as the
    S1SP that serves the device

    @negative @meets-srpd-16.1.s1sp @misses-srpd-6.1.f.effective-date
    Scenario Outline: <s1sp> does not count a registration of <registered> that <bound>
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <registered>
      But <registered>'s registration for the <device> <bound>
      When the S1SP receives from the DSP <registered>'s 'Read Network Data' Service Request to the <device>
      Then the S1SP refuses the request at its registration check
      And nothing has changed

      Examples: Not yet, or no longer, at each S1SP (DUIS: "at the required date & time")
        | s1sp  | device | registered | bound           |
        | S1SP1 | ESME   | Northmoor  | begins tomorrow |
        | S1SP2 | ESME   | Northmoor  | ended yesterday |
        | S1SP3 | GPF    | Ashdown    | begins tomorrow |
        | S1SP1 | GPF    | Ashdown    | ended yesterday |
        | S1SP2 | GPF    | Ashdown    | begins tomorrow |
        | S1SP3 | ESME   | Northmoor  | ended yesterday |

    @positive @meets-srpd-6.1.f.effective-date
    Scenario Outline: <s1sp> counts a registration of <registered> that has effect today
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <registered>
      When the S1SP receives from the DSP <registered>'s 'Read Network Data' Service Request to the <device>
      Then the request is accepted

      Examples: A registration in effect, at each S1SP
        | s1sp  | device | registered |
        | S1SP1 | ESME   | Northmoor  |
        | S1SP2 | GPF    | Ashdown    |
        | S1SP3 | ESME   | Northmoor  |
