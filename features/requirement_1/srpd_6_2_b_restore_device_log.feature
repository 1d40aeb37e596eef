@requirement-1 @dsp @pit
Feature: SRPD clause 6.2(b), the Import Supplier that restores the proxy's Device Log

  A Gas Proxy Function that has lost its Device Log no longer knows the devices
  it speaks to. The Import Supplier of the same home may give it back, though the
  gas is another's. Curlew is that Import Supplier; Dunlin and Jackdaw supply
  nothing here. SECMP0107 leaves the paragraph as it was.

  @srpd-6.2.b
  Rule: The Import Supplier of the home may restore the log of its Gas Proxy Function
    > an Import Supplier that is the Responsible Supplier for a Smart Metering
    > System that shares a Communications Hub Function with a Smart Metering
    > System that includes a Gas Proxy Function sends a 'Restore GPF Device Log'
    > Service Request to restore the Device Log of that Gas Proxy Function; or

    @positive @sit @from-secmp0107 @before-secmp0107 @meets-srpd-6.2.b
    Scenario Outline: Curlew restores the log of the GPF while SECMP0107 <state>
      Given SECMP0107 <state>
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Restore Gas Proxy Function Device Log' Service Request to the GPF
      Then the request is accepted

      Examples: The paragraph is older than SECMP0107 (FIA 4.3)
        | state           |
        | is not in force |
        | is in force     |

    @positive @from-secmp0107 @meets-srpd-6.2.b
    Example: The DSP goes by this paragraph and says so
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Restore Gas Proxy Function Device Log' Service Request to the GPF
      Then the request is accepted
      And the DSP cites SRPD 6.2(b) in its audit trail

    @negative @from-secmp0107 @misses-srpd-6.2.b.role
    Scenario Outline: <sender>, registered as the ESME's <role>, does not send as the Import Supplier of the home
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      But the registered <role> of the ESME is <sender>
      When <sender> sends a 'Restore Gas Proxy Function Device Log' Service Request to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Registered in another role, and sending in another one (SRPD 6.2(b): "an Import Supplier")
        | role            | sender  |
        | Export Supplier | Dunlin  |
        | Import Supplier | Jackdaw |

    @negative @sit @from-secmp0107 @misses-srpd-6.2.b.role
    Example: A Gas Supplier that supplies another home is no Import Supplier of this one
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Jackdaw sends a 'Restore Gas Proxy Function Device Log' Service Request to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @sit @from-secmp0107 @misses-srpd-6.2.b.responsible-supplier
    Example: An Import Supplier that is not responsible for the electricity here may not
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Dunlin sends a 'Restore Gas Proxy Function Device Log' Service Request to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @misses-srpd-6.2.b.shared-hub
    Example: The electricity next door is not electricity on this Communications Hub Function
      Given SECMP0107 is in force
      And a SMETS2 GPF registered to Ashdown
      But a SMETS2 ESME on another Communications Hub Function, registered to Northmoor
      When Curlew sends a 'Restore Gas Proxy Function Device Log' Service Request to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @misses-srpd-6.2.b.restore-device-log
    Example: To restore the log of the proxy is not to read the proxy
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Read Network Data' Service Request to the GPF
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @misses-srpd-6.2.b.gas-proxy-function @open-O3.device-type
    Example: The log that is restored must be a proxy's, and not the gas meter's
      Given SECMP0107 is in force
      And a SMETS2 dual-fuel installation registered to Northmoor and Ashdown
      When Curlew sends a 'Restore Gas Proxy Function Device Log' Service Request to the GSME
      Then the answer is one that O3.device-type admits:
        | reading                | outcome                                      |
        | registered-party-first | refused by the DSP at its registration check |
        | device-type-first      | refused by the DSP at its device type check  |
