@requirement-1 @dsp @pit @sit @uit
Feature: SRPD clause 6.1(f), what the wrong holder still may not do

  Southfell's certificates are in the slots of an ESME, Birchwater's in those of
  a GPF; neither is the registered operator. SECMP0107 lets each of them do one
  thing, which is to hand the device over. It opens no window on the meter: every
  other request from them fails the registration check before and after.

  @srpd-6.1.f
  Rule: A certificate in the slot is no registration
    Paraphrase:
    it checks the Registration Data: the sender is the registered party, in the
    User Role in which it sends, for the meter point of that Device

    @negative @from-secmp0107 @before-secmp0107 @misses-srpd-6.1.f.registered-party @misses-srpd-6.2.d.variant
    Scenario Outline: The holder that is not registered may not send a '<request>' to the <device>
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> sends a '<request>' Service Request to the <device>
      Then the DSP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: Before SECMP0107 (FIA 3.1)
        | state           | device | operator  | holder     | request                                    |
        | is not in force | ESME   | Northmoor | Southfell  | Read Network Data                          |
        | is not in force | ESME   | Northmoor | Southfell  | Retrieve Device Security Credentials (KRP) |
        | is not in force | GPF    | Ashdown   | Birchwater | Read Network Data                          |
        | is not in force | GPF    | Ashdown   | Birchwater | Retrieve Device Security Credentials (KRP) |

      Examples: From SECMP0107, "Other SRVs ... are not impacted by this change" (FIA 4.2.1)
        | state       | device | operator  | holder     | request                                    |
        | is in force | ESME   | Northmoor | Southfell  | Read Network Data                          |
        | is in force | ESME   | Northmoor | Southfell  | Retrieve Device Security Credentials (KRP) |
        | is in force | GPF    | Ashdown   | Birchwater | Read Network Data                          |
        | is in force | GPF    | Ashdown   | Birchwater | Retrieve Device Security Credentials (KRP) |

    @positive @from-secmp0107 @before-secmp0107 @meets-srpd-6.1.f.registered-party
    Scenario Outline: The holder that is registered may send a '<request>' to the <device>
      Given SECMP0107 <state>
      And a SMETS1 <device> registered to <holder>
      When <holder> sends a '<request>' Service Request to the <device>
      Then the request is accepted

      Examples: The same requests by the same parties, once they are registered
        | state           | device | holder     | request                                    |
        | is not in force | ESME   | Southfell  | Read Network Data                          |
        | is not in force | GPF    | Birchwater | Retrieve Device Security Credentials (KRP) |
        | is in force     | ESME   | Southfell  | Retrieve Device Security Credentials (KRP) |
        | is in force     | GPF    | Birchwater | Read Network Data                          |
