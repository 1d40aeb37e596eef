@requirement-1 @dsp @from-secmp0107
Feature: FIA 3.1 and 4.2.2, which devices an update of credentials can reach

  FIA 4.2.2 counts ESMEs and GPFs with a wrong certificate, while FIA 3.1 names the GSME. A device that is suspended
  stands between those in service and those that are gone. Northmoor and Ashdown are the registered operators,
  Southfell and Birchwater the ones whose certificates were placed in error.

  Background:
    Given SECMP0107 is in force

  @srpd-6.2.d
  Rule: The exemption lifts the registration check for a SMETS1 device, and makes no device reachable that was not
    > a SMETS1 Service Request with Service Reference Variant 6.15.1 (Update Security Credentials) received from an
    > Electricity Distributor or Gas Transporter.

    FIA 3.1 speaks of the "Meter Point Registration Number (MPRN) for GSME" where it describes the check of 6.15.1, as
    if a GSME were its target; FIA 1 and 4.2.2 count "ESMEs" and "GPFs" only. Which statuses of a device admit a
    request is written nowhere in the documents at hand, and a device may be suspended or gone.

    @positive @pit @sit @uit
    Scenario Outline: The certificates of a commissioned <device> are replaced
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: The devices that FIA 4.2.2 counts
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @negative @pit @sit @open-O19
    Example: It is open whether a GSME has a Network Operator slot to update
      Given a SMETS1 GSME registered to Ashdown
      When Ashdown places Ashdown's certificates in the GSME's Network Operator slots
      Then the answer is one that O19 admits:
        | reading                | outcome                                     |
        | refused-as-device-type | refused by the DSP at its device type check |
        | refused-on-own-ground  | refused by the S1SP on a ground of its own  |
        | as-a-gpf               | accepted                                    |

    @negative @pit @sit @open-O29
    Example: It is open whether the certificates of a suspended device may be replaced
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And the ESME has the status Suspended
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the answer is one that O29 admits:
        | reading           | outcome                                         |
        | commissioned-only | refused by the DSP at its device status check   |
        | live-statuses     | accepted, replacing both Network Operator slots |
