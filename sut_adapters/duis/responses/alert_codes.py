"""DCCAlertCode by kind of alert. The schema binds none to a payload (open question O10): never judge by the number."""

S1SP_ALERT = "N55"
CREDENTIALS_UPDATED = "N42"
QUARANTINE = "N999"
COMMAND_FAILURE = "N999"
"""N999 only because the schema wants a code: no document at hand gives one for these two."""
