@s1sp @pit
Feature: S1SR clause 4.2 before the change

  @s1sr-4.2
  Rule: The holder may replace certificates before the change too
    Paraphrase: the S1SP compares the sender with the owner of the stored certificate.

    @positive @before-secmp0107
    Example: The holder may, as ever
      Given SECMP0107 is not in force
      And a SMETS1 ESME
      When Southfell places certificates
      Then the request is accepted
