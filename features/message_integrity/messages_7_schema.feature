@message-integrity @dsp @from-secmp0107
Feature: Messages, the form of a Service Request

  A signature says who has sent something, and the schema what can be sent. Southfell signs each of these messages
  itself, and well. Whether the second is valid can be judged only where the DUIS schemas are, which are not part of this
  suite.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @messages-7 @pit @sit
  Rule: What is no valid DUIS is no Service Request, whoever has signed it
    Paraphrase: A Service Request is a DUIS document, and is valid against the DUIS schema.

    @positive @meets-messages-7
    Example: A valid request is carried out
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-7.duis
    Example: A signed document of another kind is no Service Request
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a body that is not DUIS
      Then the DSP refuses the message
      And nothing has changed

    @negative @misses-messages-7.valid
    Example: A request with a word that the schema does not know is not half understood
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with an element that the schema does not know
      Then the DSP refuses the message
      And nothing has changed
