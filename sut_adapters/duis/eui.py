"""EUI-64 identifiers: eight octets in hyphenated hexadecimal, in either letter case (DUIS schema, EUI)."""

import re

FORM = "eight pairs of hexadecimal digits with hyphens, such as 90-B3-D5-1F-30-02-00-00"
EUI = re.compile(r"[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}")


def is_eui(text: str) -> bool:
    """Whether the text is an EUI-64 as DUIS writes it."""
    return EUI.fullmatch(text) is not None


def normalised(text: str) -> str:
    """The one spelling of an identifier, so that equal ones compare equal whatever their letter case."""
    return text.upper()


def from_octets(octets: bytes) -> str:
    """Eight octets, as a certificate holds them, in that spelling."""
    return octets.hex("-").upper()
