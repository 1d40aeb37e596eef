@requirement-1 @dsp @pit @sit
Feature: SRPD clause 6.1(f), what registration does not give and what needs none

  Fulmar is the registered Export Supplier and Redshank the registered agent.
  Both stand in the Registration Data of the meter point, and neither has a User
  Role that may read a meter. Every User may read the inventory, which is no
  Device, and there nobody asks who is registered.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor

  @srpd-6.1.f @from-secmp0107
  Rule: Registration opens no request for which the User Role is not eligible
    Paraphrase:
    Before the DCC carries out a Service Request that is addressed to a Device,
    it checks the Registration Data: the sender is the registered party, in the
    User Role in which it sends

    @positive @meets-srpd-6.1.f.role
    Scenario Outline: An eligible User Role and a registration in it open the meter to <party>
      When <party> sends a 'Read Network Data' Service Request to the ESME
      Then the request is accepted

      Examples: Roles that the DUIS request matrix admits to SRV 4.10
        | party     |
        | Curlew    |
        | Northmoor |

    @negative
    Scenario Outline: The registered <role> is refused for its role, not for its registration
      When <party> sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its user role check
      And nothing has changed

      Examples: Roles that the DUIS request matrix does not admit to SRV 4.10
        | role                      | party    |
        | Export Supplier           | Fulmar   |
        | Registered Supplier Agent | Redshank |

    @negative @open-O3.dsp @misses-srpd-6.2.d.role
    Scenario Outline: It is open which check stops <party>, an unregistered <role>, that sends what operators may send
      When <party> places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O3.dsp admits:
        | reading            | outcome                                                                                   |
        | role-first         | refused by the DSP at its user role check or refused by the DSP on a ground of its own    |
        | registration-first | refused by the DSP at its registration check or refused by the DSP on a ground of its own |

      Examples: Roles that the DUIS request matrix does not admit to SRV 6.15.1
        | role                      | party  |
        | Export Supplier           | Gannet |
        | Registered Supplier Agent | Turnix |

    @negative @open-O3.dsp @misses-srpd-6.2.d.variant
    Example: It is open which check stops a distributor that sends, unregistered, what only suppliers may send
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Update Security Credentials (Device)' Service Request to the ESME
      Then the answer is one that O3.dsp admits:
        | reading            | outcome                                      |
        | role-first         | refused by the DSP at its user role check    |
        | registration-first | refused by the DSP at its registration check |

  @srpd-6.1.f @from-secmp0107
  Rule: A request that is addressed to no Device has no registration check
    Paraphrase:
    a Service Request that is addressed to a Device

    @positive @misses-srpd-6.1.f.device-request
    Scenario Outline: <party> is not registered, and reads the inventory
      When <party> sends a 'Read Inventory' Service Request to the ESME
      Then the request is accepted

      Examples: One unregistered party for each User Role, and an Other User
        | party      |
        | Dunlin     |
        | Gannet     |
        | Jackdaw    |
        | Turnix     |
        | Southfell  |
        | Birchwater |
        | Sanderling |

    @negative @meets-srpd-6.1.f.device-request
    Example: The same distributor is refused as soon as it asks the meter itself
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed
