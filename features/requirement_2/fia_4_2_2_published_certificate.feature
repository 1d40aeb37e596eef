@requirement-2 @s1sp @from-secmp0107
Feature: FIA section 4.2.2, which certificate is the correct operator's own

  Two sources say what belongs in a slot. The second is the list that the operators publish, which has the registered
  operator's certificates. Where it has none that is good, or more than one, nothing is placed: a guess would put one
  wrong certificate in the place of another.

  Background:
    Given SECMP0107 is in force

  @fia-4.2.2 @pit @sit
  Rule: The certificate placed is the one that the correct operator has published, and a good one
    > The correct Network Operator will be identified from RDP data and their certificates that are shared by Network
    > Operator for SMETS1 Enrolment and available on SEC website (Engineering Recommendation M31).

    @positive @meets-fia-4.2.2
    Scenario Outline: A wrong <device> of <s1sp> comes to hold what its registered operator has published
      Given a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <s1sp>'s update is carried out
      Then the <device>'s Network Operator slots hold <operator>'s certificates

      Examples: Two fuels, and a distributor in the slot of a gas device (FIA 3.2, N.B.)
        | s1sp  | device | holder     | operator  |
        | S1SP1 | ESME   | Southfell  | Northmoor |
        | S1SP2 | GPF    | Birchwater | Ashdown   |
        | S1SP3 | GPF    | Southfell  | Ashdown   |

    @positive @meets-fia-4.2.2
    Example: An Entity Identifier may have certificates for several licence areas, and the device's decides
      When S1SP1's update is carried out
      Then the devices of S1SP1 whose operator has published certificates for another licence area too hold their registered operator's published certificates

    @negative @misses-fia-4.2.2.published
    Scenario Outline: Where the list names no one good certificate, the device is left alone: <plight>
      When S1SP1's update is carried out
      Then the devices of S1SP1 <plight> are as they were

      Examples: What is published (FIA 4.2.2; SMKI Organisation Certificate profile)
        | plight                                                                    |
        | whose operator has published no certificate                               |
        | whose operator has published several that fit                             |
        | whose operator's published certificate has expired                        |
        | whose operator's published certificate is revoked                         |
        | whose operator's published certificate is not yet valid                   |
        | whose operator's published certificate is for another use                 |
        | whose operator's published certificate does not chain to the trusted root |
        | whose operator's published certificate is a Supplier's                    |
        | whose operator's published certificates belong to two User IDs            |

    @negative @misses-fia-4.2.2.published
    Scenario Outline: An Issuing Authority that the trusted root of <s1sp> has not certified vouches for no certificate
      Given the trusted root has not signed the certificate of <s1sp>'s Issuing Authority
      When <s1sp>'s update is started, and may refuse
      Then the slots of <s1sp> are as they were

      Examples: Three S1SPs (FIA 6.3)
        | s1sp  |
        | S1SP1 |
        | S1SP2 |
        | S1SP3 |
