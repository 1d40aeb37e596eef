"""The Header of a Service Request: who, to what, which Service Reference Variant."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from sut_adapters.duis.elements import one, place, value
from sut_adapters.duis.eui import FORM, is_eui, normalised
from sut_adapters.duis.fault import MessageFault, quoted

LARGEST_COUNTER = 2**64 - 1
COUNTER = re.compile(r"0|[1-9][0-9]{0,19}")
COMMAND_VARIANTS = tuple("123456789")


@dataclass(frozen=True, slots=True)
class Header:
    """`originator` and `target` are normalised EUIs; the three together are the RequestID."""

    originator: str
    target: str
    counter: int
    command_variant: int
    service_reference: str
    variant: str


def read_header(request: etree._Element, variants: Collection[str]) -> Header:
    """`variants` are the Service Reference Variants that there are."""
    header = one(request, "Header")
    originator, target, counter = request_id(one(header, "RequestID"))
    variant = _variant(one(header, "ServiceReferenceVariant"), variants)
    return Header(
        originator=originator,
        target=target,
        counter=counter,
        command_variant=_command_variant(one(header, "CommandVariant")),
        service_reference=_service_reference(one(header, "ServiceReference"), variant),
        variant=variant,
    )


def eui(element: etree._Element, text: str, what: str) -> str:
    """The EUI that the text is, normalised."""
    if not is_eui(text):
        raise MessageFault(place(element), f"{what} {quoted(text)} is no EUI-64", f"write {FORM}")
    return normalised(text)


def request_id(element: etree._Element) -> tuple[str, str, int]:
    """Originator, target and counter of a RequestID (or, in the order target, originator, counter, of a ResponseID)."""
    parts = value(element).split(":")
    if len(parts) != 3:
        raise MessageFault(
            place(element),
            f"{quoted(value(element))} is no RequestID",
            "write Business Originator ID, Business Target ID and counter with a colon between them",
        )
    originator = eui(element, parts[0], "Business Originator ID")
    target = eui(element, parts[1], "Business Target ID")
    if not COUNTER.fullmatch(parts[2]) or int(parts[2]) > LARGEST_COUNTER:
        mend = f"write a whole number from 0 to {LARGEST_COUNTER} without leading zeros"
        raise MessageFault(place(element), f"counter {quoted(parts[2])} is no originator counter", mend)
    return originator, target, int(parts[2])


def _command_variant(element: etree._Element) -> int:
    if (text := value(element)) not in COMMAND_VARIANTS:
        raise MessageFault(place(element), f"{quoted(text)} is no Command Variant", "write a number from 1 to 9")
    return int(text)


def _variant(element: etree._Element, variants: Collection[str]) -> str:
    if (text := value(element)) not in variants:
        mend = "write one of the DUIS request matrix, such as 6.15.1"
        raise MessageFault(place(element), f"{quoted(text)} is no Service Reference Variant", mend)
    return text


def _service_reference(element: etree._Element, variant: str) -> str:
    expected = ".".join(variant.split(".")[:2])
    if (text := value(element)) != expected:
        fault = f"{quoted(text)} is not the Service Reference of variant {variant}"
        raise MessageFault(place(element), fault, f"write {expected}")
    return text
