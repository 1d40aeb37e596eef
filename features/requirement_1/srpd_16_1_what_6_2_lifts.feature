@requirement-1 @s1sp @pit
Feature: SRPD clause 16.1, what clause 6.2 lifted before SECMP0107, it lifts from each

  The older paragraphs of clause 6.2 ask nothing about the age of a device, and what they lift at the DSP they lift at
  the S1SP as well. Sanderling is an Other User, Curlew the Import Supplier of the home and a stranger to its gas; Dunlin
  supplies nothing here. Curlew's certificates are in the GPF's Supplier slots, so that only a registration can fail.

  @srpd-16.1 @before-secmp0107 @from-secmp0107
  Rule: Paragraphs (a), (b) and (c) hold for a SMETS1 device, at the DSP and at its S1SP
    Paraphrase:
    what Clause 6.2 lifts, it lifts from each of them.

    @positive @meets-srpd-16.1 @meets-srpd-6.2.a @meets-srpd-6.2.c
    Scenario Outline: <party>, whom the MPRN does not know, joins the gas meter of a home of <s1sp> with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      But the GPF's Supplier slots hold Curlew's certificates
      When <party> sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the request is accepted

      Examples: By paragraph (a) and by paragraph (c), at each S1SP (FIA 4.3)
        | s1sp  | party      | state        |
        | S1SP1 | Curlew     | in force     |
        | S1SP2 | Curlew     | in force     |
        | S1SP3 | Curlew     | not in force |
        | S1SP1 | Sanderling | in force     |
        | S1SP2 | Sanderling | not in force |
        | S1SP3 | Sanderling | in force     |

    @positive @meets-srpd-16.1 @meets-srpd-6.2.b
    Scenario Outline: Curlew, whom the MPRN does not know, restores the log of a GPF of <s1sp> with SECMP0107 <state>
      Given SECMP0107 is <state>
      And a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      But the GPF's Supplier slots hold Curlew's certificates
      When Curlew sends a 'Restore Gas Proxy Function Device Log' Service Request to the GPF
      Then the request is accepted

      Examples: By paragraph (b), at each S1SP (FIA 4.3)
        | s1sp  | state        |
        | S1SP1 | in force     |
        | S1SP2 | not in force |
        | S1SP3 | in force     |

    @negative
    Scenario Outline: Dunlin, whom no paragraph helps, is refused by <s1sp> when the DSP lets it through
      Given SECMP0107 is in force
      And a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      But the GPF's Supplier slots hold Dunlin's certificates
      When the S1SP receives from the DSP Dunlin's 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the S1SP refuses the request at its registration check
      And nothing has changed

      Examples: Each S1SP
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |
