@message-integrity @dsp @from-secmp0107
Feature: Messages, the way of a Service Request

  The DSP has three web services: for requests that go to a device, for those that are to be transformed first, and for
  those that go to no device. The Command Variant in the message says which way it is to go. Southfell's request is a
  good one, and goes astray.

  Background:
    Given SECMP0107 is in force
    And a SMETS1 ESME registered to Northmoor
    But the ESME's Network Operator slots hold Southfell's certificates

  @messages-6 @pit @sit
  Rule: A request goes the way that its Command Variant says, and no other
    Paraphrase: A Service Request has a Command Variant that fits it, and comes to the web service for requests of its
    kind.

    @positive @meets-messages-6
    Example: On its own way Southfell's request is carried out
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP as it was signed
      Then the request is accepted
      And the ESME's Network Operator slots hold Northmoor's certificates

    @negative @misses-messages-6.command-variant
    Example: A request to a device does not go as one that is for no device
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with a Command Variant that does not fit
      Then the DSP refuses the message
      And nothing has changed

    @negative @misses-messages-6.web-service
    Example: A good request at the wrong address is not passed on to the right one
      When Southfell's request to place Northmoor's certificates in the ESME's Network Operator slots reaches the DSP with the address of another service
      Then the DSP refuses the message
      And nothing has changed
