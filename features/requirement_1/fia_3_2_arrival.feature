@requirement-1
Feature: FIA section 3.2, how a wrong certificate arrives

  A SMETS1 device was enrolled with Network Operator certificates that somebody else supplied: its supplier, or for an
  ESME the DCC's Migration Control Centre. Where neither had, the supplier could put them there by SRV 6.21. Any of them
  could take the wrong operator's. Migration is over, so that only the last way can still be walked with real devices.

  Background:
    Given a SMETS1 ESME registered to Northmoor
    And the ESME's Network Operator slots are empty

  @fia-3.2.arrival @s1sp
  Rule: Whichever way a wrong certificate came, it shuts out the operator whose meter point it is
    > During the enrolment phase of a SMETS1 Installation, a Network Operator Smart Meter Key Infrastructure (SMKI)
    > Organisation certificate can be provided by: - the Supplier via Migration Authorisation or via the response of
    > Dormant Meter Migration Notification process, - the DCC's Migration Control Centre Team for the SMETS1 ESME where
    > the Supplier has not provided the Network Operator certificate, or - the Supplier using SRV 6.21 where Network
    > Operator certificate is not provided by any of the above methods. If an incorrect Network Operator certificate is
    > placed (stored at S1SP) in error, then the Network Operator cannot send a Critical SR including SRV 6.15.1 to the
    > SMETS1 Device.

    @negative @pit @before-secmp0107 @meets-fia-3.2.arrival.migration-authorisation
    @meets-fia-3.2.arrival.dormant-meter @meets-fia-3.2.arrival.migration-control-centre
    @meets-fia-3.2.arrival.incorrect
    Scenario Outline: A mistake made at migration shuts the registered operator out
      Given SECMP0107 is not in force
      And the <way> put Southfell's certificates on the ESME
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the ESME's Network Operator slots are as they were

      Examples: The ways that ended with migration (FIA 3.2)
        | way                                 |
        | Supplier's Migration Authorisation  |
        | Dormant Meter Migration response    |
        | Migration Control Centre            |

    @negative @pit @sit @before-secmp0107 @meets-fia-3.2.arrival.handover @meets-fia-3.2.arrival.incorrect
    Example: A mistake made by SRV 6.21 shuts the registered operator out
      Given SECMP0107 is not in force
      And Curlew has put Southfell's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the ESME's Network Operator slots are as they were

    @positive @pit @sit @before-secmp0107 @misses-fia-3.2.arrival.incorrect
    Example: Where SRV 6.21 brought the right certificate, the registered operator is at home
      Given SECMP0107 is not in force
      And Curlew has put Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @positive @pit @before-secmp0107 @misses-fia-3.2.arrival.migration-authorisation
    @misses-fia-3.2.arrival.dormant-meter @misses-fia-3.2.arrival.migration-control-centre
    @misses-fia-3.2.arrival.incorrect
    Scenario Outline: Where migration brought the right certificate, the registered operator is at home
      Given SECMP0107 is not in force
      And the <way> put Northmoor's certificates on the ESME
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: The ways that ended with migration (FIA 3.2)
        | way                                 |
        | Supplier's Migration Authorisation  |
        | Dormant Meter Migration response    |
        | Migration Control Centre            |

    @positive @pit @from-secmp0107
    Scenario Outline: Once the change is in force, the way that a wrong certificate came is no bar to mending it
      Given SECMP0107 is in force
      And the <way> put Southfell's certificates on the ESME
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: The ways that ended with migration (FIA 3.2)
        | way                                 |
        | Supplier's Migration Authorisation  |
        | Dormant Meter Migration response    |
        | Migration Control Centre            |
