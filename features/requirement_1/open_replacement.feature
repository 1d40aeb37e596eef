@requirement-1 @s1sp @from-secmp0107
Feature: FIA 4.2.1, which certificates may be placed

  The exemption is about the sender. Of the certificates that it places, the documents say whose they are meant to be
  and not that anybody looks; the message may carry two, one or none. Northmoor is the registered operator, Southfell
  holds the slots, Westbrook is a distributor for other premises, Curlew is a Supplier.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @fia-4.2.1.disable
  Rule: What the 'incorrect' operator places takes the place of its own certificates
    > All three S1SPs will disable the RDP check for SRV 6.15.1, when sent from a Network Operator, to allow the
    > 'incorrect' Network Operator to be able to place the 'correct' Network Operator certificates on device's virtual
    > anchor slots.

    The purpose is "to place the 'correct' Network Operator certificates", which a check of the new certificates would
    serve. But SRPD 6.2(d) holds no such check and the message schema admits any set of certificates, so that a
    refusal for what is placed has no words to rest on.

    @positive @pit @fat @sit @uit
    Example: Both certificates of the registered operator are placed under every reading
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @positive @pit @sit @open-O6.partial
    Example: It is open whether one certificate for the critical slot may come alone
      When Southfell places Northmoor's certificate in the ESME's critical Network Operator slot
      Then the answer is one that O6.partial admits:
        | reading  | outcome                                                     |
        | per-slot | accepted, replacing the critical Network Operator slot only |
        | refused  | refused by the S1SP on a ground of its own                  |

    @positive @pit @sit @open-O6.partial
    Example: It is open whether one certificate for the non-critical slot may come alone
      When Southfell places Northmoor's certificate in the ESME's non-critical Network Operator slot
      Then the answer is one that O6.partial admits:
        | reading  | outcome                                                         |
        | per-slot | accepted, replacing the non-critical Network Operator slot only |
        | refused  | refused by the S1SP on a ground of its own                      |

    @positive @pit @sit @open-O6.empty
    Example: It is open whether a request without any certificate is carried out
      When Southfell places no certificate in the ESME's Network Operator slots
      Then the answer is one that O6.empty admits:
        | reading       | outcome                                    |
        | nothing-to-do | accepted, replacing nothing                |
        | refused       | refused by the S1SP on a ground of its own |

    @positive @pit @sit @open-O7.role
    Example: It is open whether a Supplier's certificates may be placed in the Network Operator slots
      When Southfell places Curlew's certificates in the ESME's Network Operator slots
      Then the answer is one that O7.role admits:
        | reading   | outcome                                         |
        | unchecked | accepted, replacing both Network Operator slots |
        | checked   | refused by the S1SP on a ground of its own      |

    @positive @pit @sit @open-O7.pair
    Example: It is open whether the certificates of two operators may be placed side by side
      When Southfell places Northmoor's signing certificate and Westbrook's key agreement certificate in the ESME's Network Operator slots
      Then the answer is one that O7.pair admits:
        | reading   | outcome                                         |
        | unchecked | accepted, replacing both Network Operator slots |
        | checked   | refused by the S1SP on a ground of its own      |
