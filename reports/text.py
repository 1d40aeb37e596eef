"""Text that came from outside, made fit for a document, and the elements to put it in."""

import re

from lxml import etree

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with a replacement character for each character that XML cannot carry."""
    return _UNPRINTABLE.sub("\ufffd", text)


def cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def element(tag: str, *children: etree._Element | str, **attributes: str) -> etree._Element:
    """An element of XML or HTML, its text escaped. A trailing underscore makes `class_` the attribute `class`."""
    made = etree.Element(tag, {name.rstrip("_"): xml_text(value) for name, value in attributes.items()})
    for child in children:
        _append(made, child)
    return made


def _append(parent: etree._Element, child: etree._Element | str) -> None:
    if not isinstance(child, str):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + xml_text(child)
    else:
        parent.text = (parent.text or "") + xml_text(child)
