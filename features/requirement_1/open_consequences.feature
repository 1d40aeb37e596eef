@requirement-1 @from-secmp0107
Feature: FIA 4.2.1 and FIA 1, what follows from a replacement

  Once the certificates are replaced, the correct operator is the Known Remote Party and alerts are meant to reach it.
  Who is told, which of the two slots routes alerts, and how far the sender can bind the new holder is left open.
  Northmoor is the registered operator, Southfell the one whose certificates were placed in error.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-4.2.1.known-remote-party
  Rule: The correct operator owns and communicates with the meter from then on
    > This would then enable the 'correct' Network Operator to own and communicate with the meter as they are now the
    > Known Remote Party (KRP) to the device.

    An operator that is to "own and communicate with the meter" needs to learn that it can, and DUIS has a
    notification for new credentials; but nothing says that it is raised for SMETS1, nor that the former holder is
    told. The request may also set a floor for the new holder's counters, and if that counts on SMETS1 it can lock the
    new holder out.

    @dsp @positive @pit @sit @open-O10.new-holder
    Example: It is open whether the correct operator is told that it holds the device
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O10.new-holder admits:
        | reading      | outcome                                 |
        | notified     | accepted, and Northmoor is notified     |
        | not-notified | accepted, and Northmoor is not notified |

    @dsp @positive @pit @sit @open-O10.former-holder
    Example: It is open whether the incorrect operator is told that it no longer holds the device
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O10.former-holder admits:
        | reading      | outcome                                 |
        | not-notified | accepted, and Southfell is not notified |
        | notified     | accepted, and Southfell is notified     |

    @s1sp @positive @pit @sit
    Example: The new holder renews its own certificates where no floor was set
      Given Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When Northmoor places Northmoor's renewed certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's renewed certificates

    @s1sp @negative @pit @destructive @open-O27
    Example: It is open whether the incorrect operator can lock the correct one out by the floor that it sets
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots with the highest floor sequence number
      And Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O27 admits:
        | reading        | outcome                                    |
        | floor-enforced | refused by the S1SP on a ground of its own |
        | floor-ignored  | accepted                                   |

  @fia-1.alert-routing
  Rule: Alerts of a SMETS1 device go where its Network Operator certificates point
    > This would result in: - routing of SMETS1 alerts to the correct Network Operator.

    Alerts follow the certificates, and the certificate that a Critical request is judged by is the critical one. But
    an alert is no Critical request, and nothing says that the same slot routes it.

    @s1sp @positive @pit @sit
    Example: While one operator holds both slots, it receives the alerts
      When the ESME raises an alert
      Then only Southfell receives the alert

    @s1sp @positive @pit @sit @open-O23.slot
    Example: It is open which of two holders receives the alert
      Given the ESME's critical Network Operator slot holds Southfell's certificate
      And the ESME's non-critical Network Operator slot holds Northmoor's certificate
      When the ESME raises an alert
      Then the answer is one that O23.slot admits:
        | reading           | outcome                     |
        | critical-slot     | the alert goes to Southfell |
        | non-critical-slot | the alert goes to Northmoor |
