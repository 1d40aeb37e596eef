@requirement-1 @s1sp @pit @sit
Feature: S1SR clause 4.2, a certificate that goes astray and comes back

  The check looks at the certificate that is stored. Whether anybody looks at the
  one that is brought, and asks whether its owner is the registered operator, the
  documents do not say. Three stories turn on it: a third operator in the slot, a
  slip of the registered one, and a wrong holder that makes itself at home.

  Background:
    Given SECMP0107 is in force

  @s1sr-4.2 @from-secmp0107
  Rule: Whoever holds the slot may pass it on, and what it passes on may be looked at
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device.

    @positive @open-O7.operator
    Scenario Outline: <third>, handed the <device> by mistake, hands it on to <operator>
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <third>'s certificates in the <device>'s Network Operator slots
      And <third> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the answer is one that O7.operator admits:
        | reading   | outcome                                                |
        | unchecked | accepted, replacing both Network Operator slots        |
        | checked   | refused by the S1SP at its certificate ownership check |

      Examples: From the holder to a third operator, and from there to the registered one
        | device | holder     | operator  | third       |
        | ESME   | Southfell  | Northmoor | Westbrook   |
        | GPF    | Birchwater | Ashdown   | Coldharbour |

    @positive @open-O7.operator
    Scenario Outline: <operator> gives the <device> away by mistake, and <other> gives it back
      Given a SMETS1 <device> registered to <operator>
      When <operator> places <other>'s certificates in the <device>'s Network Operator slots
      And <other> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the answer is one that O7.operator admits:
        | reading   | outcome                                                |
        | unchecked | accepted, replacing both Network Operator slots        |
        | checked   | refused by the S1SP at its certificate ownership check |

      Examples: From the registered operator to the wrong one, and back
        | device | operator  | other      |
        | ESME   | Northmoor | Southfell  |
        | GPF    | Ashdown   | Birchwater |

    @positive @open-O7.operator
    Scenario Outline: <holder> places its own certificates in the <device> again instead of handing it over
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <holder>'s certificates in the <device>'s Network Operator slots
      Then the answer is one that O7.operator admits:
        | reading   | outcome                                    |
        | unchecked | accepted                                   |
        | checked   | refused by the S1SP on a ground of its own |

      Examples: A holder that is not registered
        | device | operator  | holder     |
        | ESME   | Northmoor | Southfell  |
        | GPF    | Ashdown   | Birchwater |
