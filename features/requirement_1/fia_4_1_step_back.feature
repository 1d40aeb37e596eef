@requirement-1
Feature: FIA section 4.1, what a step back meets on its way

  A step back is not taken in an empty room. An S1SP may withdraw while the DSP stays, and a request may be under way
  when the switch is thrown back; of the first the FIA says what follows, and of the second nothing.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME served by S1SP1 and registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-4.1.lagging-s1sp @tto
  Rule: An S1SP that steps back is late again, and no other is
    > If the change isn't managed through a coordinated release, then a request could be allowed by the DSP but rejected
    > by an S1SP (using the standard S1SP Alert mechanism).

    @negative @s1sp @from-secmp0107
    Example: An S1SP that withdraws asks for the meter point again
      When S1SP1 withdraws SECMP0107
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its registration check
      And only Southfell receives an S1SP Alert
      And nothing has changed

    @positive @s1sp @from-secmp0107
    Example: The withdrawal of one S1SP is not felt at another
      When S1SP2 withdraws SECMP0107
      And Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

  @fia-4.1.switch @tto
  Rule: The switch is for the requests that come after it
    > DSP will implement a single feature switch to enable the functionality covering all S1SPs.

    The FIA has one switch and says what it enables, not when a request is judged. A request that the DSP has passed on
    may be at its end before the switch is thrown, or after.

    @positive @dsp @before-secmp0107 @open-O15.in-flight
    Example: Of a request that is under way when the switch is thrown back, nothing is laid down
      Given Southfell has submitted a request to place Northmoor's certificates in the ESME's Network Operator slots
      When the DSP switches SECMP0107 off
      And the request comes to its end
      Then the answer is one that O15.in-flight admits:
        | reading      | outcome                                            |
        | judged-once  | accepted, replacing both Network Operator slots    |
        | judged-again | refused by the DSP at its registration check       |
