"""The audit as a page that opens from disk: a chart, which says in words what it shows, and the counts behind it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element

from data_update.audit.reasons import LEFT_ASIDE, UNTOLD, WRONG
from data_update.audit.result import Audit
from data_update.audit.soundness import BadRow
from data_update.audit.style import CSS
from reports.plain_page import plain_page, section
from reports.text import element

BAR, HEIGHT, LABEL, LONGEST = 360, 22, 190, 20
Kind = tuple[str, str, str]


def document(audit: Audit, bad: Sequence[BadRow], at: str) -> bytes:
    """UTF-8; nothing is fetched."""
    title = f"Audit of anchor slots: {audit.number(WRONG)} wrong"
    return plain_page(
        title,
        CSS,
        ("counts", "To the counts"),
        [element("h1", title), element("p", f"Judged at {at}. {_told(audit)}"), element("p", MEANING)],
        [
            *_charts(audit),
            section("counts", "By S1SP, cohort, device type and operator", _table(COLUMNS, _counts(audit), "Counts")),
            section(
                "bad-rows",
                f"Rows that could not be judged: {len(bad)}",
                _table(("Input", "Line", "Why"), _bad(bad), "Bad rows"),
            ),
        ],
    )


MEANING = (
    "A slot is wrong if the operator that holds it and the one registered for the device's meter point are both known, "
    "and differ. It is unclear if either is unknown, and left aside if it is empty or its device is none that the "
    "one-off update is about. A row that could not be judged counts for nobody."
)
COLUMNS = ("S1SP", "Cohort", "Device", "Finding", "Registered", "Holder", "Why", "Devices", "Slots")


def _charts(audit: Audit) -> Iterator[_Element]:
    slots: Counter[Kind] = Counter()
    for one in audit.counts:
        if one.finding == WRONG:
            slots[one.s1sp, one.cohort, one.device_type] += one.slots
    if not slots:
        return
    yield section("wrong", "Wrong slots", _chart(sorted(slots.items())))


def _chart(bars: Sequence[tuple[Kind, int]]) -> _Element:
    most = max(number for _, number in bars)
    words = "; ".join(f"{' '.join(filter(None, kind))}: {number}" for kind, number in bars)
    parts = [part for place, (kind, number) in enumerate(bars) for part in _bar(place, kind, number, most)]
    box = f"0 0 {LABEL + BAR + 90} {HEIGHT * len(bars)}"
    return element("svg", element("title", f"Wrong slots. {words}"), *parts, viewBox=box, role="img", class_="chart")


def _bar(place: int, kind: Kind, number: int, most: int) -> Iterator[_Element]:
    top, width = place * HEIGHT, max(2, BAR * number // most)
    yield element("text", " ".join(filter(None, kind)), x="0", y=str(top + 15))
    yield element("rect", x=str(LABEL), y=str(top + 3), width=str(width), height=str(HEIGHT - 6))
    yield element("text", str(number), x=str(LABEL + width + 6), y=str(top + 15))


def _told(audit: Audit) -> str:
    numbers = (
        f"{audit.number(WRONG)} are wrong, {audit.number(UNTOLD)} unclear and {audit.number(LEFT_ASIDE)} left aside"
    )
    return f"Of {sum(audit.looked_at.values())} Network Operator slots {numbers}."


def _counts(audit: Audit) -> Iterator[tuple[str, ...]]:
    for one in sorted(audit.counts, key=lambda one: one.finding != WRONG):
        what = (one.s1sp, one.cohort, one.device_type, one.finding, one.registered, one.holder, one.because)
        yield (*what, str(one.devices), str(one.slots))


def _bad(bad: Sequence[BadRow]) -> Iterator[tuple[str, ...]]:
    for row in bad[:LONGEST]:
        yield row.name, str(row.line or ""), f"{row.why}: {' '.join(row.key)}" if row.key else row.why
    if len(bad) > LONGEST:
        yield "", "", f"and {len(bad) - LONGEST} more, in audit-bad-rows.csv"


def _table(columns: Sequence[str], rows: Iterable[tuple[str, ...]], caption: str) -> _Element:
    head = element("tr", *(element("th", name, scope="col") for name in columns))
    body = [element("tr", *(element("td", value) for value in row)) for row in rows]
    return element("table", element("caption", caption), element("thead", head), element("tbody", *body))
