@message-integrity @dsp @from-secmp0107
Feature: Messages, a request that has come before

  Whoever has seen a message can send it again, signature and all. What tells the second from the first is the
  originator counter. Northmoor is registered and holds the slots, so that nothing but the counter could stop it from
  renewing its certificates as often as it likes. Who refuses is open question O33.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    And Northmoor's request to place Northmoor's certificates in the ESME's Network Operator slots has reached the DSP and been carried out

  @messages-5 @pit @simulator-only
  Rule: A request is carried out once, and none that is older than the last
    Paraphrase: A Critical request has a higher originator counter than those that its sender has had carried out before,
    and no request is carried out twice.

    @positive @meets-messages-5
    Example: The next request is carried out, though it asks for the same
      When Northmoor's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-5.higher-counter
    Scenario Outline: A new request with <spoilt> comes too late
      When Northmoor's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with <spoilt>
      Then the message is refused
      And nothing has changed

      Examples: The last counter again, and one below it (DUIS 5.4 schema, RequestID)
        | spoilt                                      |
        | an originator counter used before           |
        | an originator counter lower than the last   |

    @negative @misses-messages-5.once
    Example: A request that was acted on is not acted on again
      When the same message reaches the DSP again
      Then the message is refused
      And nothing has changed
