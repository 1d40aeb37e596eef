@requirement-1
Feature: FIA section 3.4, what a wrong certificate does to an ESME's alerts

  An ESME on Northmoor's network sends its alerts wherever the S1SP's certificates point. Where these are Southfell's,
  Southfell is woken in the night. The FIA says this of ESMEs and of nothing else, and so does this file.

  @fia-3.4.esme-alerts @s1sp
  Rule: An ESME's alerts follow the certificate, not the registration
    > DCC identifies the impact of incorrect Network Operator certificate is limited to SMETS1 ESME for alert routing.

    @positive @pit @sit @before-secmp0107 @meets-fia-3.4.esme-alerts.incorrect
    Example: Before the correction the wrong operator is told, and the right one is not
      Given SECMP0107 is not in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When the ESME raises an alert
      Then Southfell receives the alert
      But Northmoor does not receive the alert

    @positive @pit @sit @before-secmp0107 @misses-fia-3.4.esme-alerts.incorrect
    Example: Where the certificate was right from the start, so are the alerts
      Given SECMP0107 is not in force
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold Northmoor's certificates
      When the ESME raises an alert
      Then only Northmoor receives the alert

    @positive @pit @sit @from-secmp0107 @meets-fia-3.4.esme-alerts.incorrect
    Example: A change of registered operator makes a right certificate wrong, and the alerts with it
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold Northmoor's certificates
      But the registered Electricity Distributor of the ESME is Westbrook
      When the ESME raises an alert
      Then only Northmoor receives the alert

    @positive @pit @sit @uit @from-secmp0107 @misses-fia-3.4.esme-alerts.incorrect
    Example: After the correction only the right operator is told
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When the ESME raises an alert
      Then only Northmoor receives the alert
