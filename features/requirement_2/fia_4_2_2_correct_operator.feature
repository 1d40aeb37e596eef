@requirement-2 @s1sp @from-secmp0107
Feature: FIA section 4.2.2, who the correct operator is

  Two sources say what belongs in a slot. The first is the Registration Data, which names the operator of the device's
  meter point. Where it names none, or more than one, nothing is placed: a guess would put one wrong certificate in the
  place of another.

  Background:
    Given SECMP0107 is in force

  @fia-4.2.2 @pit @sit
  Rule: The certificate placed is that of the operator that is registered for the device's meter point
    > DCC will run a one-off data update (Organisation Certificates are stored on S1SP system unlike SMETS2 devices)
    > activity on appropriate S1SP systems to replace the 'incorrect' Network Operator certificate with that of the
    > 'correct' Network Operator certificate. The correct Network Operator will be identified from RDP data and their
    > certificates that are shared by Network Operator for SMETS1 Enrolment and available on SEC website (Engineering
    > Recommendation M31).

    @positive @meets-fia-4.2.2
    Scenario Outline: The registration of the day decides, and nothing else about the device: <plight>
      When S1SP1's update is carried out
      Then the devices of S1SP1 <plight> hold their registered operator's published certificates

      Examples: Effective dates, later records, other operators, other circumstances (SRPD 6.1(f); FIA 4.2.2)
        | plight                                                                                    |
        | whose registration passed to another operator last year                                   |
        | whose registration passed to another operator today                                       |
        | whose registration was put right by a later record                                        |
        | whose registration is to be withdrawn later                                               |
        | that hold the certificates of two other operators                                         |
        | that hold certificates of a User ID which was their registered operator's until yesterday |
        | that hold the certificates of an operator of the other fuel                               |
        | that hold a Supplier's certificates in the Network Operator slots                         |
        | that are suspended                                                                        |
        | with an Export MPAN of the same distributor                                               |

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

    @negative @misses-fia-4.2.2.incorrect
    Scenario Outline: A device that is none to correct is left alone: <plight>
      When S1SP1's update is carried out
      Then the devices of S1SP1 <plight> are as they were

      Examples: Decommissioned, or without Network Operator slots of its own (O19)
        | plight                         |
        | that are decommissioned        |
        | that are gas meters themselves |
