@requirement-1 @pit
Feature: S1SR clause 4.2, four certificates and two kinds of owner

  For each SMETS1 device the S1SP stores a critical and a non-critical certificate
  of its Network Operator, and the same two of its supplier. A party answers for
  the slots of its own kind; the other two are none of its business, and stay as
  they are whatever it sends. Curlew supplies the electricity, Heron the gas.

  @s1sr-4.2 @s1sp @sit @uit @from-secmp0107
  Rule: Each kind of party leaves the other's slots as they were
    Paraphrase:
    the certificate that it has stored for the device

    @positive
    Scenario Outline: A '<request>' by the Network Operator of the <device> leaves the Supplier slots alone
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      When <operator> sends a '<request>' Service Request to the <device>
      Then the request is accepted
      And the <device>'s Supplier slots are as they were
      And the <device>'s Network Operator slots are as they were

      Examples: What a Network Operator sends beside SRV 6.15.1
        | request                                    | device | operator  |
        | Read Network Data                          | ESME   | Northmoor |
        | Retrieve Device Security Credentials (KRP) | ESME   | Northmoor |
        | Read Inventory                             | ESME   | Northmoor |
        | Read Network Data                          | GPF    | Ashdown   |
        | Retrieve Device Security Credentials (KRP) | GPF    | Ashdown   |
        | Read Inventory                             | GPF    | Ashdown   |

    @positive
    Scenario Outline: A hand-over by the holder of the <device> leaves the Supplier slots alone
      Given SECMP0107 is in force
      And a SMETS1 <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <holder> places <operator>'s certificates in the <device>'s Network Operator slots
      Then the request is accepted
      And the <device>'s Network Operator slots hold <operator>'s certificates
      And the <device>'s Supplier slots are as they were

      Examples: SRV 6.15.1
        | device | holder     | operator  |
        | ESME   | Southfell  | Northmoor |
        | GPF    | Birchwater | Ashdown   |

    @positive
    Scenario Outline: A '<request>' by the supplier of the <generation> <device> leaves the Network Operator slots alone
      Given SECMP0107 is in force
      And a <generation> <device> registered to <operator>
      But the <device>'s Network Operator slots hold <holder>'s certificates
      When <supplier> sends a '<request>' Service Request to the <device>
      Then the request is accepted
      And the <device>'s Network Operator slots are as they were

      Examples: Suppliers' requests, with the wrong operator in the slots
        | request                                    | generation | device | operator  | holder     | supplier |
        | Read Network Data                          | SMETS1     | ESME   | Northmoor | Southfell  | Curlew   |
        | Retrieve Device Security Credentials (KRP) | SMETS1     | GPF    | Ashdown   | Birchwater | Heron    |
        | Read Inventory                             | SMETS1     | ESME   | Northmoor | Southfell  | Curlew   |
        | Update Security Credentials (Device)       | SMETS2     | ESME   | Northmoor | Southfell  | Curlew   |
        | Update Security Credentials (Device)       | SMETS2     | GPF    | Ashdown   | Birchwater | Heron    |
