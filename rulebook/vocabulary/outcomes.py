"""How a Service Request ends. An acknowledgement is no end."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.vocabulary.release import Component


class Check(StrEnum):
    """The validations that can refuse a request, named as the features name them."""

    USER_STATUS = "user status"
    USER_ROLE = "user role"
    DEVICE_EXISTENCE = "device existence"
    DEVICE_STATUS = "device status"
    DEVICE_TYPE = "device type"
    REGISTRATION = "registration"
    COMMAND_VARIANT = "command variant"
    CERTIFICATE_OWNERSHIP = "certificate ownership"
    UNATTESTED = "unattested"
    """A ground for which the documents give no code, and therefore no name."""


ATTESTED_AT_THE_DSP = {
    Check.USER_ROLE: "E2",
    Check.USER_STATUS: "E3",
    Check.REGISTRATION: "E4",
    Check.DEVICE_STATUS: "E5",
    Check.DEVICE_TYPE: "E11",
    Check.COMMAND_VARIANT: "E12",
    Check.DEVICE_EXISTENCE: "E19",
}
"""DUIS response codes, as domain sources reproduce the DUIS table; E4 is the DSP's form of FIA 3.2 #1."""

ATTESTED_AT_AN_S1SP = {
    Check.REGISTRATION: "S1VE4",
    Check.CERTIFICATE_OWNERSHIP: "S1VE64",
}
"""FIA 4.2.1 names these two and no other (open question O16)."""


def attested_code(by: Component, check: Check) -> str | None:
    """The code that the documents fix for this refusal, or None where they fix none."""
    if by is Component.DSP:
        return ATTESTED_AT_THE_DSP.get(check)
    return ATTESTED_AT_AN_S1SP.get(check) if by.is_s1sp else None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The request was carried out: for a SMETS1 device, a signed response that says success."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One component refused the request because one check failed; `code` is what it sent, word for word."""

    by: Component
    check: Check
    code: str


class FailureKind(StrEnum):
    """What sort of failure ended a request that nobody refused."""

    RESPONSE = "a signed response that says failure"
    SIGNER = "a response that another S1SP has signed"
    COMMUNICATION = "a communication failure"


@dataclass(frozen=True, slots=True)
class Failed:
    """The request got past the checks and was not carried out; neither an acceptance nor a refusal."""

    kind: FailureKind
    reason: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Held back by anomaly detection under this reference; neither an acceptance nor a refusal."""

    reference: str


@dataclass(frozen=True, slots=True)
class Scheduled:
    """Taken for execution at a later time."""


@dataclass(frozen=True, slots=True)
class Silent:
    """No terminal answer came. `proved` when the system says that it has settled, or answered before and after."""

    proved: bool


Outcome = Accepted | Refused | Failed | Quarantined | Scheduled | Silent


def refusal(by: Component, check: Check) -> Refused:
    """The refusal with the code that the documents attest; `unattested` where they attest none."""
    return Refused(by, check, attested_code(by, check) or "unattested")


def describe(outcome: Outcome) -> str:
    """One line for people: `refused by the DSP at its registration check (E4)`."""
    match outcome:
        case Accepted():
            return "accepted"
        case Refused(by, Check.UNATTESTED, code):
            return f"refused by {article(by)} on a ground of its own ({code})"
        case Refused(by, check, code):
            return f"refused by {article(by)} at its {check} check ({code})"
        case Failed(kind, reason):
            return f"failed, {kind}: {reason}"
        case Quarantined(reference):
            return f"quarantined under {reference}"
        case Scheduled():
            return "scheduled"
        case Silent(proved):
            return "no terminal answer" + (", though the system has settled" if proved else "")


def article(component: Component) -> str:
    """`the DSP`, `the Device`, but `S1SP2`."""
    return str(component) if component.is_s1sp else f"the {component}"
