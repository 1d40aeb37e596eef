@requirement-1 @dsp @pit @sit
Feature: SRPD clause 6.1(f), whose meter point, and in which role

  An ESME and a GPF in one home have two meter points: an MPAN that Northmoor
  distributes to, and an MPRN that Ashdown transports to. To be registered for
  one of them says nothing about the other. Turnstone is one User ID with two
  roles, Import Supplier and Gas Supplier, and may be registered in either.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 dual-fuel installation registered to Northmoor and Ashdown

  @srpd-6.1.f @from-secmp0107
  Rule: What counts is the meter point of the Device that is addressed
    Paraphrase:
    it checks the Registration Data: the sender is the registered party, in the
    User Role in which it sends, for the meter point of that Device

    @positive @meets-srpd-6.1.f.meter-point
    Scenario Outline: <party> is registered for the <device>, and may ask it
      When <party> sends a 'Read Network Data' Service Request to the <device>
      Then the request is accepted

      Examples: Each party and its own fuel
        | party     | device |
        | Northmoor | ESME   |
        | Ashdown   | GPF    |
        | Curlew    | ESME   |
        | Heron     | GPF    |

    @negative @misses-srpd-6.1.f.meter-point
    Scenario Outline: <party> is registered under the same roof, but not for the <device>
      When <party> sends a 'Read Network Data' Service Request to the <device>
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Each party and the other fuel
        | party     | device |
        | Northmoor | GPF    |
        | Ashdown   | ESME   |
        | Curlew    | GPF    |
        | Heron     | ESME   |

    @positive
    Scenario Outline: A User with two roles may act in the one in which it is registered, <role>
      Given the registered <role> of the <device> is Turnstone
      And the <device>'s Supplier slots hold Turnstone's certificates
      When Turnstone sends a 'Read Network Data' Service Request to the <device>
      Then the request is accepted

      Examples: One User ID that is Import Supplier and Gas Supplier
        | role            | device |
        | Import Supplier | ESME   |
        | Gas Supplier    | GPF    |

    @negative @misses-srpd-6.1.f.meter-point
    Scenario Outline: A second role does not carry the registration of the first from the <device> to the <other>
      Given the registered <role> of the <device> is Turnstone
      And the <other>'s Supplier slots hold Turnstone's certificates
      When Turnstone sends a 'Read Network Data' Service Request to the <other>
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: One User ID that is Import Supplier and Gas Supplier
        | role            | device | other |
        | Import Supplier | ESME   | GPF   |
        | Gas Supplier    | GPF    | ESME  |

  @srpd-6.1.f @from-secmp0107
  Rule: What counts is a registration in the role in which the User sends
    Paraphrase:
    the registered party, in the User Role in which it sends

    @positive @meets-srpd-6.1.f.role
    Example: An Import Supplier is registered for the import
      Given the registered Import Supplier of the ESME is Dunlin
      And the ESME's Supplier slots hold Dunlin's certificates
      When Dunlin sends a 'Read Network Data' Service Request to the ESME
      Then the request is accepted

    @negative @misses-srpd-6.1.f.role
    Example: An Import Supplier is not registered by being registered for the export
      Given the registered Export Supplier of the ESME is Dunlin
      And the ESME's Supplier slots hold Dunlin's certificates
      When Dunlin sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed
