@message-integrity @dsp @from-secmp0107
Feature: Messages, what a refused message leaves behind

  Anybody can send the DSP a message in Southfell's name that is not to be believed. If it used up Southfell's counter,
  blocked its account or left anything under way, the refusal would do what the message could not. So after each of them
  Southfell sends the request that it meant to send.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor

  @messages-9 @pit
  Rule: A message that is refused is as if it had not been sent
    Paraphrase: A message that is refused takes nothing from the sender: the good request that follows it is carried out.

    @positive @misses-messages-9.refused
    Example: A message that is not refused leaves its mark
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @positive @sit @meets-messages-9.refused
    Scenario Outline: Southfell's good request is carried out after one with <spoilt>
      Given the ESME's Network Operator slots hold Southfell's certificates
      And Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots has come with <spoilt> and been refused
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: Signature, sender, signer's certificate and way (Messages 1, 2, 3 and 6)
        | spoilt                                         |
        | no signature                                   |
        | a signature by another party's key             |
        | a body changed after signing                   |
        | a signature that covers only the Header        |
        | two signatures                                 |
        | another request wrapped around the signed one  |
        | a Business Originator that is no User          |
        | a Business Originator that is not the signer   |
        | a signer's certificate that has expired        |
        | a signer's certificate that is not yet valid   |
        | a signer's certificate that is revoked         |
        | a signer's certificate for another use         |
        | a Command Variant that does not fit            |
        | the address of another service                 |

      Examples: What is placed (Messages 4)
        | spoilt                                                              |
        | a replacement that is no certificate                                |
        | a replacement certificate that does not chain to the trusted root   |
        | a replacement certificate for another use                           |
        | a replacement certificate that has expired                          |
        | a replacement certificate that is not yet valid                     |
        | a replacement certificate that is revoked                           |

      Examples: Form (Messages 7)
        | spoilt                                       |
        | a body that is not DUIS                      |
        | an element that the schema does not know     |

    @positive @simulator-only @meets-messages-9.refused
    Scenario Outline: Southfell's good request is carried out after harmful XML: <spoilt>
      Given the ESME's Network Operator slots hold Southfell's certificates
      And Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots has come with <spoilt> and been refused
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: Harmful XML (Messages 8)
        | spoilt                              |
        | a DOCTYPE                           |
        | an external entity                  |
        | an entity bomb                      |
        | a comment inside a signed value     |
        | a body over the limit               |

    @positive @simulator-only @meets-messages-9.refused
    Scenario Outline: Northmoor's next request is carried out after <spoilt>
      Given Northmoor's request to place Northmoor's certificates in the ESME's Network Operator slots has reached the DSP and been carried out
      And Northmoor's request to place Northmoor's certificates in the ESME's Network Operator slots has come with <spoilt> and been refused
      When Northmoor's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

      Examples: Counters (Messages 5)
        | spoilt                                      |
        | an originator counter used before           |
        | an originator counter lower than the last   |
