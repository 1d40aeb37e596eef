@requirement-1 @dsp @pit @sit
Feature: SRPD clause 6.1(f), the registration check for every User Role

  Before the DCC carries a Service Request to a meter, it asks the Registration
  Data whether the sender is registered there. Curlew, Heron, Northmoor and
  Ashdown are, as Import Supplier, Gas Supplier, Electricity Distributor and Gas
  Transporter; Dunlin, Jackdaw, Southfell and Birchwater are not. SECMP0107
  leaves this check as it found it for every request other than SRV 6.15.1.

  @srpd-6.1.f
  Rule: A request to a Device is for the party that is registered there
    Paraphrase:
    Before the DCC carries out a Service Request that is addressed to a Device,
    it checks the Registration Data: the sender is the registered party

    @positive @from-secmp0107 @before-secmp0107 @uit @meets-srpd-6.1.f
    Scenario Outline: The registered <role> may ask the <device>
      Given SECMP0107 <state>
      And a <generation> <device> registered to <operator>
      When <party> sends a '<request>' Service Request to the <device>
      Then the request is accepted

      Examples: Before SECMP0107 (FIA 3.1)
        | state           | generation | device | operator  | role                    | party     | request                                    |
        | is not in force | SMETS2     | ESME   | Northmoor | Import Supplier         | Curlew    | Read Instantaneous Import Registers        |
        | is not in force | SMETS1     | GPF    | Ashdown   | Gas Supplier            | Heron     | Read Network Data                          |
        | is not in force | SMETS1     | ESME   | Northmoor | Electricity Distributor | Northmoor | Retrieve Device Security Credentials (KRP) |
        | is not in force | SMETS1     | GPF    | Ashdown   | Gas Transporter         | Ashdown   | Read Network Data                          |

      Examples: From SECMP0107, which touches none of these (FIA 4.2.1)
        | state       | generation | device | operator  | role                    | party     | request                                    |
        | is in force | SMETS2     | ESME   | Northmoor | Import Supplier         | Curlew    | Read Instantaneous Import Registers        |
        | is in force | SMETS1     | GPF    | Ashdown   | Gas Supplier            | Heron     | Read Network Data                          |
        | is in force | SMETS1     | ESME   | Northmoor | Electricity Distributor | Northmoor | Retrieve Device Security Credentials (KRP) |
        | is in force | SMETS1     | GPF    | Ashdown   | Gas Transporter         | Ashdown   | Read Network Data                          |

    @negative @from-secmp0107 @before-secmp0107 @uit @misses-srpd-6.1.f.registered-party
    Scenario Outline: Another <role> may not ask the <device>, though the role is right
      Given SECMP0107 <state>
      And a <generation> <device> registered to <operator>
      When <party> sends a '<request>' Service Request to the <device>
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Before SECMP0107 (FIA 3.1)
        | state           | generation | device | operator  | role                    | party      | request                                    |
        | is not in force | SMETS2     | ESME   | Northmoor | Import Supplier         | Dunlin     | Read Instantaneous Import Registers        |
        | is not in force | SMETS1     | GPF    | Ashdown   | Gas Supplier            | Jackdaw    | Read Network Data                          |
        | is not in force | SMETS1     | ESME   | Northmoor | Electricity Distributor | Westbrook  | Retrieve Device Security Credentials (KRP) |
        | is not in force | SMETS1     | GPF    | Ashdown   | Gas Transporter         | Coldharbour | Read Network Data                          |

      Examples: From SECMP0107, which touches none of these (FIA 4.2.1)
        | state       | generation | device | operator  | role                    | party       | request                                    |
        | is in force | SMETS2     | ESME   | Northmoor | Import Supplier         | Dunlin      | Read Instantaneous Import Registers        |
        | is in force | SMETS1     | GPF    | Ashdown   | Gas Supplier            | Jackdaw     | Read Network Data                          |
        | is in force | SMETS1     | ESME   | Northmoor | Electricity Distributor | Westbrook   | Retrieve Device Security Credentials (KRP) |
        | is in force | SMETS1     | GPF    | Ashdown   | Gas Transporter         | Coldharbour | Read Network Data                          |

    @positive @from-secmp0107
    Example: The registered Import Supplier may hand over an empty slot
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots are empty
      When Curlew puts Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @from-secmp0107 @misses-srpd-6.1.f.registered-party
    Example: Another Import Supplier may not hand over even an empty slot
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots are empty
      When Dunlin puts Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the DSP refuses the request at its registration check
      And the ESME's Network Operator slots are as they were
