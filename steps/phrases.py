"""The typed words that step sentences may contain. Matching heeds the case of letters."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import NamedTuple, TypeVar

from parse import with_pattern
from pytest_bdd import parsers

from rulebook.vocabulary import (
    VARIANT_BY_NAME,
    CertificateUse,
    Check,
    Component,
    DeviceStatus,
    DeviceType,
    Generation,
    RemotePartyRole,
    Slot,
    Tampering,
    UserRole,
)
from sut_adapters.update_terms import Plight

Word = TypeVar("Word")
Member = TypeVar("Member", bound=StrEnum)


class SlotWords(NamedTuple):
    """What a phrase such as `critical Network Operator slot` names."""

    role: RemotePartyRole
    slots: tuple[Slot, ...]
    uses: tuple[CertificateUse, ...]


BOTH_USES = (CertificateUse.DIGITAL_SIGNING, CertificateUse.KEY_AGREEMENT)

SLOT_WORDS = {
    "critical Network Operator slot": SlotWords(
        RemotePartyRole.NETWORK_OPERATOR, (Slot.CRITICAL_NETWORK_OPERATOR,), BOTH_USES[:1]
    ),
    "non-critical Network Operator slot": SlotWords(
        RemotePartyRole.NETWORK_OPERATOR, (Slot.NON_CRITICAL_NETWORK_OPERATOR,), BOTH_USES[1:]
    ),
    "Network Operator slots": SlotWords(
        RemotePartyRole.NETWORK_OPERATOR,
        (Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR),
        BOTH_USES,
    ),
    "Supplier slots": SlotWords(
        RemotePartyRole.SUPPLIER, (Slot.CRITICAL_SUPPLIER, Slot.NON_CRITICAL_SUPPLIER), BOTH_USES
    ),
}


def spelled(pattern: str, convert: Callable[[str], Word]) -> Callable[[str], Word]:
    """A type whose values match a pattern without groups."""

    def converted(text: str) -> Word:
        return convert(text)

    marked: Callable[[str], Word] = with_pattern(pattern)(converted)
    return marked


def one_of(words: Mapping[str, Word]) -> Callable[[str], Word]:
    """A type whose values are exactly these words, longest first so that none hides another."""
    longest_first = sorted(words, key=len, reverse=True)
    return spelled("|".join(re.escape(word) for word in longest_first), words.__getitem__)


def member_of(kind: type[Member]) -> Callable[[str], Member]:
    """A type whose values are the members of an enumeration, by their value."""
    return one_of({member.value: member for member in kind})


TYPES: dict[str, Callable[[str], object]] = {
    "Party": spelled(r"[A-Z][a-z]+(?:'s second User ID)?", str),
    "Code": spelled(r"[A-Z0-9]+", str),
    "Citation": spelled(r"[A-Z0-9]+ [0-9][0-9.]*(?:\([a-z]\))*", str),
    "Point": spelled(r"O\d+(?:\.[a-z0-9-]+)?", str),
    "Number": spelled(r"\d+", int),
    "OnOff": one_of({"on": True, "off": False}),
    "Slots": one_of(SLOT_WORDS),
    "VariantName": one_of({name: name for name in VARIANT_BY_NAME}),
    "DeviceType": member_of(DeviceType),
    "DeviceStatus": member_of(DeviceStatus),
    "Generation": member_of(Generation),
    "UserRole": member_of(UserRole),
    "Check": member_of(Check),
    "Plight": member_of(Plight),
    "Tampering": member_of(Tampering),
    "Component": one_of({name: name for name in ("DSP", "S1SP", "Device")}),
    "S1sp": one_of({component.value: component for component in Component if component.is_s1sp}),
}

phrase = partial(parsers.parse, extra_types=TYPES, case_sensitive=True)
"""A step sentence with typed words: `phrase("the {device:DeviceType} raises an alert")`."""
