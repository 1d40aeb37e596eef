@message-integrity @dsp @from-secmp0107
Feature: Messages, the certificates that a request places

  What SRV 6.15.1 places in a slot decides who may talk to the device from then on. Southfell, the holder, sends a good
  request, well signed; one of the certificates in it is not what it is taken for. Which component looks is open
  question O34, so that a refusal by either counts.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @messages-4 @pit @sit
  Rule: Only a certificate that could be relied upon comes into a slot
    Paraphrase: What a 6.15.1 places are certificates that chain to the trusted root, each for the use that its place is
    for, in date, and not revoked.

    @positive @meets-messages-4
    Example: Certificates that are in order are placed
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-4.certificates
    Example: Octets that are no certificate leave the slots to the holder
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a replacement that is no certificate
      Then the message is refused
      And nothing has changed

    @negative @misses-messages-4.trusted-root
    Example: What an unknown authority has issued is not placed, whatever name it bears
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a replacement certificate that does not chain to the trusted root
      Then the message is refused
      And nothing has changed

    @negative @misses-messages-4.use
    Example: A key agreement certificate is not placed for a signing certificate
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a replacement certificate for another use
      Then the message is refused
      And nothing has changed

    @negative @misses-messages-4.in-date
    Scenario Outline: Out of its dates a certificate is not placed: <spoilt>
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with <spoilt>
      Then the message is refused
      And nothing has changed

      Examples: The request asks for checks on time (DUIS 5.4 schema, ApplyTimeBasedCPVChecks)
        | spoilt                                            |
        | a replacement certificate that has expired        |
        | a replacement certificate that is not yet valid   |

    @negative @misses-messages-4.not-revoked
    Example: A revoked certificate is not placed
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a replacement certificate that is revoked
      Then the message is refused
      And nothing has changed
