"""The proof that the rulebook and the decision table say the same of every request."""
