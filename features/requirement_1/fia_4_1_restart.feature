@requirement-1 @simulator-only
Feature: FIA section 4.1, what has been switched on or deployed outlasts a restart

  A DSP is stopped now and then and started again, and so is an S1SP. Nobody throws the switch by that and nobody
  withdraws the change, and no party should notice. Southfell holds the slots of an ESME on Northmoor's network.

  @fia-4.1.switch @dsp @pit
  Rule: The DSP comes up again with its switch as it was left
    > DSP will implement a single feature switch to enable the functionality covering all S1SPs.

    @positive @from-secmp0107 @meets-fia-4.1.switch
    Example: Switched on before the restart, the DSP lets Southfell give the ESME back after it
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And the DSP has restarted
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @before-secmp0107 @misses-fia-4.1.switch.enabled
    Example: Switched off before the restart, the DSP turns Southfell away after it
      Given SECMP0107 is not in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the DSP restarts
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

  @fia-4.2.1.disable @s1sp @pit @from-secmp0107
  Rule: An S1SP that has disabled its check has it still disabled when it comes up again
    > All three S1SPs will disable the RDP check for SRV 6.15.1, when sent from a Network Operator, to allow the
    > 'incorrect' Network Operator to be able to place the 'correct' Network Operator certificates on device's virtual
    > anchor slots.

    @positive @meets-fia-4.2.1.disable
    Scenario Outline: <s1sp>, restarted, still lets Southfell give the ESME back
      Given SECMP0107 is in force
      And a SMETS1 ESME served by <s1sp> and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And <s1sp> has restarted
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: All three S1SPs (FIA 4.2.1)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @misses-s1sr-4.2.stored-certificate
    Example: Westbrook, whose certificates S1SP1 has never held, is answered once before the restart and once after it
      Given SECMP0107 is in force
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And Westbrook has tried to place Northmoor's certificates in the ESME's Network Operator slots
      When S1SP1 restarts
      And Westbrook places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And no request has been answered twice
      And nothing has changed
