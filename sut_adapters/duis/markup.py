"""XML from values, without white space between elements: the form in which it is signed."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NewType
from xml.sax.saxutils import escape

from sut_adapters.duis.elements import DUIS, MMC, XMLDSIG
from sut_adapters.duis.eui import FORM, is_eui, normalised
from sut_adapters.duis.fault import MessageFault, quoted

Markup = NewType("Markup", str)
NOTHING = Markup("")
NAMESPACES = {"xmlns:sr": DUIS, "xmlns:ra": MMC, "xmlns:ds": XMLDSIG}
VERSION = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3})?")
HEXADECIMAL = re.compile(r"([0-9A-Fa-f]{2})*")
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(name: str, version: str, *content: Markup) -> Markup:
    """A document element: it declares every prefix itself, so that it means the same wherever it is embedded."""
    if not VERSION.fullmatch(version):
        raise MessageFault(f"element {name}", f"{quoted(version)} is no DUIS version", "give one such as 5.4")
    return element(name, *content, attributes={**NAMESPACES, "schemaVersion": version})


def element(name: str, *content: Markup, attributes: Mapping[str, str] | None = None) -> Markup:
    """An element of elements; attribute values are written as they are."""
    head = "".join([name, *(f' {key}="{value}"' for key, value in (attributes or {}).items())])
    inside = "".join(content)
    return Markup(f"<{head}>{inside}</{name}>" if inside else f"<{head}/>")


def leaf(name: str, text: str | int, *, longest: int | None = None, shortest: int = 0) -> Markup:
    """An element that holds a value, of so many characters."""
    text = str(text)
    if NO_XML.search(text):
        raise MessageFault(f"element {name}", f"{quoted(text)} has a character that XML cannot hold", "remove it")
    if len(text) < shortest or (longest is not None and len(text) > longest):
        bounds = f"{shortest} to {longest} characters" if longest is not None else f"at least {shortest} characters"
        raise MessageFault(f"element {name}", f"{quoted(text)} does not have {bounds}", "give a value that has")
    return element(name, Markup(escape(text, {"\r": "&#13;"})))


def identifier(name: str, eui: str) -> Markup:
    """An element that holds an EUI-64."""
    if not is_eui(eui):
        raise MessageFault(f"element {name}", f"{quoted(eui)} is no EUI-64", f"write {FORM}")
    return leaf(name, normalised(eui))


def hexadecimal(name: str, text: str) -> Markup:
    """An element that holds octets in hexadecimal, in upper case."""
    if not HEXADECIMAL.fullmatch(text):
        raise MessageFault(
            f"element {name}", f"{quoted(text)} is no hexadecimal", "write pairs of digits, such as 8F66"
        )
    return leaf(name, text.upper())


def number(name: str, value: int, largest: int) -> Markup:
    """An element that holds a whole number from 0."""
    if not 0 <= value <= largest:
        raise MessageFault(f"element {name}", f"{value} is not a number from 0 to {largest}", "give one that is")
    return leaf(name, value)


def moment(name: str, at: datetime) -> Markup:
    """An element that holds a date and time, written in UTC; without a zone it is taken as UTC."""
    try:
        utc = at.astimezone(UTC) if at.tzinfo else at
    except OverflowError as error:
        raise MessageFault(f"element {name}", f"{at} lies outside the calendar in UTC", "give another time") from error
    return leaf(name, f"{utc.replace(tzinfo=None).isoformat()}Z")


def octets(document: Markup) -> bytes:
    """The document, in UTF-8 without a declaration."""
    return document.encode("utf-8")
