@requirement-1
Feature: FIA section 5.2, the negative script

  The script is played again with senders that are not Network Operators, and the DSP refuses each, whichever S1SP
  stands behind it. On what ground is not said: a supplier lacks a registration, an Export Supplier, an agent and an
  Other User lack a User Role that may send SRV 6.15.1 at all. A registered supplier keeps access to slots of its own.

  Background:
    Given SECMP0107 is in force

  @fia-5.2.negative @dsp @from-secmp0107 @pit @sit @uit
  Rule: The DSP refuses the script to every User Role but that of a Network Operator
    > A new negative scenario and test script will verify where a SRV 6.15.1 is processed where the incorrect Service
    > User Role of “Supplier” or any other role other than Network Operator is used as the SU to process the SRV
    > therefore the SRV will be rejected by DSP.

    @negative @meets-fia-5.2.negative.supplier
    Scenario Outline: At <s1sp>, <supplier>, a supplier that is not registered, cannot put the <device> right
      Given a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the <device>'s Network Operator slots are empty
      And <planter> has put <holder>'s certificates on the <device> by a 'Request Handover Of DCC Controlled Device' Service Request
      When <supplier> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request
      And nothing has changed

      Examples: An Import Supplier and a Gas Supplier, at each S1SP (FIA 5.2)
        | s1sp  | device | planter | holder     | registered | supplier |
        | S1SP1 | ESME   | Curlew  | Southfell  | Northmoor  | Dunlin   |
        | S1SP1 | GPF    | Heron   | Birchwater | Ashdown    | Jackdaw  |
        | S1SP2 | ESME   | Curlew  | Southfell  | Northmoor  | Dunlin   |
        | S1SP2 | GPF    | Heron   | Birchwater | Ashdown    | Jackdaw  |
        | S1SP3 | ESME   | Curlew  | Southfell  | Northmoor  | Dunlin   |
        | S1SP3 | GPF    | Heron   | Birchwater | Ashdown    | Jackdaw  |

    @negative @meets-fia-5.2.negative.other-role
    Scenario Outline: At <s1sp>, <party>, whose User Role may not send the request, cannot put the <device> right
      Given a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the <device>'s Network Operator slots are empty
      And <planter> has put <holder>'s certificates on the <device> by a 'Request Handover Of DCC Controlled Device' Service Request
      When <party> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request
      And nothing has changed

      Examples: The registered Export Supplier, the registered Supplier Agent, an Other User (FIA 5.2)
        | s1sp  | device | planter | holder     | registered | party      |
        | S1SP1 | ESME   | Curlew  | Southfell  | Northmoor  | Fulmar     |
        | S1SP1 | ESME   | Curlew  | Southfell  | Northmoor  | Redshank   |
        | S1SP1 | ESME   | Curlew  | Southfell  | Northmoor  | Sanderling |
        | S1SP1 | GPF    | Heron   | Birchwater | Ashdown    | Redshank   |
        | S1SP1 | GPF    | Heron   | Birchwater | Ashdown    | Sanderling |
        | S1SP2 | ESME   | Curlew  | Southfell  | Northmoor  | Fulmar     |
        | S1SP2 | ESME   | Curlew  | Southfell  | Northmoor  | Redshank   |
        | S1SP2 | ESME   | Curlew  | Southfell  | Northmoor  | Sanderling |
        | S1SP2 | GPF    | Heron   | Birchwater | Ashdown    | Redshank   |
        | S1SP2 | GPF    | Heron   | Birchwater | Ashdown    | Sanderling |
        | S1SP3 | ESME   | Curlew  | Southfell  | Northmoor  | Fulmar     |
        | S1SP3 | ESME   | Curlew  | Southfell  | Northmoor  | Redshank   |
        | S1SP3 | ESME   | Curlew  | Southfell  | Northmoor  | Sanderling |
        | S1SP3 | GPF    | Heron   | Birchwater | Ashdown    | Redshank   |
        | S1SP3 | GPF    | Heron   | Birchwater | Ashdown    | Sanderling |

    @positive @misses-fia-5.2.negative.supplier @misses-fia-5.2.negative.other-role
    Scenario Outline: At <s1sp>, <holder>, a Network Operator, puts the <device> right by the same request
      Given a SMETS1 dual-fuel installation served by <s1sp> and registered to Northmoor and Ashdown
      And the <device>'s Network Operator slots are empty
      And <planter> has put <holder>'s certificates on the <device> by a 'Request Handover Of DCC Controlled Device' Service Request
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: An Electricity Distributor and a Gas Transporter, at each S1SP (FIA 5.2)
        | s1sp  | device | planter | holder     | registered |
        | S1SP1 | ESME   | Curlew  | Southfell  | Northmoor  |
        | S1SP1 | GPF    | Heron   | Birchwater | Ashdown    |
        | S1SP2 | ESME   | Curlew  | Southfell  | Northmoor  |
        | S1SP2 | GPF    | Heron   | Birchwater | Ashdown    |
        | S1SP3 | ESME   | Curlew  | Southfell  | Northmoor  |
        | S1SP3 | GPF    | Heron   | Birchwater | Ashdown    |

    @positive
    Scenario Outline: <supplier>, registered, is not turned away from the <device>'s Supplier slots
      Given a SMETS1 dual-fuel installation registered to Northmoor and Ashdown
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the request is accepted
      And the <device>'s Supplier slots hold <supplier>'s certificates

      Examples: An Import Supplier and a Gas Supplier, for slots of their own (FIA 4.2.1)
        | device | supplier |
        | ESME   | Curlew   |
        | GPF    | Heron    |
