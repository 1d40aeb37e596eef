@requirement-1 @dsp
Feature: SRPD clause 6.2(d), an operator of the one fuel in the slot of the other

  An Organisation Certificate with the role of Network Operator does not say
  which fuel. Nothing kept a distributor's out of a GPF, nor a transporter's out
  of an ESME. Southfell and Birchwater have each ended up in the other's world,
  and paragraph (d) names both kinds of operator without naming their meters.

  @srpd-6.2.d
  Rule: The paragraph asks for a Network Operator, and not for one of the device's own fuel
    > received from an Electricity Distributor or Gas Transporter.

    @positive @pit @sit @uit @from-secmp0107 @open-O2
    Scenario Outline: Southfell, a distributor, hands a GPF of <s1sp> to its Gas Transporter
      Given SECMP0107 is in force
      And a SMETS1 GPF served by <s1sp> and registered to Ashdown
      But the GPF's Network Operator slots hold Southfell's certificates
      When Southfell places Ashdown's certificates in the GPF's Network Operator slots
      Then the answer is one that O2 admits:
        | reading       | outcome                                         |
        | no-fuel-limit | accepted, replacing both Network Operator slots |
        | same-fuel     | refused by the DSP or refused by the S1SP       |

      Examples: Three S1SPs
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @pit @sit @uit @from-secmp0107 @open-O2
    Scenario Outline: Birchwater, a transporter, hands an ESME of <s1sp> to its Electricity Distributor
      Given SECMP0107 is in force
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Birchwater's certificates
      When Birchwater places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O2 admits:
        | reading       | outcome                                         |
        | no-fuel-limit | accepted, replacing both Network Operator slots |
        | same-fuel     | refused by the DSP or refused by the S1SP       |

      Examples: Three S1SPs
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @pit @before-secmp0107
    Scenario Outline: Until the paragraph is in force, <holder> is turned away from the other fuel's <device>
      Given SECMP0107 is not in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: A distributor in a GPF, a transporter in an ESME (FIA 3.2, validation #1)
        | device | holder     | operator  |
        | GPF    | Southfell  | Ashdown   |
        | ESME   | Birchwater | Northmoor |

    @positive @pit @before-secmp0107
    Scenario Outline: Until then the registered <operator>, of the <device>'s own fuel, replaces what it holds
      Given SECMP0107 is not in force
      And a SMETS1 <device> registered to <operator>
      When <operator> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: A transporter in a GPF, a distributor in an ESME (FIA 3.1)
        | device | operator  |
        | GPF    | Ashdown   |
        | ESME   | Northmoor |

    @positive @pit @from-secmp0107 @meets-srpd-6.2.d
    Scenario Outline: An operator of the <device>'s own fuel hands it over by the same request
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: A transporter in a GPF, a distributor in an ESME
        | device | holder     | operator  |
        | GPF    | Birchwater | Ashdown   |
        | ESME   | Southfell  | Northmoor |
