"""A page of HTML that opens from disk and fetches nothing: what every such page begins and ends with."""

from collections.abc import Iterable

from lxml import html
from lxml.etree import _Element

from reports.text import element


def plain_page(
    title: str, css: str, skip: tuple[str, str], header: Iterable[_Element], main: Iterable[_Element]
) -> bytes:
    """UTF-8. `skip` is the link past the header: where to, and in which words."""
    anchor, words = skip
    page = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            element("style", css),
        ),
        element(
            "body",
            element("a", words, href=f"#{anchor}", class_="skip"),
            element("header", *header),
            element("main", *main),
        ),
        lang="en-GB",
    )
    return bytes(html.tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8"))


def section(anchor: str, heading: str, *content: _Element) -> _Element:
    """A part of a page under a heading that can be linked to."""
    return element("section", element("h2", heading, id=anchor), *content)
