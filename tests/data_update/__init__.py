"""The one-off update of Requirement 2: the reference, the faulty ones, and the population that they are tried on."""
