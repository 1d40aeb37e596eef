@requirement-1
Feature: FIA section 6.1, what a step back meets on its way

  A step back is not taken in an empty room. An S1SP may withdraw while the DSP stays, and a request may be under way
  when the switch is thrown back; of the first the FIA says what follows, and of the second nothing.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME served by S1SP1 and registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-6.1.transition @tto
  Rule: A step back reaches the requests that come after it
    > Transition to Operations and Go Live D + 6 Months

    @negative @s1sp @from-secmp0107
    Example: An S1SP that withdraws asks for the meter point again
      When S1SP1 withdraws SECMP0107
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And nothing has changed

    @positive @s1sp @from-secmp0107
    Example: The withdrawal of one S1SP is not felt at another
      When S1SP2 withdraws SECMP0107
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @positive @dsp @before-secmp0107 @open-O15.in-flight
    Example: Of a request that is under way when the switch is thrown back, nothing is laid down
      Given Southfell has submitted a request to place Northmoor's certificates in the ESME's Network Operator slots
      When the DSP switches SECMP0107 off
      And the request comes to its end
      Then the answer is one that O15.in-flight admits:
        | reading      | outcome                                            |
        | judged-once  | accepted, replacing both Network Operator slots    |
        | judged-again | refused by the DSP at its registration check       |
