@requirement-2 @s1sp
Feature: FIA section 4.2.2, after the update the device answers to its own operator

  What the update writes is what the S1SP goes by from then on. Northmoor, whose certificates stand in the slots of the
  ESME on its network, can replace them and hears the ESME's alerts. Southfell, whose certificates stood there, is
  turned away, in every state of Requirement 1.

  @fia-4.2.2 @pit @sit
  Rule: The correct operator's certificate in the slot is the correct operator's control of the device
    > replace the 'incorrect' Network Operator certificate with that of the 'correct' Network Operator certificate.

    Illustrative: what is refused before the S1SP looks into its slots is refused whatever the update wrote there.

    @positive @from-secmp0107 @before-secmp0107 @meets-fia-4.2.2
    Scenario Outline: <operator> replaces its certificates on the <device> of <s1sp>, with the DSP's switch <switch>
      Given SECMP0107 is in force
      And the DSP has switched SECMP0107 <switch>
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <s1sp>'s update has been carried out
      When <operator> places <operator>'s renewed certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s renewed certificates

      Examples: Two fuels, before and after Requirement 1 (FIA 4.2.2)
        | s1sp  | device | operator  | holder     | switch |
        | S1SP1 | ESME   | Northmoor | Southfell  | on     |
        | S1SP2 | GPF    | Ashdown   | Birchwater | on     |
        | S1SP1 | ESME   | Northmoor | Southfell  | off    |

    @positive @from-secmp0107 @meets-fia-4.2.2
    Example: The ESME's alerts go to Northmoor, and Southfell hears nothing more
      Given SECMP0107 is in force
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And S1SP1's update has been carried out
      When the ESME raises an alert
      Then only Northmoor receives the alert

    @negative @illustrative @before-secmp0107 @meets-fia-4.2.2
    Example: Without the change Southfell's request ends at the DSP
      Given SECMP0107 is not in force
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And S1SP1's update has been carried out
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

    @negative @from-secmp0107 @meets-fia-4.2.2
    Scenario Outline: With the change <holder>'s request ends at <s1sp>, which no longer holds its certificates
      Given SECMP0107 is in force
      And a SMETS1 <device> served by <s1sp> and registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      And <s1sp>'s update has been carried out
      When <holder> places <holder>'s certificates in the <device>'s Network Operator slots
      Then the S1SP refuses the request at its certificate ownership check
      And nothing has changed

      Examples: Two fuels (FIA 4.2.1)
        | s1sp  | device | holder     | operator  |
        | S1SP1 | ESME   | Southfell  | Northmoor |
        | S1SP2 | GPF    | Birchwater | Ashdown   |

    @negative @illustrative @from-secmp0107 @open-O3.s1sp
    Example: With the change at the DSP alone Southfell is refused by the S1SP
      Given the DSP has switched SECMP0107 on
      And S1SP1 has not deployed SECMP0107
      And a SMETS1 ESME served by S1SP1 and registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      And S1SP1's update has been carried out
      When Southfell places Southfell's certificates in the ESME's Network Operator slots
      Then the answer is one that O3.s1sp admits:
        | reading         | outcome                                                |
        | rdp-first       | refused by the S1SP at its registration check          |
        | ownership-first | refused by the S1SP at its certificate ownership check |
