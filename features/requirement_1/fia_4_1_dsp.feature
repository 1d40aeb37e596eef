@requirement-1
Feature: FIA section 4.1, what the DSP no longer asks and what it still asks

  The DSP stops asking a Network Operator for the meter point, in one kind of request. Of everybody else it asks what it
  always asked. Dunlin is not the ESME's Import Supplier, nor Jackdaw the GPF's Gas Supplier; Fulmar and Redshank are
  registered for the ESME, but in User Roles that may not send SRV 6.15.1 at all.

  Background:
    Given SECMP0107 is in force

  @fia-4.1.dsp @dsp @from-secmp0107 @pit @sit @uit
  Rule: The DSP lets a Network Operator's SRV 6.15.1 pass, whosever the meter point is
    > The DSP will be updated to remove the RDP check for SRV 6.15.1 where the sender is a Network Operator.

    @positive @fat @meets-fia-4.1.dsp @misses-fia-4.1.other-users.supplier @misses-fia-4.1.other-users.other-user-types
    Scenario Outline: <holder> needs no registration to give a <device> back to <registered>
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <registered>'s certificates

      Examples: Both fuels (FIA 4.2.1: "Electricity Distributor and Gas Transporter")
        | device | registered | holder     |
        | ESME   | Northmoor  | Southfell  |
        | GPF    | Ashdown    | Birchwater |

    @negative @misses-fia-4.1.dsp.variant
    Example: The same operator's other requests still need a registration
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell sends a 'Read Network Data' Service Request to the ESME
      Then the DSP refuses the request at its registration check
      And nothing has changed

  @fia-4.1.other-users @dsp @from-secmp0107 @pit @sit @uit
  Rule: Of anybody but a Network Operator, the DSP asks what it always asked
    > RDP checks will remain for a SMETS1 6.15.1 from a Supplier or any other type of service user.

    @negative @fat @meets-fia-4.1.other-users.supplier @misses-fia-4.1.dsp.sender @misses-fia-4.5.1.sender
    Scenario Outline: A supplier that is not the <device>'s own may not touch its Network Operator slots
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <supplier> places <registered>'s certificates in the <device>'s Network Operator slots
      Then the DSP refuses the request
      And nothing has changed

      Examples: Suppliers that are not registered (FIA 4.1)
        | device | registered | holder     | supplier |
        | ESME   | Northmoor  | Southfell  | Dunlin   |
        | GPF    | Ashdown    | Birchwater | Jackdaw  |

    @negative @meets-fia-4.1.other-users.supplier @meets-fia-4.1.other-users.smets1-update
    Scenario Outline: A supplier that is not the <device>'s own may not touch its Supplier slots, though it is in them
      Given a SMETS1 <device> registered to <registered>
      But the <device>'s Supplier slots hold <supplier>'s certificates
      When <supplier> places <supplier>'s certificates in the <device>'s Supplier slots
      Then the DSP refuses the request at its registration check
      And nothing has changed

      Examples: Suppliers that are not registered (FIA 4.1)
        | device | registered | supplier |
        | ESME   | Northmoor  | Dunlin   |
        | GPF    | Ashdown    | Jackdaw  |

    @positive @misses-fia-4.1.other-users.smets1-update
    Example: On SMETS2 no registration was asked for, nor is it of a supplier that is in the slots
      Given a SMETS2 ESME registered to Northmoor
      But the ESME's Supplier slots hold Dunlin's certificates
      When Dunlin places Curlew's certificates in the ESME's Supplier slots
      Then the request is accepted
      And the ESME's Supplier slots hold Curlew's certificates

    @negative @meets-fia-4.1.other-users.other-user-types
    Scenario Outline: <party> may not send the request at all, and the change does not help it
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When <party> places Northmoor's certificates in the ESME's Network Operator slots
      Then the DSP refuses the request
      And nothing has changed

      Examples: Registered Export Supplier and Supplier Agent, and an Other User (FIA 4.1)
        | party      |
        | Fulmar     |
        | Redshank   |
        | Sanderling |

    @positive
    Example: From a Network Operator, the same request passes
      Given a SMETS1 ESME registered to Northmoor
      But the ESME's Network Operator slots hold Southfell's certificates
      When Southfell places Northmoor's certificates in the ESME's Network Operator slots
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates
