@requirement-1 @from-secmp0107
Feature: SRPD 6.1(f) and 16.1, who is the registered party

  The exemption lifts the registration check for one request and leaves it for every other. Whom that check takes to
  be registered is left open in four ways, each of which decides who may read a device's network data or renew its own
  certificates. Northmoor and Curlew are registered, Westbrook and Dunlin are not.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor

  @srpd-6.1.f
  Rule: The sender of a request to a device is the party registered for it
    Paraphrase:
    it checks the Registration Data: the sender is the registered party, in the User Role in which it sends, for the
    meter point of that Device, at the date and time for which the request is made.

    FIA 3.1 refuses a User who "is not the owner of the Meter Point Administration Number (MPAN)". It does not say
    whether an owner is an operator or one of its identifiers, which of an ESME's MPANs counts, or whether the last
    day does.

    @dsp @positive @pit @sit @uit
    Example: The registered operator reads its network data
      When Northmoor sends a 'Read Network Data' Service Request to the ESME
      Then the request is accepted

    @dsp @negative @pit @sit @uit
    Example: An operator that is not registered reads nothing, though its certificates are in the slots
      Given the ESME's Network Operator slots hold Westbrook's certificates
      When Westbrook sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @dsp @positive @pit @sit @open-O24
    Example: It is open whether an operator is registered under each of its User IDs
      Given the ESME's Network Operator slots hold Northmoor's second User ID's certificates
      When Northmoor's second User ID sends a 'Read Network Data' Service Request to the ESME
      Then the answer is one that O24 admits:
        | reading              | outcome                                      |
        | by-operator          | accepted                                     |
        | by-entity-identifier | refused by the DSP at its registration check |

    @dsp @negative @pit @sit @open-O25.mpan
    Example: It is open whether the distributor to the Export MPAN is registered for the device
      Given the ESME's Network Operator slots hold Westbrook's certificates
      And Westbrook distributes to the ESME's Export MPAN
      When Westbrook sends a 'Read Network Data' Service Request to the ESME
      Then the answer is one that O25.mpan admits:
        | reading     | outcome                                      |
        | import-mpan | refused by the DSP at its registration check |
        | any-mpan    | accepted                                     |

    @dsp @positive @pit @sit @open-O25.days
    Example: It is open whether an operator is still registered on the last day
      Given Northmoor's registration for the ESME ends today
      When Northmoor sends a 'Read Network Data' Service Request to the ESME
      Then the answer is one that O25.days admits:
        | reading           | outcome                                      |
        | last-day-counts   | accepted                                     |
        | last-day-excluded | refused by the DSP at its registration check |

  @srpd-16.1
  Rule: The S1SP makes the registration check as well as the DSP
    Paraphrase:
    The check that Clause 6.1(f) requires of the DCC is required of the DCC as the DSP, and again of the DCC as the
    S1SP that serves the device

    The Registration Data is spoken of as one thing, and then an S1SP agrees with the DSP about who is registered. But
    FIA 3.1 has "The DSP and S1SPs" validate, each of them, and an S1SP with a copy of its own may be a change behind.

    @s1sp @positive @pit @sit @open-O21
    Example: It is open whether an S1SP goes by a copy that is a change behind
      Given the registered Import Supplier of the ESME is Curlew
      But the S1SP's copy of the Registration Data still names Dunlin as the ESME's Import Supplier
      When Curlew places Curlew's certificates in the ESME's Supplier slots
      Then the answer is one that O21 admits:
        | reading     | outcome                                       |
        | shared-copy | accepted                                      |
        | own-copy    | refused by the S1SP at its registration check |
