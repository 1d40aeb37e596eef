@message-integrity @dsp @from-secmp0107
Feature: Messages, the signature of a Service Request

  Whoever holds a device's slots may hand them to the registered operator, and the DSP knows a holder by nothing but an
  XML signature. Southfell holds the slots, and its request to hand them to Northmoor is one that the law allows: what is
  refused here is refused for how it was signed.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @messages-1 @pit @sit
  Rule: A request counts as its sender signed it, once and whole
    Paraphrase: Every Service Request carries one XML signature, made with the sender's own key over the whole message,
    and the DSP acts only on what was signed.

    @positive @meets-messages-1
    Example: As Southfell signed it, the request is carried out
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-1.one-signature
    Scenario Outline: With <spoilt> it is nobody's request
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with <spoilt>
      Then the DSP refuses the message
      And nothing has changed

      Examples: None at all, and one too many (DUIS 5.4 schema, Request)
        | spoilt         |
        | no signature   |
        | two signatures |

    @negative @misses-messages-1.own-key
    Example: The name of Southfell's certificate in a signature is no signature of Southfell's
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a signature by another party's key
      Then the DSP refuses the message
      And nothing has changed

    @negative @misses-messages-1.whole-message
    Example: A signature over the Header says nothing about the certificates in the Body
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a signature that covers only the Header
      Then the DSP refuses the message
      And nothing has changed

    @negative @misses-messages-1.as-signed
    Scenario Outline: What was signed is not what arrives with <spoilt>
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with <spoilt>
      Then the DSP refuses the message
      And nothing has changed

      Examples: The signature stays, and the request does not (XML Signature)
        | spoilt                                        |
        | a body changed after signing                  |
        | another request wrapped around the signed one |
