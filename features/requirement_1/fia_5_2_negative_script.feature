@requirement-1
Feature: FIA section 5.2, the negative script

  The script is played again with senders that are not Network Operators, and the DSP refuses each: a supplier that is
  not registered for want of a registration, an Export Supplier, an agent and an Other User for their User Role, which
  may not send SRV 6.15.1 whoever is registered. A registered supplier is not turned away from slots of its own.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 dual-fuel installation served by S1SP1 and registered to Northmoor and Ashdown
    And the ESME's Network Operator slots are empty
    And the GPF's Network Operator slots are empty
    And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
    And Heron has put Birchwater's certificates on the GPF by a 'Request Handover Of DCC Controlled Device' Service Request

  @fia-5.2.negative @dsp @from-secmp0107 @pit @sit @uit
  Rule: The DSP refuses the script to every User Role but that of a Network Operator
    > A new negative scenario and test script will verify where a SRV 6.15.1 is processed where the incorrect Service
    > User Role of “Supplier” or any other role other than Network Operator is used as the SU to process the SRV
    > therefore the SRV will be rejected by DSP.

    @negative @meets-fia-5.2.negative.supplier
    Scenario Outline: <supplier>, a supplier that is not registered, cannot put the <device> right
      When <supplier> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: An Import Supplier and a Gas Supplier (FIA 5.2)
        | device | supplier | registered |
        | ESME   | Dunlin   | Northmoor  |
        | GPF    | Jackdaw  | Ashdown    |

    @negative @meets-fia-5.2.negative.other-role
    Scenario Outline: <party>, whose User Role may not send the request, cannot put the ESME right
      When <party> places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its user role check
      And nothing has changed

      Examples: The registered Export Supplier, the registered Supplier Agent, an Other User (FIA 5.2)
        | party      |
        | Fulmar     |
        | Redshank   |
        | Sanderling |

    @positive @misses-fia-5.2.negative.supplier @misses-fia-5.2.negative.other-role
    Scenario Outline: <holder>, a Network Operator, puts the <device> right by the same request
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: An Electricity Distributor and a Gas Transporter (FIA 5.2)
        | device | holder     | registered |
        | ESME   | Southfell  | Northmoor  |
        | GPF    | Birchwater | Ashdown    |

    @positive
    Scenario Outline: <supplier>, registered, is not turned away from the <device>'s Supplier slots
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the request is accepted
      And the <device>'s Supplier slots hold <supplier>'s certificates
      But the <device>'s Network Operator slots are as they were

      Examples: An Import Supplier and a Gas Supplier, for slots of their own (FIA 4.2.1)
        | device | supplier |
        | ESME   | Curlew   |
        | GPF    | Heron    |
