@requirement-1 @dsp @pit @sit
Feature: SRPD clause 6.1(f), from when and until when

  A registration has a first day and, when the meter point passes to another
  party, a last one. Northmoor's is in effect today unless an Example says
  otherwise. SECMP0107 changes nothing here: it asks whether a sender is
  registered less often, and never asks it differently.

  @srpd-6.1.f
  Rule: A registration counts on the days on which it has effect
    Paraphrase:
    the registered party, in the User Role in which it sends, for the meter
    point of that Device, at the date and time for which the request is made

    @positive @from-secmp0107 @before-secmp0107 @meets-srpd-6.1.f.effective-date
    Scenario Outline: <operator> is registered for the <device> today, and may ask it today
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <operator>
      When <operator> sends a 'Read Network Data' Service Request to the <device>
      Then the request is accepted

      Examples: A registration in effect
        | state           | device | operator  |
        | is not in force | ESME   | Northmoor |
        | is not in force | GPF    | Ashdown   |
        | is in force     | ESME   | Northmoor |
        | is in force     | GPF    | Ashdown   |

    @negative @from-secmp0107 @before-secmp0107 @misses-srpd-6.1.f.effective-date
    Scenario Outline: A registration of <operator> that <bound> does not count today
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <operator>
      But <operator>'s registration for the <device> <bound>
      When <operator> sends a 'Read Network Data' Service Request to the <device>
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Not yet, or no longer (DUIS: "at the required date & time")
        | state           | device | operator  | bound           |
        | is not in force | ESME   | Northmoor | begins tomorrow |
        | is not in force | GPF    | Ashdown   | ended yesterday |
        | is in force     | ESME   | Northmoor | ended yesterday |
        | is in force     | GPF    | Ashdown   | begins tomorrow |

  @srpd-6.1.f @from-secmp0107
  Rule: A supplier's SRV 6.15.1 waits for its registration as it always has
    Paraphrase:
    at the date and time for which the request is made. A request that fails the
    check is refused.

    @positive @meets-srpd-6.1.f.effective-date
    Example: A supplier registered today renews its own certificates
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      When Curlew places Curlew's renewed certificates in the ESME's Supplier slots
      Then the request is accepted
      And the ESME's Supplier slots hold Curlew's renewed certificates
      And the ESME's Network Operator slots are as they were

    @negative @misses-srpd-6.1.f.effective-date @misses-srpd-6.2.d.role
    Scenario Outline: A supplier whose registration <bound> renews nothing, though it holds the slots
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But Curlew's registration for the ESME <bound>
      When Curlew places Curlew's certificates in the ESME's Supplier slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Not yet, or no longer
        | bound           |
        | begins tomorrow |
        | ended yesterday |
