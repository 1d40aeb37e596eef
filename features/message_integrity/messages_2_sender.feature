@message-integrity @dsp @from-secmp0107
Feature: Messages, who a Service Request says has sent it

  A Service Request begins with the Entity Identifier of its Business Originator, and every check of the law asks about
  that one: its role, its registration, its certificates in the slots. Southfell holds the slots, so that a request in
  Southfell's name would be carried out. Whether the name is the signer's is asked before anything else.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @messages-2 @pit @sit
  Rule: The Business Originator is a User, and the one that has signed
    Paraphrase: The Business Originator ID of a Service Request is that of a User, and it is this User that has signed.

    @positive @meets-messages-2
    Example: A request in Southfell's name, signed by Southfell, is carried out
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-2.user
    Example: One whom the DSP does not know is no User, however well it has signed
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a Business Originator that is no User
      Then the DSP refuses the message
      And nothing has changed

    @negative @misses-messages-2.signer
    Example: Another User's good signature under Southfell's name is not Southfell's
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a Business Originator that is not the signer
      Then the DSP refuses the message
      And nothing has changed
