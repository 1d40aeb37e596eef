"""Single values of a Response, from XML."""

import re

from lxml import etree

from sut_adapters.duis.elements import name, place, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.markup import HEXADECIMAL
from sut_adapters.duis.responses.tables import HASH, REFERENCE

NUMBER = re.compile(r"\+?[0-9]{1,30}")
BOOLEAN = {"true": True, "1": True, "false": False, "0": False}


def text(element: etree._Element) -> str:
    """The text to the letter, as an xs:string has it."""
    if len(element):
        raise MessageFault(place(element), f"holds an element ({name(element[0])}) where text belongs", "remove it")
    return element.text or ""


def read_number(element: etree._Element, largest: int) -> int:
    """A whole number from 0."""
    said = value(element)
    if not NUMBER.fullmatch(said) or int(said) > largest:
        raise MessageFault(place(element), f"{quoted(said)} is no number from 0 to {largest}", "write one")
    return int(said)


def read_boolean(element: etree._Element, attribute: str) -> bool:
    """An attribute that says yes or no; one that is not there says neither, and is a fault."""
    said = element.get(attribute, "").strip()
    if said not in BOOLEAN:
        raise MessageFault(place(element), f"{attribute} {quoted(said)} is neither true nor false", "write one of them")
    return BOOLEAN[said]


def read_hexadecimal(element: etree._Element) -> str:
    """Octets in hexadecimal, in upper case."""
    said = value(element)
    if not HEXADECIMAL.fullmatch(said):
        raise MessageFault(place(element), f"{quoted(said)} is no hexadecimal", "write pairs of digits, such as 8F66")
    return said.upper()


def read_hash(element: etree._Element) -> str:
    """A certificate's hash, in base64 without white space."""
    said = "".join(value(element).split())
    if not HASH.fullmatch(said):
        raise MessageFault(place(element), f"{quoted(said)} is not base64", "write base64 there")
    return said


def read_reference(element: etree._Element) -> str:
    """The number of a quarantine event, as it is written."""
    said = value(element)
    if not REFERENCE.fullmatch(said):
        raise MessageFault(place(element), f"{quoted(said)} is no whole number of at most 20 digits", "write one")
    return said
