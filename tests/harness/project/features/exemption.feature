Feature: SRPD clause 6.2(d), where the registration check does not apply

  Southfell's certificates are in the slots.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME

  @srpd-6.2.d @dsp @pit @fat @sit
  Rule: A Network Operator is exempt from the registration check
    > a SMETS1 Service Request with Service Reference Variant 6.15.1 received
    > from an Electricity Distributor or Gas Transporter.

    @positive @from-secmp0107 @meets-srpd-6.2.d
    Example: The operator in the slots hands the ESME over
      When Southfell places certificates
      Then the request is accepted

    @negative @from-secmp0107 @misses-srpd-6.2.d.role
    Scenario Outline: <supplier> is not exempt
      When <supplier> places certificates
      Then the DSP refuses the request
      And nothing has changed

      Examples: Suppliers (FIA 4.1)
        | supplier |
        | Curlew   |
        | Dunlin   |
