"""Whether what a port gave may be compared: a value whose type says for itself what it equals could equal anything."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from types import WrapperDescriptorType

from rulebook.vocabulary import Accepted, Certificate, Failed, Quarantined, Refused, Release, Scheduled, Silent
from sut_adapters.port import Alert, AuditEntry

OURS = (Accepted, Refused, Failed, Quarantined, Scheduled, Silent, Certificate, Release, Alert, AuditEntry)
KNOWN = frozenset(compared for kind in (*OURS, Mapping, Set) for compared in (kind.__eq__, kind.__ne__))


def odd_one(value: object) -> object | None:
    """The value, or the first within it, that compares neither as Python's own types do nor as the vocabulary's."""
    if not all(_trusted(compared) for compared in (type(value).__eq__, type(value).__ne__)):
        return value
    return next((odd for part in _parts(value) if (odd := odd_one(part)) is not None), None)


def _trusted(compared: object) -> bool:
    return isinstance(compared, WrapperDescriptorType) or compared in KNOWN


def _parts(value: object) -> Iterator[object]:
    if is_dataclass(value):
        yield from (getattr(value, field.name) for field in fields(value))
    elif isinstance(value, Mapping):
        yield from (part for pair in value.items() for part in pair)
    elif isinstance(value, (Sequence, Set)) and not isinstance(value, (str, bytes)):
        yield from value
