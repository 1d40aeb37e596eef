@requirement-2 @s1sp @from-secmp0107
Feature: FIA section 4.2.2, who the correct operator is and which certificate is its own

  Two sources say what belongs in a slot. The Registration Data names the operator of the device's meter point, and the
  list that the operators publish has that operator's certificates. Where they name no certificate, or more than one,
  nothing is placed: a guess would put one wrong certificate in the place of another.

  Background:
    Given SECMP0107 is in force

  @fia-4.2.2 @pit @sit
  Rule: The certificate placed is the published one of the operator that is registered for the device's meter point
    > DCC will run a one-off data update (Organisation Certificates are stored on S1SP system unlike SMETS2 devices)
    > activity on appropriate S1SP systems to replace the 'incorrect' Network Operator certificate with that of the
    > 'correct' Network Operator certificate. The correct Network Operator will be identified from RDP data and their
    > certificates that are shared by Network Operator for SMETS1 Enrolment and available on SEC website (Engineering
    > Recommendation M31).

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
    Scenario Outline: The registration of the day decides, and nothing else about the device: <plight>
      When S1SP1's update is carried out
      Then the devices of S1SP1 <plight> hold their registered operator's published certificates

      Examples: Effective dates, later records, other operators, other circumstances (SRPD 6.1(f); FIA 4.2.2)
        | plight                                                            |
        | whose registration passed to another operator last year           |
        | whose registration was put right by a later record                |
        | that hold the certificates of two other operators                 |
        | that hold the certificates of an operator of the other fuel       |
        | that hold a Supplier's certificates in the Network Operator slots |
        | that are suspended                                                |
        | with an Export MPAN of the same distributor                       |

    @negative @misses-fia-4.2.2.incorrect
    Scenario Outline: A slot that holds no other operator's certificate is none to replace: <plight>
      When S1SP1's update is carried out
      Then the devices of S1SP1 <plight> are as they were

      Examples: Nothing wrong, or nothing there (FIA 4.2.2)
        | plight                                                                 |
        | that hold their registered operator's certificates                     |
        | that hold certificates of another User ID of their registered operator |
        | with an empty Network Operator slot                                    |

    @negative @misses-fia-4.2.2.registration
    Scenario Outline: Where the Registration Data names no one operator, the device is left alone: <plight>
      When S1SP1's update is carried out
      Then the devices of S1SP1 <plight> are as they were

      Examples: No operator, two, another one soon, or a meter point that is not the device's (FIA 4.2.2)
        | plight                                                 |
        | whose meter point has no registration                  |
        | whose meter point has two registrations at once        |
        | whose registration is about to change                  |
        | with no gas meter behind them                          |
        | whose MPANs have different distributors                |
        | whose registered operator is unknown                   |
        | that hold certificates of an unknown Entity Identifier |

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

    @negative @misses-fia-4.2.2.incorrect
    Scenario Outline: A device that is none to correct is left alone: <plight>
      When S1SP1's update is carried out
      Then the devices of S1SP1 <plight> are as they were

      Examples: Decommissioned, or without Network Operator slots of its own (O19)
        | plight                         |
        | that are decommissioned        |
        | that are gas meters themselves |
