@requirement-1
Feature: FIA section 5.2, the script of System and User Integration Testing

  On a migrated installation whose Network Operator slots are empty, the supplier places the wrong operator's
  certificate by SRV 6.21, and that operator then places the right one by SRV 6.15.1. The installation has electricity
  and gas, and one is mended without the other being touched. The script is run at each S1SP.

  Background:
    Given SECMP0107 is in force

  @fia-5.2.script @from-secmp0107 @pit @sit @uit
  Rule: At each S1SP, the operator that was planted in the slots puts the right operator in its place
    > The SIT and UIT test approach for SECMP0107 will be to send SRV6.21 to DCC enrolled devices that forms part of
    > an installation of a migrated device set, with the incorrect certificate for User Role "Network Operator".
    > Thereafter, to execute SRV6.15.1 by the Network Operator owning the current certificate can associate the
    > correct certificate on the device. This will verify the RDP check is not being applied. This test should be
    > executed for each S1SP.

    @positive @dsp @meets-fia-5.2.script
    Scenario Outline: At <s1sp>, electricity is put right, and gas stays as it is
      Given a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
      But the GPF's Network Operator slots are as they were

      Examples: Each S1SP (FIA 5.2)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @positive @dsp @meets-fia-5.2.script
    Scenario Outline: At <s1sp>, gas is put right, and electricity stays as it is
      Given a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the GPF's Network Operator slots are empty
      And Heron has put Birchwater's certificates on the GPF by a 'Request Handover Of DCC Controlled Device' Service Request
      When Birchwater places Ashdown's certificates in the GPF's Network Operator slots
      Then the request is accepted
      And the GPF's Network Operator slots hold Ashdown's certificates
      But the ESME's Network Operator slots are as they were

      Examples: Each S1SP (FIA 5.2)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |

    @negative @s1sp @misses-fia-5.2.script.holder
    Scenario Outline: At <s1sp>, an operator that does not own the current certificate is refused
      Given a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When <operator> places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: The registered operator, and one that is neither registered nor in the slot (FIA 5.2)
        | s1sp  | operator  |
        | S1SP1 | Northmoor |
        | S1SP2 | Northmoor |
        | S1SP3 | Northmoor |
        | S1SP1 | Westbrook |
        | S1SP2 | Westbrook |
        | S1SP3 | Westbrook |

    @negative @s1sp @misses-fia-5.2.script.incorrect-certificate
    Example: Had the supplier placed the right certificate, the wrong operator would own nothing
      Given a SMETS1 dual-fuel installation served by S1SP1 and registered to Northmoor and Ashdown
      And the ESME's Network Operator slots are empty
      And Curlew has put Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed
