"""Whether what a port gave has the form that the port promises: an objection, or an empty string."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from rulebook.vocabulary import (
    Accepted,
    Certificate,
    CertificateUse,
    Check,
    Component,
    Failed,
    FailureKind,
    Quarantined,
    Refused,
    Release,
    Scheduled,
    Silent,
    Slot,
)
from sut_adapters.port import Alert, AuditEntry

Shape = Callable[[object], str]
OUTCOMES = (Accepted, Refused, Failed, Quarantined, Scheduled, Silent)
SHOWN = 60


def outcome(value: object) -> str:
    """One of the outcomes of the vocabulary, with fields of their types."""
    match value:
        case Refused(by=by, check=check, code=code):
            fits = isinstance(by, Component) and isinstance(check, Check) and isinstance(code, str)
        case Failed(kind=kind, reason=reason):
            fits = isinstance(kind, FailureKind) and isinstance(reason, str)
        case Quarantined(reference=reference):
            fits = isinstance(reference, str)
        case Silent(proved=proved):
            fits = isinstance(proved, bool)
        case _:
            fits = isinstance(value, OUTCOMES)
    return "" if fits else f"{shown(value)}, no Outcome"


def stored(value: object) -> str:
    """All four slots, each with a certificate or None."""
    if not isinstance(value, Mapping) or set(value) != set(Slot):
        return f"{shown(value)}, no mapping of the four slots"
    wrong = [slot for slot, held in value.items() if held is not None and _is_no_certificate(held)]
    return f"{shown(value[wrong[0]])} in the {wrong[0]} slot, no Certificate" if wrong else ""


def of(kind: type, name: str) -> Shape:
    """An instance of a class."""
    return lambda value: "" if isinstance(value, kind) else f"{shown(value)}, no {name}"


def tuple_of(kind: type, name: str) -> Shape:
    """A tuple of instances of a class."""

    def shape(value: object) -> str:
        fits = isinstance(value, tuple) and all(isinstance(each, kind) for each in value)
        return "" if fits else f"{shown(value)}, no tuple of {name}"

    return shape


def kept(value: object) -> str:
    """Messages as they went over the wire."""
    fits = isinstance(value, Sequence) and not isinstance(value, str) and all(map(_is_message, value))
    return "" if fits else f"{shown(value)}, no sequence of KeptMessages"


def handle(value: object) -> str:
    """A name that stands for something."""
    return "" if isinstance(value, str) and value else f"{shown(value)}, no handle"


def nothing(value: object) -> str:
    """None: the method is called for what it does."""
    return "" if value is None else f"{shown(value)} instead of nothing"


alerts = tuple_of(Alert, "Alerts")
names = tuple_of(str, "names")
trail = tuple_of(AuditEntry, "AuditEntries")
component = of(Component, "Component")
release = of(Release, "Release")
truth = of(bool, "truth value")


def shown(value: object) -> str:
    """What it looks like, in so few words that it fits a line; safe for whatever it is."""
    try:
        text = repr(value)
    except Exception:  # somebody else's code may raise anything
        text = f"something of type {type(value).__name__}"
    return in_one_line(text, SHOWN)


def in_one_line(text: str, longest: int = 300) -> str:
    """The text without line ends and control characters, cut where it is longer."""
    plain = " ".join("".join(char if char.isprintable() else " " for char in text[: longest + 1]).split())
    return plain if len(text) <= longest else f"{plain[:longest]}..."


def _is_no_certificate(held: object) -> bool:
    return not (
        isinstance(held, Certificate)
        and isinstance(held.owner, str)
        and isinstance(held.use, CertificateUse)
        and isinstance(held.issue, int)
    )


def _is_message(value: object) -> bool:
    texts = (getattr(value, name, None) for name in ("way", "user_id", "note"))
    return (
        all(isinstance(text, str) for text in texts)
        and isinstance(getattr(value, "at", None), datetime)
        and isinstance(getattr(value, "document", None), bytes)
    )
