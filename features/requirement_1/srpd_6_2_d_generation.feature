@requirement-1 @dsp @pit
Feature: SRPD clause 6.2(d), a SMETS1 Service Request and no other

  On SMETS1 a Critical request has its registration checked, on SMETS2 it has
  not. So one request from Southfell, whose certificates are in the slots by
  mistake, is refused or accepted by the age of the meter until SECMP0107, and by
  nothing else afterwards: not because the paragraph reaches SMETS2, but because
  SMETS2 never needed it.

  @srpd-6.2.d
  Rule: The paragraph is about SMETS1, and changes no answer on SMETS2
    > a SMETS1 Service Request with Service Reference Variant 6.15.1 (Update
    > Security Credentials)

    @negative @before-secmp0107 @sit
    Scenario Outline: Before SECMP0107 <holder> is refused on SMETS1
      Given SECMP0107 is not in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels (FIA 3.2)
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @positive @before-secmp0107 @from-secmp0107 @sit @misses-srpd-6.2.d.generation
    Scenario Outline: On SMETS2 <holder> is accepted for the <device> while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS2 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Both fuels, before and from SECMP0107 (FIA 4.1: "does not affect SMETS2 SRV processing")
        | state           | device | holder     | operator  |
        | is not in force | ESME   | Southfell  | Northmoor |
        | is not in force | GPF    | Birchwater | Ashdown   |
        | is in force     | ESME   | Southfell  | Northmoor |
        | is in force     | GPF    | Birchwater | Ashdown   |

    @positive @from-secmp0107 @meets-srpd-6.2.d.generation
    Scenario Outline: On SMETS1 the DSP lets <holder> pass by this paragraph, and says so
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates
      And the DSP cites SRPD 6.2(d) in its audit trail
      And every decision on the request has one record in the audit trail

      Examples: Both fuels
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @positive @from-secmp0107 @misses-srpd-6.2.d.generation @misses-fia-4.5.1.generation
    Scenario Outline: On SMETS2 the DSP lets <holder> pass because there is nothing to check, and does not cite the paragraph
      Given SECMP0107 is in force
      And a SMETS2 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates
      And the DSP does not cite SRPD 6.2(d) in its audit trail

      Examples: Both fuels
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @negative @before-secmp0107 @from-secmp0107 @sit
    Scenario Outline: On SMETS2 too <holder> may not read the <device> while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS2 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> sends a 'Read Network Data' Service Request to the <device>
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: A request that is not Critical has its registration checked on either
        | state           | device | holder     | operator  |
        | is not in force | ESME   | Southfell  | Northmoor |
        | is in force     | ESME   | Southfell  | Northmoor |
        | is not in force | GPF    | Birchwater | Ashdown   |
        | is in force     | GPF    | Birchwater | Ashdown   |
