"""Markup, told apart from text by its type: whatever is not Markup is escaped when it is put into an element.

Nothing else makes Markup out of a string.
"""

import re
from collections.abc import Iterable
from html import escape

from reports.text import xml_text

VOID = frozenset({"meta", "br", "hr", "col"})
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Markup(str):
    """Well-formed HTML or SVG."""

    __slots__ = ()


NOTHING = Markup("")


def text(value: str) -> Markup:
    """Text from anywhere, escaped; what turns the direction of writing is spelled out, so that it turns nothing."""
    if isinstance(value, Markup):
        return value
    plain = value if value.isascii() else _DIRECTION.sub(lambda found: f"\\u{ord(found[0]):04x}", value)
    return Markup(escape(xml_text(plain), quote=False))


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """One after the other."""
    return Markup(text(between).join(map(text, parts)))


def el(name: str, /, *children: str, **attributes: str | None) -> Markup:
    """An element. In the name of an attribute `_` is `-`, and one at the end is dropped; None leaves it out."""
    opened = name + "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_quotable(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{opened}>" if name in VOID else f"<{opened}>{''.join(map(text, children))}</{name}>")


def _quotable(value: str) -> str:
    return text(value).replace('"', "&quot;")


def style(sheet: str) -> Markup:
    """A style sheet of this package's own, which holds nothing from outside."""
    return Markup(f"<style>{sheet}</style>")


def whole(page: Markup) -> bytes:
    """The octets of a page."""
    return f"<!DOCTYPE html>\n{page}\n".encode()
