@requirement-1 @pit @sit
Feature: S1SR clause 4.2, a slot that becomes right or wrong without a request

  The slot and the register are two books, kept by different hands. When a meter
  point passes from one Network Operator to another, only the register changes: a
  certificate that was wrong may be right in the morning, and the other way round.
  Southfell is in the slot of Northmoor's ESME, Birchwater in that of Ashdown's GPF.

  Background:
    Given SECMP0107 is in force

  @s1sr-4.2 @s1sp @from-secmp0107
  Rule: A new registration moves no certificate, and the stored one still decides
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device.

    @positive @meets-s1sr-4.2.stored-certificate
    Scenario Outline: The register comes to <holder>, and its wrong certificate in the <device> is right
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the registered <role> of the <device> becomes <holder>
      And <holder> places <holder>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <holder>'s certificates

      Examples: Both fuels
        | device | role                    | operator  | holder     |
        | ESME   | Electricity Distributor | Northmoor | Southfell  |
        | GPF    | Gas Transporter         | Ashdown   | Birchwater |

    @negative @misses-s1sr-4.2.stored-certificate
    Scenario Outline: The register comes to <newcomer>, and the <device> still knows <operator>
      Given a SMETS1 <device> registered to <operator>
      When the registered <role> of the <device> becomes <newcomer>
      And <newcomer> places <newcomer>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | role                    | operator  | newcomer    |
        | ESME   | Electricity Distributor | Northmoor | Westbrook   |
        | GPF    | Gas Transporter         | Ashdown   | Coldharbour |

    @positive @uit @meets-s1sr-4.2
    Scenario Outline: The register leaves <operator>, which hands the <device> to <newcomer>
      Given a SMETS1 <device> registered to <operator>
      When the registered <role> of the <device> becomes <newcomer>
      And <operator> places <newcomer>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <newcomer>'s certificates
      And the <device>'s Supplier slots are as they were

      Examples: Both fuels
        | device | role                    | operator  | newcomer    |
        | ESME   | Electricity Distributor | Northmoor | Westbrook   |
        | GPF    | Gas Transporter         | Ashdown   | Coldharbour |

  @srpd-6.1.f @dsp @from-secmp0107
  Rule: A new registration opens the device to the one party and closes it to the other
    Paraphrase:
    it checks the Registration Data: the sender is the registered party

    @positive @meets-srpd-6.1.f.registered-party
    Scenario Outline: <holder>, in the slot and newly registered, may read the <device>
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When the registered <role> of the <device> becomes <holder>
      And <holder> sends a 'Read Network Data' Service Request to the <device>
      Then the request is accepted
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | role                    | operator  | holder     |
        | ESME   | Electricity Distributor | Northmoor | Southfell  |
        | GPF    | Gas Transporter         | Ashdown   | Birchwater |

    @negative @misses-srpd-6.1.f.registered-party
    Scenario Outline: <operator>, in the slot and no longer registered, may not read the <device>
      Given a SMETS1 <device> registered to <operator>
      When the registered <role> of the <device> becomes <newcomer>
      And <operator> sends a 'Read Network Data' Service Request to the <device>
      Then the DSP refuses the request at its registration check
      And the <device>'s Network Operator slots are as they were

      Examples: Both fuels
        | device | role                    | operator  | newcomer    |
        | ESME   | Electricity Distributor | Northmoor | Westbrook   |
        | GPF    | Gas Transporter         | Ashdown   | Coldharbour |
