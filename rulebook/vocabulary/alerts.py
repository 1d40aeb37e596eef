"""The kinds of message that reach a User unasked."""

from enum import StrEnum


class AlertKind(StrEnum):
    """The three that the features speak of."""

    S1SP_ALERT = "S1SP Alert"
    DEVICE_ALERT = "Device Alert"
    SECURITY_CREDENTIALS_UPDATED = "Security Credentials Updated"
