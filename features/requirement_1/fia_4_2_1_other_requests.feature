@requirement-1
Feature: FIA section 4.2.1, the other requests

  The change is for one request. The operator in the slot gains no sight of the device by it, and the operator of the
  meter point loses none; the supplier's way to fill empty slots is as wide and as narrow as it was.

  @fia-4.2.1.other-srvs @dsp @before-secmp0107 @from-secmp0107 @pit @sit
  Rule: Every other Service Reference Variant ends as it ended before
    > Other SRVs as well as SRV 6.15.1 when sent from a Supplier are not impacted by this change.

    @negative @uit @meets-fia-4.2.1.other-srvs
    Scenario Outline: The operator in the slot could not read the network data, and still cannot
      Given SECMP0107 is <state>
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Before and after (FIA 4.2.1)
        | state        |
        | not in force |
        | in force     |

    @positive @uit @meets-fia-4.2.1.other-srvs
    Scenario Outline: The operator that is registered and in the slot could read them, and still can
      Given SECMP0107 is <state>
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold Northmoor's certificates
      When Northmoor sends a 'Read Network Data' Service Request to the ESME
      Then the request is accepted

      Examples: Before and after (FIA 4.2.1)
        | state        |
        | not in force |
        | in force     |

    @negative @meets-fia-4.2.1.other-srvs
    Scenario Outline: A supplier that is not registered could not fill empty slots, and still cannot
      Given SECMP0107 is <state>
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots are empty
      When Dunlin puts Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the DSP refuses the request at its registration check
      And the ESME's Network Operator slots are as they were

      Examples: Before and after (FIA 4.2.1)
        | state        |
        | not in force |
        | in force     |

    @positive @meets-fia-4.2.1.other-srvs
    Scenario Outline: The registered supplier could fill empty slots, and still can
      Given SECMP0107 is <state>
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots are empty
      When Curlew puts Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: Before and after (FIA 4.2.1)
        | state        |
        | not in force |
        | in force     |

    @positive @uit @misses-fia-4.2.1.other-srvs.other
    Example: SRV 6.15.1 is the one that ends otherwise than before
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
