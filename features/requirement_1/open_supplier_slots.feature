@requirement-1 @from-secmp0107
Feature: S1SR 4.2 and the slots of the other kind of party

  A SMETS1 device has two slots for its Network Operator and two for its Supplier, and no document has one kind of
  party replace the other's certificates. Nothing in SRPD 6.2(d) or in the FIA says on which ground a request is
  refused that tries. Northmoor and Ashdown are the registered operators, Curlew and Heron the registered Suppliers.

  Background:
    Given SECMP0107 is in force

  @s1sr-4.2
  Rule: No Network Operator replaces a Supplier's certificates, however the exemption is read
    Paraphrase:
    The S1SP compares the Business Originator ID of the Service Request with the Entity Identifier of the certificate
    that it has stored for the device. Where the two do not match, the request is refused.

    @s1sp @positive @pit @sit
    Example: The registered Supplier that holds the slots renews them
      Given a SMETS1 ESME registered to Northmoor
      When Curlew places Curlew's renewed certificates in the ESME's Supplier slots
      Then the request is accepted
      And the ESME's Supplier slots hold Curlew's renewed certificates

    @s1sp @negative @pit @sit
    Scenario Outline: <operator>, who holds the Network Operator slots of the <device>, leaves its Supplier slots alone
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <operator>'s certificates
      When <operator> places <registered>'s certificates in the <device>'s Supplier slots
      Then the <device>'s Supplier slots are as they were

      Examples: Registered or not, a distributor or a transporter (open question O1)
        | operator   | registered | device |
        | Southfell  | Northmoor  | ESME   |
        | Northmoor  | Northmoor  | ESME   |
        | Birchwater | Ashdown    | GPF    |
        | Ashdown    | Ashdown    | GPF    |

    @s1sp @negative @pit @sit @open-O1.slot
    Example: It is open whose slot is read when a registered operator names the Supplier slots
      Given a SMETS1 ESME registered to Northmoor
      When Northmoor places Northmoor's certificates in the ESME's Supplier slots
      Then the answer is one that O1.slot admits:
        | reading      | outcome                                                                                                                                           |
        | named-slot   | refused by the S1SP at its certificate ownership check or refused by the S1SP on a ground of its own or refused by the DSP on a ground of its own |
        | senders-slot | refused by the S1SP on a ground of its own or refused by the DSP on a ground of its own                                                           |

  @fia-4.2.1.supplier
  Rule: No Supplier replaces a Network Operator's certificates by a 6.15.1, registered or not
    > Other SRVs as well as SRV 6.15.1 when sent from a Supplier are not impacted by this change.

    A registered Supplier passes every registration check, so that by FIA 3.2 it is stopped where "S1SP validates the
    certificate owner with the Business Originator ID". But FIA 5.2 has any role "other than Network Operator" refused
    before that, "therefore the SRV will be rejected by DSP".

    @s1sp @positive @pit @sit @uit
    Example: The registered Supplier's own certificates are its own to replace
      Given a SMETS1 ESME registered to Northmoor
      When Curlew places Curlew's renewed certificates in the ESME's Supplier slots
      Then the request is accepted
      And the ESME's Supplier slots hold Curlew's renewed certificates

    @s1sp @negative @pit @sit
    Scenario Outline: <supplier> leaves the Network Operator slots of the <device> alone
      Given a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <supplier> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the <device>'s Network Operator slots are as they were

      Examples: Registered or not, for electricity or for gas (open question O8)
        | supplier | operator  | holder     | device |
        | Curlew   | Northmoor | Southfell  | ESME   |
        | Dunlin   | Northmoor | Southfell  | ESME   |
        | Heron    | Ashdown   | Birchwater | GPF    |
        | Jackdaw  | Ashdown   | Birchwater | GPF    |

    @dsp @negative @pit @sit @uit @open-O8
    Example: It is open who stops a registered Supplier that names the Network Operator slots
      Given a SMETS1 ESME registered to Northmoor
      When Curlew places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O8 admits:
        | reading           | outcome                                                                                              |
        | ownership         | refused by the S1SP at its certificate ownership check or refused by the S1SP on a ground of its own |
        | inconsistent-role | refused by the DSP on a ground of its own                                                            |
