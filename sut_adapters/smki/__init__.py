"""The public key infrastructure: a test one minted to the SMKI profile, and what is to be objected to in any."""
