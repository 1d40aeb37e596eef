@message-integrity @dsp @from-secmp0107
Feature: Messages, the certificate of the signer

  A signature that verifies shows that somebody has used a key, and the certificate says whose it was and whether it
  still is. Southfell signs each of these requests with a key of its own; only the certificate differs.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @messages-3 @pit @sit
  Rule: A signature is worth what its certificate is worth when the message arrives
    Paraphrase: The certificate that belongs to the signature is for digital signing, is in date when the message
    arrives, and has not been revoked.

    @positive @meets-messages-3
    Example: Under a certificate that is in order Southfell's request is carried out
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-3.in-date
    Scenario Outline: Out of its dates a certificate vouches for nobody: <spoilt>
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with <spoilt>
      Then the DSP refuses the message
      And nothing has changed

      Examples: After the last day, and before the first (the published SMKI test certificates)
        | spoilt                                         |
        | a signer's certificate that has expired        |
        | a signer's certificate that is not yet valid   |

    @negative @misses-messages-3.not-revoked
    Example: Who holds a key of which the certificate was revoked is not believed to be Southfell
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a signer's certificate that is revoked
      Then the DSP refuses the message
      And nothing has changed

    @negative @misses-messages-3.digital-signing
    Example: A certificate for key agreement bears no signature
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a signer's certificate for another use
      Then the DSP refuses the message
      And nothing has changed
