@requirement-1 @s1sp @from-secmp0107
Feature: S1SR 4.2, what the certificate ownership check compares

  Once SRPD 6.2(d) applies, the ownership of the stored certificate is all that ties a sender to a device. The FIA
  names the two things that are compared and leaves open which of a device's certificates, and for which requests.
  Northmoor is the registered operator, Southfell the operator in the slots, Westbrook neither.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor

  @s1sr-4.2
  Rule: The sender must be the owner of the certificate that is stored for the device
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the Entity Identifier of the certificate
    that it has stored for the device. Where the two do not match, the request is refused.

    By FIA 3.2 the "Entity Identifier of the certificate" decides, and a renewed certificate has the same one; by S1SR
    a device's certificates are known by serial number and issuer. A device has two Network Operator certificates,
    either or both of which may be "the certificate associated with the device", and none at all may be.

    @positive @pit @sit @uit
    Example: The operator whose certificates are in both slots replaces them
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @positive @pit @sit @open-O4
    Example: It is open whether a holder who has renewed its certificates is still the owner of the old ones
      Given the ESME's Network Operator slots hold certificates that Southfell has since renewed
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O4 admits:
        | reading            | outcome                                                |
        | entity-identifier  | accepted, replacing both Network Operator slots        |
        | stored-certificate | refused by the S1SP at its certificate ownership check |

    @positive @pit @sit @open-O5.slot
    Example: It is open whether the holder of the critical slot alone may replace both certificates
      Given the ESME's critical Network Operator slot holds Southfell's certificate
      And the ESME's non-critical Network Operator slot holds Westbrook's certificate
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O5.slot admits:
        | reading       | outcome                                                |
        | critical-slot | accepted, replacing both Network Operator slots        |
        | both-slots    | refused by the S1SP at its certificate ownership check |

    @negative @pit @sit @open-O5.empty
    Example: It is open on which ground an operator is refused where the slots are empty
      Given the ESME's Network Operator slots are empty
      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O5.empty admits:
        | reading        | outcome                                                |
        | nobody-matches | refused by the S1SP at its certificate ownership check |
        | own-ground     | refused by the S1SP on a ground of its own             |

    @negative @pit @sit
    Example: The holder of the non-critical slot alone replaces nothing under either reading
      Given the ESME's critical Network Operator slot holds Westbrook's certificate
      And the ESME's non-critical Network Operator slot holds Southfell's certificate
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And the ESME's critical Network Operator slot holds Westbrook's certificate
      And the ESME's Network Operator slots are as they were

  @fia-3.2.arrival
  Rule: A wrong certificate stops the registered operator's Critical requests
    > If an incorrect Network Operator certificate is placed (stored at S1SP) in error, then the Network Operator
    > cannot send a Critical SR including SRV 6.15.1 to the SMETS1 Device.

    The sentence speaks of a "Critical SR", so that a Non-Critical request of the registered operator goes through. Yet
    the S1SP "validates the certificate owner with the Business Originator ID" with no word about Critical, and nothing
    says that it does so for some requests only.

    @positive @pit @sit @uit
    Example: With its own certificates in the slots, the registered operator reads its network data
      Given the ESME's Network Operator slots hold Northmoor's certificates
      When Northmoor sends a 'Read Network Data' Service Request to the ESME
      Then the request is accepted

    @positive @pit @sit @uit @open-O31
    Example: It is open whether the registered operator may read its network data past another's certificates
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Northmoor sends a 'Read Network Data' Service Request to the ESME
      Then the answer is one that O31 admits:
        | reading                | outcome                                                |
        | critical-requests-only | accepted                                               |
        | every-request          | refused by the S1SP at its certificate ownership check |
