@requirement-1 @s1sp @pit
Feature: S1SR clause 4.2, an Entity Identifier and not a company

  One operator may send under several User IDs, each with certificates of its own.
  Whether it is registered under all of them is an open question; whether it owns
  a certificate is none. The clause compares two identifiers, and Northmoor's
  second User ID is another than its first.

  @s1sr-4.2 @sit @from-secmp0107
  Rule: The sender is compared by its identifier, and not by the company behind it
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the
    Entity Identifier of the certificate that it has stored for the device.

    @positive @meets-s1sr-4.2
    Scenario Outline: Under the identifier of the stored certificate, <sender>, Northmoor replaces it
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold <sender>'s certificates
      When <sender> places <other>'s certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold <other>'s certificates

      Examples: Either User ID of one operator
        | sender                     | other                      |
        | Northmoor                  | Northmoor's second User ID |
        | Northmoor's second User ID | Northmoor                  |

    @negative @misses-s1sr-4.2.business-originator
    Scenario Outline: Under its other identifier, <sender>, Northmoor is refused
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor
      And the ESME's Network Operator slots hold <stored>'s certificates
      When <sender> places <sender>'s certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the ESME's Network Operator slots are as they were

      Examples: Either User ID of one operator
        | sender                     | stored                     |
        | Northmoor's second User ID | Northmoor                  |
        | Northmoor                  | Northmoor's second User ID |
