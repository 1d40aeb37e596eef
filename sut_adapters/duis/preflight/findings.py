"""One thing that was looked at, and what it came to."""

from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What is looked at, in this order."""

    SAFETY = "safety"
    KEYS = "keys"
    CERTIFICATES = "certificates"
    COUNTERS = "originator counters"
    SCHEMAS = "schemas"
    NAMES = "names"
    CONNECTION = "connection"
    TLS = "TLS"
    CLOCK = "clock"
    INBOXES = "inboxes"
    DEVICES = "devices"
    STATES = "states"
    THRESHOLDS = "anomaly thresholds"


class State(StrEnum):
    """`LEFT_OUT` is no fault: it could not be looked at, or is not there and need not be."""

    FINE = "fine"
    LEFT_OUT = "left out"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """`subject` is a key of the profile or what it names. `mend` says what to do about a fault, or what to add."""

    check: Check
    subject: str
    state: State
    said: str
    mend: str = ""


def fine(check: Check, subject: str, said: str) -> Finding:
    """Nothing to do."""
    return Finding(check, subject, State.FINE, said)


def left_out(check: Check, subject: str, said: str, mend: str = "") -> Finding:
    """Not looked at."""
    return Finding(check, subject, State.LEFT_OUT, said, mend)


def fault(check: Check, subject: str, said: str, mend: str) -> Finding:
    """To be mended."""
    return Finding(check, subject, State.FAULT, said, mend)


def fault_of(check: Check, subject: str, trouble: Exception) -> Finding:
    """From an exception, whose text is `what is wrong; what to mend`."""
    said, _, mend = str(trouble).rpartition("; ")
    return fault(check, subject, said or mend, mend if said else "mend it there")
