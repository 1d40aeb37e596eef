"""Octets in XML (xs:base64Binary)."""

from base64 import b64decode, b64encode

from lxml import etree

from sut_adapters.duis.elements import place, value
from sut_adapters.duis.fault import MessageFault


def read_octets(element: etree._Element) -> bytes:
    """What the base64 in an element stands for; white space in it is ignored."""
    try:
        return b64decode("".join(value(element).split()), validate=True)
    except ValueError as error:
        raise MessageFault(place(element), "it is not base64", "write base64 there") from error


def written(octets: bytes) -> str:
    """Octets as base64."""
    return b64encode(octets).decode("ascii")
