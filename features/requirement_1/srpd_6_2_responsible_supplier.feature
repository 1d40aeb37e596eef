@requirement-1 @dsp @pit @from-secmp0107
Feature: SRPD clause 6.2, how the Responsible Supplier is found

  Two paragraphs of clause 6.2 turn on who the Responsible Supplier is. The Code
  says where to look: in the Registration Data, for the meter point that the
  inventory relates to the device. It does not say: in the slots. Curlew is the
  registered Import Supplier, and Dunlin is not, unless an Example says so.

  Background:
    Given SECMP0107 is in force
    And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown

  @srpd-6.2
  Rule: The Responsible Supplier is the one in the Registration Data, whoever is in the slots
    > where it is necessary to identify a Responsible Supplier, the DCC shall do
    > so using the Registration Data, the Device ID within the Service Request,
    > and the relationship between the Device IDs and the MPRNs or MPANs in the
    > Smart Metering Inventory

    @positive @sit @meets-srpd-6.2.responsible-supplier
    Scenario Outline: Registered for the electricity, Dunlin is responsible though Curlew is still in the slots (<request>)
      Given the registered Import Supplier of the ESME is Dunlin
      But the ESME's Supplier slots hold Curlew's certificates
      When Dunlin sends a '<request>' Service Request to <errand>
      Then the request is accepted

      Examples: The two paragraphs that need a Responsible Supplier
        | request                               | errand                   |
        | Join Service (Non-Critical)           | join the GSME to the GPF |
        | Restore Gas Proxy Function Device Log | the GPF                  |

    @negative @sit @misses-srpd-6.2.responsible-supplier
    Scenario Outline: With its certificates in the slots and no registration, Dunlin is responsible for nothing (<request>)
      Given the ESME's Supplier slots hold Dunlin's certificates
      When Dunlin sends a '<request>' Service Request to <errand>
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: The two paragraphs that need a Responsible Supplier
        | request                               | errand                   |
        | Join Service (Non-Critical)           | join the GSME to the GPF |
        | Restore Gas Proxy Function Device Log | the GPF                  |

    @negative @misses-srpd-6.2.responsible-supplier
    Scenario Outline: A supplier whose registration <bound> is not responsible today
      Given Curlew's registration for the ESME <bound>
      When Curlew sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Not yet, or no longer
        | bound           |
        | begins tomorrow |
        | ended yesterday |

    @positive
    Example: One User ID that is Import and Gas Supplier is responsible by its electricity alone
      Given the registered Import Supplier of the ESME is Turnstone
      When Turnstone sends a 'Join Service (Non-Critical)' Service Request to join the GSME to the GPF
      Then the request is accepted
