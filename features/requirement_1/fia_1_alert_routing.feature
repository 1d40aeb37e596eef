@requirement-1
Feature: FIA section 1, alerts reach the operator whose network it is

  An ESME's alerts go to the operator whose certificates the S1SP keeps for it. While Southfell's stand there,
  Southfell hears of a meter on Northmoor's network, can do nothing about it, and Northmoor hears nothing. Putting the
  certificates right is what the change is for; putting the alerts right is what that is good for.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-1.alert-routing @s1sp @from-secmp0107 @pit @sit @uit
  Rule: With the right certificate in place, the ESME's alerts go to its own operator and to nobody else
    > The benefits of delivering this change is Network Operator would be able to place correct Network Operator
    > certificate on SMETS1 Devices where there is an incorrect certificate. This would result in: - routing of SMETS1
    > alerts to the correct Network Operator.

    @positive @fat @meets-fia-1.alert-routing.correct-certificate
    Example: A handover of the certificate is a handover of the alerts
      Given Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When the ESME raises an alert
      Then only Northmoor receives the alert
      But Southfell does not receive the alert

    @positive @misses-fia-1.alert-routing.correct-certificate
    Example: Being able to hand over moves no alert; only handing over does
      When the ESME raises an alert
      Then only Southfell receives the alert
      But Northmoor does not receive the alert

    @positive @misses-fia-1.alert-routing.correct-certificate
    Example: An attempt that was refused moves no alert
      Given Northmoor has tried to place Northmoor's certificates in the ESME's Network Operator slots
      When the ESME raises an alert
      Then only Southfell receives the alert
