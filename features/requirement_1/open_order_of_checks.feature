@requirement-1 @from-secmp0107
Feature: FIA 3.2, the order of the checks

  Three validations stand between a Network Operator and a SMETS1 device, and FIA 3.2 numbers them without saying that
  they run in that order. The order shows only in a sender that fails two of them. Northmoor is the registered operator,
  Southfell holds the slots, Westbrook neither; Gannet is an Export Supplier and Turnix an agent, neither registered.

  @fia-3.2.3
  Rule: The S1SP validates the certificate owner with the Business Originator ID
    > S1SP validates the certificate owner with the Business Originator ID

    A sender that fails the registration check and this one learns from the refusal which came first, and #2 stands
    before #3 in the list. But a list is no order of work, and each S1SP has its own design.

    @s1sp @positive @pit @sit
    Example: The holder passes whatever the order
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @s1sp @positive @pit @sit @misses-fia-3.1.smets1.not-the-owner
    Scenario Outline: An operator that passes both checks of a lagging <s1sp> is not stopped
      Given SECMP0107 is in force
      But <s1sp> has not deployed SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted

      Examples: All three S1SPs
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @s1sp @negative @pit @sit @open-O3.s1sp
    Scenario Outline: It is open which check of a lagging <s1sp> stops an operator that would fail both
      Given SECMP0107 is in force
      But <s1sp> has not deployed SECMP0107
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      And the ESME's Network Operator slots hold Southfell's certificates
      When Westbrook places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O3.s1sp admits:
        | reading         | outcome                                                |
        | rdp-first       | refused by the S1SP at its registration check          |
        | ownership-first | refused by the S1SP at its certificate ownership check |

      Examples: All three S1SPs, each with its own design (FIA 4.2.1, 4.4)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

  @srpd-6.1.f
  Rule: A sender whose User Role may not send the request is stopped by the DSP, whichever of its checks comes first
    Paraphrase:
    the sender is the registered party, in the User Role in which it sends

    The DSP may look first at what the User Role may send at all, as the numbering of its response codes suggests. But
    nothing puts that before the registration check, and both refuse an agent or an Export Supplier that is not
    registered.

    @dsp @positive @pit @sit
    Example: The role of Network Operator passes both
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      When Northmoor sends a 'Read Network Data' Service Request to the ESME
      Then the request is accepted

    @dsp @negative @pit @sit @open-O3.dsp
    Scenario Outline: It is open which check stops <sender>, that would fail both
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      When <sender> sends a 'Read Network Data' Service Request to the ESME
      Then the answer is one that O3.dsp admits:
        | reading            | outcome                                      |
        | role-first         | refused by the DSP at its user role check    |
        | registration-first | refused by the DSP at its registration check |

      Examples: Roles that may not send SRV 4.10 (DUIS request matrix), not registered for the device
        | sender |
        | Gannet |
        | Turnix |
