@requirement-1
Feature: FIA section 4.2.1, the codes that refusals carry

  A refusal says by its code who refused and why. E4 is the DSP's word for a sender that is not registered, and S1VE4
  the S1SPs' word for the same; S1VE64 is theirs for a sender whose certificate they do not keep. The change silences
  E4 and S1VE4 for a Network Operator's SRV 6.15.1, and leaves S1VE64 as it was.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME served by S1SP1 and registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-3.2.1 @dsp @before-secmp0107 @pit @sit
  Rule: E4 is what the DSP answers where its registration check is on and the sender is not registered
    > #1 DSP performs RDP validation adhering to clause 6.1(f) of Smart Energy Code (SEC) Appendix AB - Service Request
    > Processing Document (SRPD).

    @negative @fat @meets-fia-3.2.1.registration
    Example: While the switch is off, the operator in the slot receives E4
      Given the DSP has switched SECMP0107 off
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And the refusal carries the code E4
      And nothing has changed

    @positive @misses-fia-3.2.1.registration
    Example: While the switch is off, an operator that is registered as well receives none
      Given the DSP has switched SECMP0107 off
      And the registered Electricity Distributor of the ESME is Southfell
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the request is accepted

  @fia-4.1.other-users @dsp @from-secmp0107 @pit @sit @uit
  Rule: E4 is what the DSP still answers to a supplier that is not registered
    > RDP checks will remain for a SMETS1 6.15.1 from a Supplier or any other type of service user.

    @negative @fat @meets-fia-4.1.other-users.supplier
    Example: Dunlin, still in the Supplier slots, receives E4 as ever
      Given the ESME's Supplier slots hold Dunlin's certificates
      When Dunlin places Curlew's certificates in the ESME's Supplier slots
      Then the DSP refuses the request at its registration check
      And the refusal carries the code E4
      And nothing has changed

    @positive
    Example: Curlew, which is registered, receives none
      When Curlew places Curlew's certificates in the ESME's Supplier slots
      Then the request is accepted

  @fia-4.2.1.codes @s1sp @from-secmp0107 @pit @sit
  Rule: S1VE4 is disabled for a Network Operator's SRV 6.15.1, and answered only by an S1SP that lags
    > This RDP validation change (i.e. disable S1VE4) is only applicable to SRV 6.15.1 targeting the Network Operator
    > Certificate when sent from a Network Operator (Electricity Distributor and Gas Transporter).

    @positive @uit @meets-fia-4.2.1.codes
    Example: From an S1SP that has deployed, the operator in the slot receives no S1VE4
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted

    @positive @meets-fia-4.2.1.codes
    Example: Nor does it for a GPF of one S1SP while another lags
      Given S1SP2 has not deployed SECMP0107
      And a SMETS1 GPF served by S1SP1 and registered to Ashdown
      But the GPF's Network Operator slots hold Birchwater's certificates
      When Birchwater places Ashdown's certificates in the GPF's Network Operator slots
      Then the request is accepted

    @negative @misses-fia-4.2.1.codes.variant
    Example: For another request it receives S1VE4 as ever, were the DSP to let it through
      When the S1SP receives from the DSP Southfell's 'Read Network Data' Service Request to the ESME
      Then the S1SP refuses the request at its registration check
      And the refusal carries the code S1VE4
      And nothing has changed

    @negative @fat @misses-fia-4.2.1.codes.disabled
    Example: From an S1SP that lags, the operator in the slot receives S1VE4
      Given S1SP2 has not deployed SECMP0107
      And a SMETS1 GPF served by S1SP2 and registered to Ashdown
      But the GPF's Network Operator slots hold Birchwater's certificates
      When Birchwater places Ashdown's certificates in the GPF's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And the refusal carries the code S1VE4
      And only Birchwater receives an S1SP Alert, with the code S1VE4
      And nothing has changed
