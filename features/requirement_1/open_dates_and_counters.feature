@requirement-1 @s1sp @from-secmp0107
Feature: FIA 3.2, when the certificate owner is validated, and how often

  FIA 3.2 does not say what becomes of a request for a later date, nor of one that is sent twice. Northmoor is the
  registered operator, Southfell holds the slots, Westbrook neither.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-3.2.3
  Rule: A request is validated by the certificate that is stored
    > S1SP validates the certificate owner with the Business Originator ID

    FIA 3.2 has the S1SP validate a request as it comes, and nothing in it waits for a date; but DUIS judges a
    registration at the date for which a request is made. No scenario waits for that date, so that a check at both times
    looks like a check on receipt. S1SR keeps counters against repetition, and whether a refusal counts is not said.

    @positive @pit @sit
    Example: The holder's request for now is validated now
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @pit @sit @open-O11
    Example: It is open whether an operator that holds nothing may schedule a replacement
      When Westbrook places Northmoor's certificates in the ESME's Network Operator slots at a later date
      Then the answer is one that O11 admits:
        | reading      | outcome                                                |
        | at-receipt   | refused by the S1SP at its certificate ownership check |
        | at-execution | scheduled                                              |
        | at-both      | refused by the S1SP at its certificate ownership check |

    @negative @pit @simulator-only @open-O12
    Example: It is open whether a refused request may be sent again once its sender holds the device
      Given Northmoor has tried to place Northmoor's certificates in the ESME's Network Operator slots
      And Southfell has placed Northmoor's certificates in the ESME's Network Operator slots
      When Northmoor sends the same request again under the same originator counter
      Then the answer is one that O12 admits:
        | reading      | outcome                                    |
        | consumed     | refused by the S1SP on a ground of its own |
        | not-consumed | accepted                                   |
