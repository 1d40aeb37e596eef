@requirement-1 @from-secmp0107
Feature: FIA 3.2 and 5.2, how a request and a certificate travel to a SMETS1 device

  FIA 5.2 plants the wrong certificate by SRV 6.21, where FIA 3.2 has 6.21 supply only what nobody else has. The
  correction travels as a Critical request, for which SMETS1 has no Pre-Command. Northmoor is the registered operator,
  Southfell the one whose certificates were placed in error, Curlew the registered Import Supplier.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor

  @fia-3.2.arrival
  Rule: The Supplier provides a Network Operator certificate by SRV 6.21 where nobody else has
    > the Supplier using SRV 6.21 where Network Operator certificate is not provided by any of the above methods.

    The words "where Network Operator certificate is not provided by any of the above methods" leave no room for 6.21
    where there is one. But FIA 5.2 would "send SRV6.21 to DCC enrolled devices that forms part of an installation of
    a migrated device set", which is to say where there is one.

    @s1sp @positive @pit @sit
    Example: The Supplier fills empty slots
      Given the ESME's Network Operator slots are empty
      When Curlew puts Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @s1sp @positive @pit @sit @open-O13
    Example: It is open whether the Supplier may replace certificates that are there already
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Curlew puts Northmoor's certificates on the ESME by a 'Request Handover Of DCC Controlled Device' Service Request
      Then the answer is one that O13 admits:
        | reading         | outcome                                         |
        | replaces-any    | accepted, replacing both Network Operator slots |
        | only-where-none | refused by the S1SP on a ground of its own      |

  @fia-3.3.1
  Rule: The correction travels as one request for a SMETS1 device
    > for Service Reference Variant (SRV) 6.15.1 'Update Security Credentials (KRP)' targeted at SMETS1 Devices.

    A request for a SMETS1 device is countersigned and forwarded, so that the Command Variant of an immediate command
    fits it. But the DUIS schema lists 6.15.1 under the variants for a Pre-Command, and does not except SMETS1.

    @dsp @positive @pit @sit
    Example: Sent as the DSP expects it, the correction is carried out
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @dsp @positive @pit @sit @open-O9
    Example: It is open whether the correction may be sent as an immediate command
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots under Command Variant 1
      Then the answer is one that O9 admits:
        | reading      | outcome                                         |
        | send-command | accepted, replacing both Network Operator slots |
        | transform    | refused by the DSP at its command variant check |

    @dsp @negative @pit @sit @open-O9
    Example: It is open whether the correction may be sent for a Pre-Command
      Given the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots under Command Variant 4
      Then the answer is one that O9 admits:
        | reading      | outcome                                         |
        | send-command | refused by the DSP at its command variant check |
        | transform    | accepted, replacing both Network Operator slots |
