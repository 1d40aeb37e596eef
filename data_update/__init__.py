"""Requirement 2 of SECMP0107: the reference one-off update, and updates that are wrong on purpose."""
