"""Proof that the suite can fail. A suite that is never attacked is no evidence."""
