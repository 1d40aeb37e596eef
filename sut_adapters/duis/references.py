"""What both directions say alike: identifiers of requests, and Service References."""

import re

from lxml import etree

from sut_adapters.duis.elements import DUIS, one, optional, place, value
from sut_adapters.duis.eui import FORM, is_eui, normalised
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.header import COUNTER, LARGEST_COUNTER, request_id
from sut_adapters.duis.markup import Markup, leaf

VARIANT = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2}){1,2}")


def identification(name: str, text: str) -> Markup:
    """An element that holds a RequestID or a ResponseID."""
    first, _, rest = text.partition(":")
    second, _, counter = rest.partition(":")
    if not (is_eui(first) and is_eui(second) and COUNTER.fullmatch(counter) and int(counter) <= LARGEST_COUNTER):
        mend = f"write two EUI-64 ({FORM}) and a counter with a colon between them"
        raise MessageFault(f"element {name}", f"{quoted(text)} is no identifier of a request", mend)
    return leaf(name, f"{normalised(first)}:{normalised(second)}:{counter}")


def read_identification(element: etree._Element) -> str:
    """A RequestID or a ResponseID, its EUIs in upper case."""
    return ":".join(map(str, request_id(element)))


def service_reference(prefix: str, variant: str) -> Markup:
    """The two elements that name a Service Reference Variant."""
    if not VARIANT.fullmatch(variant):
        mend = "give one such as 6.15.1"
        raise MessageFault(f"element {prefix}:ServiceReferenceVariant", f"{quoted(variant)} is none", mend)
    reference = ".".join(variant.split(".")[:2])
    return Markup(
        leaf(f"{prefix}:ServiceReference", reference) + leaf(f"{prefix}:ServiceReferenceVariant", str(variant))
    )


def read_variant(parent: etree._Element) -> str:
    """The Service Reference Variant that an element names."""
    return _variant(one(parent, "ServiceReferenceVariant"))


def optional_variant(parent: etree._Element, namespace: str = DUIS) -> str | None:
    """The same where there need be none."""
    found = optional(parent, "ServiceReferenceVariant", namespace)
    return None if found is None else _variant(found)


def _variant(element: etree._Element) -> str:
    if not VARIANT.fullmatch(text := value(element)):
        fault = f"{quoted(text)} is no Service Reference Variant"
        raise MessageFault(place(element), fault, "write one of the DUIS request matrix, such as 6.15.1")
    return text
