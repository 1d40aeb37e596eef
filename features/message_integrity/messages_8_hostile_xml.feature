@message-integrity @dsp @from-secmp0107
Feature: Messages, XML that does harm when it is read

  XML can make its reader fetch a file, fill its memory, or take half of a value for the whole. None of it has a place in
  DUIS, and no signature makes it harmless: Southfell's own stands under each of these messages.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @messages-8 @pit @simulator-only
  Rule: A message that could do harm by being read is not read
    Paraphrase: A Service Request has no document type, which could declare entities, no comment, which could part a
    value, and no more octets than the DSP takes.

    @positive @meets-messages-8
    Example: The same request in plain XML is carried out
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-8.document-type
    Scenario Outline: No entity is looked up and none is expanded: <spoilt>
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with <spoilt>
      Then the DSP refuses the message
      And nothing has changed

      Examples: A document type, and what it can declare (XML 1.0)
        | spoilt             |
        | a DOCTYPE          |
        | an external entity |
        | an entity bomb     |

    @negative @misses-messages-8.comment
    Example: A value that a comment parts is not taken for its first half
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a comment inside a signed value
      Then the DSP refuses the message
      And nothing has changed

    @negative @misses-messages-8.size
    Example: A message over the limit is not read to its end
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a body over the limit
      Then the DSP refuses the message
      And nothing has changed
