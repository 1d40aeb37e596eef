"""Tables and lists of facts."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from reports.markup import Markup, el, joined


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], class_: str | None = None) -> Markup:
    """The first column heads its row, or all the rows in sequence that share it. It scrolls by itself if it must.

    The keyboard reaches it by its links, or else as a whole.
    """
    groups = [list(group) for _, group in groupby(rows, key=itemgetter(0))]
    made = el(
        "table",
        el("caption", caption),
        el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
        el("tbody", *(row for group in groups for row in _rows(group))),
        class_=class_,
    )
    reachable = {} if "<a " in made else {"role": "group", "tabindex": "0", "aria_label": caption}
    return el("div", made, class_="wide", **reachable)


def facts(known: Iterable[tuple[str, str]]) -> Markup:
    """Names and values; an empty value is left out."""
    return el("dl", *(el("div", el("dt", name), el("dd", value)) for name, value in known if value), class_="facts")


def listed(items: Iterable[str], class_: str | None = None) -> Markup:
    """An unordered list."""
    return el("ul", *(el("li", item) for item in items), class_=class_)


def some(items: Sequence[str], most: int, rest: str) -> Markup:
    """At most so many, and in words how many more there are."""
    shown = joined(items[:most], ", ")
    return joined([shown, f" and {len(items) - most} more, {rest}"]) if len(items) > most else shown


def _rows(group: Sequence[Sequence[str]]) -> Iterable[Markup]:
    span = {"rowspan": str(len(group)), "scope": "rowgroup"} if len(group) > 1 else {"scope": "row"}
    for number, cells in enumerate(group):
        head = [el("th", cells[0], **span)] if number == 0 else []
        yield el("tr", *head, *(el("td", value) for value in cells[1:]))
