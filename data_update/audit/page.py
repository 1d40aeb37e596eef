"""The audit as a page that opens from disk: a chart, which says in words what it shows, and the counts behind it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml.etree import _Element

from data_update.audit.reasons import LEFT_ASIDE, UNSOUND, UNTOLD, WRONG
from data_update.audit.result import Audit
from data_update.audit.soundness import BadRow
from data_update.audit.style import CSS
from data_update.audit.totals import FINDINGS, GROUP, name_of
from reports.plain_page import plain_page, section
from reports.text import element

BAR, LONGEST, SHORT = 100, 20, 30
Kind = tuple[str, ...]
Row = tuple[str | int, ...]


def document(audit: Audit, bad: Sequence[BadRow], numbers: Mapping[str, int], at: str) -> bytes:
    """UTF-8; nothing is fetched. `numbers` has how many rows of each input could not be judged."""
    title = f"Audit of anchor slots: {audit.number(WRONG)} wrong"
    return plain_page(
        title,
        CSS,
        ("totals", "To the totals"),
        [element("h1", title), element("p", f"Judged at {at}. {_told(audit)}"), element("p", MEANING)],
        [
            *_charts(audit),
            section("totals", "What was looked at", element("p", ADD_UP), *_totals(audit)),
            section("counts", "Not right, by operator", _table(COLUMNS, _counts(audit), "Counts")),
            section(
                "bad-rows",
                f"Rows that could not be judged: {sum(numbers.values())}",
                _table(("Input", "Rows"), numbers.items(), "Bad rows of each input"),
                _table(("Input", "Line", "Why"), _bad(bad), "Bad rows"),
            ),
        ],
    )


MEANING = (
    "A slot is wrong if the operator that holds it and the one registered for the device's meter point are both known, "
    "and differ. It is unclear if either is unknown, and left aside if it is empty or its device is none that the "
    "one-off update is about. A row that could not be judged is bad, and counts for nobody."
)
ADD_UP = (
    "What was looked at is right, wrong, unclear, left aside or bad, and nothing else. A device counts once, where its "
    "critical slot is listed: as wrong if one of its slots is, else as bad, as unclear, as left aside. A row "
    "without a device id is a slot of no device; a line that cannot be read is none of either, and stands further down."
)
COLUMNS = ("S1SP", "Cohort", "Device", "Finding", "Registered", "Holder", "Why", "Devices", "Slots")
TOTALS = ("S1SP", "Cohort", "Device", "Looked at", *(name_of(finding).capitalize() for finding in FINDINGS))


def _charts(audit: Audit) -> Iterator[_Element]:
    slots = {one.of: one.slots[WRONG] for one in audit.totals if one.slots[WRONG]}
    if slots:
        yield section("wrong", "Wrong slots", _chart(sorted(slots.items())))


def _chart(bars: Sequence[tuple[Kind, int]]) -> _Element:
    most = max(number for _, number in bars)
    words = "; ".join(f"{' '.join(filter(None, kind))}: {number}" for kind, number in bars)
    parts = [part for kind, number in bars for part in _bar(kind, number, most)]
    return element("div", *parts, role="img", class_="chart", **{"aria-label": f"Wrong slots. {words}"})


def _bar(kind: Kind, number: int, most: int) -> Iterator[_Element]:
    rect = element("rect", width=str(max(1, BAR * number // most)), height="1")
    yield element("span", " ".join(filter(None, kind)), class_="kind")
    yield element("svg", rect, viewBox=f"0 0 {BAR} 1", preserveAspectRatio="none")
    yield element("span", str(number), class_="number")


def _told(audit: Audit) -> str:
    findings = ((WRONG, "are wrong"), (UNTOLD, "unclear"), (LEFT_ASIDE, "left aside"), (UNSOUND, "bad"))
    *most, last = (f"{audit.total(finding)} {words}" for finding, words in findings)
    return f"Of {sum(audit.looked_at.values())} Network Operator slots {', '.join(most)} and {last}."


def _totals(audit: Audit) -> Iterator[_Element]:
    for what in ("slots", "devices"):
        rows: list[tuple[Kind, Counter[str]]] = [(one.of, getattr(one, what)) for one in audit.totals]
        every = sum((numbers for _of, numbers in rows), Counter[str]())
        foot = [("All", *[""] * (len(GROUP) - 1), *_numbers(every))]
        yield _table(TOTALS, ((*of, *_numbers(numbers)) for of, numbers in rows), what.capitalize(), foot)


def _numbers(numbers: Counter[str]) -> Row:
    return (numbers.total(), *(numbers[finding] for finding in FINDINGS))


def _counts(audit: Audit) -> Iterator[Row]:
    for one in sorted(audit.counts, key=lambda one: one.finding != WRONG):
        what = (one.s1sp, one.cohort, one.device_type, one.finding, one.registered, one.holder, one.because)
        yield (*what, one.devices, one.slots)


def _bad(bad: Sequence[BadRow]) -> Iterator[Row]:
    for row in bad[:LONGEST]:
        yield row.name, str(row.line or ""), f"{row.why}: {' '.join(row.key)}" if row.key else row.why
    if len(bad) > LONGEST:
        yield "", "", f"and {len(bad) - LONGEST} more, in audit-bad-rows.csv"


def _table(columns: Sequence[str], rows: Iterable[Row], caption: str, foot: Iterable[Row] = ()) -> _Element:
    body, ends = ([element("tr", *map(_cell, row)) for row in part] for part in (rows, foot))
    numeric = {place for row in body[:1] for place, one in enumerate(row) if one.get("class") == "number"}
    head = (
        element("th", name, scope="col", **({"class_": "number"} if place in numeric else {}))
        for place, name in enumerate(columns)
    )
    parts = [element("caption", caption), element("thead", element("tr", *head)), element("tbody", *body)]
    table = element("table", *parts, *([element("tfoot", *ends)] if ends else []))
    return element("div", table, class_="wide", tabindex="0", role="region", **{"aria-label": caption})


def _cell(value: str | int) -> _Element:
    if isinstance(value, int):
        return element("td", f"{value:,}", class_="number")
    return element("td", value, class_="words") if len(value) > SHORT else element("td", value)
