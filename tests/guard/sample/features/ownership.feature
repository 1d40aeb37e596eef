@s1sp @pit
Feature: S1SR clause 4.2, certificate ownership

  Southfell's certificates are in the slots.

  @s1sr-4.2
  Rule: Only the holder may replace certificates
    Paraphrase: the S1SP compares the sender with the owner of the stored certificate.

    Background:
      Given SECMP0107 is in force
      And a SMETS1 ESME registered to Northmoor

    @positive @from-secmp0107 @meets-s1sr-4.2.owner
    Example: The holder may
      When Southfell places Northmoor's certificates
      Then the request is accepted

    @negative @from-secmp0107 @misses-s1sr-4.2.owner
    Example: The registered operator may not
      When Northmoor places Northmoor's certificates
      Then the S1SP refuses the request
      And nothing has changed

    @negative @from-secmp0107 @open-O3
    Example: A stranger is refused, on one ground or the other
      When Westbrook places Northmoor's certificates
      Then the answer is one that O3 admits:
        | reading         | outcome                    |
        | rdp-first       | refused at registration    |
        | ownership-first | refused at the slot        |
