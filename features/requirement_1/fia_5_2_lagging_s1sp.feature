@requirement-1
Feature: FIA section 5.2, an S1SP that has not implemented the change

  The DSP has the change and the S1SP that serves the device has not. The S1SP then still asks whose meter point it is,
  and refuses the operator that is in the slot by mistake. An operator that is in the slot by right has the answer.

  @fia-5.2.lagging-s1sp @sit @uit @pit
  Rule: Where the DSP has the change and the S1SP has not, it is the S1SP that refuses the operator in the slot
    > If the S1SP has not implemented the change, and DSP has, DCC expect SRV 6.15.1 to be rejected by the S1SP for
    > Service User role of Network Operator.

    @negative @s1sp @from-secmp0107 @meets-fia-5.2.lagging-s1sp
    Scenario Outline: <s1sp>, which lags, refuses <holder> by an S1SP Alert
      Given SECMP0107 is in force
      But <s1sp> has not deployed SECMP0107
      And a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the <device>'s Network Operator slots are empty
      And <supplier> has put <holder>'s certificates on the <device> by a 'Request Handover Of DCC Controlled Device' Service Request
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its registration check
      And only <holder> receives an S1SP Alert
      And nothing has changed

      Examples: Each S1SP, electricity and gas (FIA 5.2)
        | s1sp  | device | supplier | holder     | registered |
        | S1SP1 | ESME   | Curlew   | Southfell  | Northmoor  |
        | S1SP2 | ESME   | Curlew   | Southfell  | Northmoor  |
        | S1SP3 | ESME   | Curlew   | Southfell  | Northmoor  |
        | S1SP1 | GPF    | Heron    | Birchwater | Ashdown    |
        | S1SP2 | GPF    | Heron    | Birchwater | Ashdown    |
        | S1SP3 | GPF    | Heron    | Birchwater | Ashdown    |

    @positive @s1sp @from-secmp0107 @misses-fia-5.2.lagging-s1sp.s1sp-has-not
    Scenario Outline: <s1sp>, which has the change, does not refuse Southfell though <late> would
      Given SECMP0107 is in force
      But <late> has not deployed SECMP0107
      And a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: Each S1SP late in turn (FIA 5.2)
        | late  | s1sp  |
        | S1SP1 | S1SP2 |
        | S1SP2 | S1SP3 |
        | S1SP3 | S1SP1 |

    @negative @dsp @before-secmp0107 @misses-fia-5.2.lagging-s1sp.dsp-has
    Example: Where the DSP has not the change either, the request does not get as far as the S1SP
      Given SECMP0107 is not in force
      And a SMETS1 dual-fuel installation served by S1SP1 and registered to Northmoor and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And Southfell receives no S1SP Alert
      And nothing has changed

    @positive @dsp @before-secmp0107
    Example: Where neither has the change, the operator whose meter point and certificate it is gets through
      Given SECMP0107 is not in force
      And a SMETS1 dual-fuel installation served by S1SP1 and registered to Southfell and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Southfell's certificates

  @fia-5.2.script @from-secmp0107 @pit @sit @uit
  Rule: The script proves something of the S1SP at which it was run, and of no other
    > This will verify the RDP check is not being applied. This test should be executed for each S1SP.

    @negative @s1sp @misses-fia-5.2.script.each-s1sp
    Example: The script run at two S1SPs proves nothing of the third
      Given SECMP0107 is in force
      But S1SP2 has not deployed SECMP0107
      And a SMETS1 dual-fuel installation served by S1SP2 and registered to Northmoor and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

    @positive @s1sp
    Example: The third, where it fails, takes nothing from the proof at the others
      Given SECMP0107 is in force
      But S1SP2 has not deployed SECMP0107
      And a SMETS1 dual-fuel installation served by S1SP3 and registered to Northmoor and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
