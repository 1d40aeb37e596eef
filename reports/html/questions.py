"""Every open question: its readings, what was ruled, and what the system's answers fit."""

from collections.abc import Iterator

from harness.record import RunRecord
from reports.html.names import of_point, scenario_link
from reports.html.tables import table
from reports.marks import mark
from reports.markup import Markup, el, joined
from reports.traceability import PointTrace, traced_points

HEADS = ("Reading", "Text", "Supported by")


def questions(record: RunRecord) -> Iterator[Markup]:
    """In the order of the register."""
    yield from map(_point, traced_points(record))


def _point(trace: PointTrace) -> Markup:
    point = trace.point
    ruled = f"Ruled: {trace.ruled}." if trace.ruled else "Open: an answer under any reading passes."
    readings = [(reading.id, reading.text, reading.supported_by) for reading in point.readings]
    parts = [
        el("h3", point.key),
        el("p", point.asks),
        el("p", ruled),
        table(f"Readings of {point.key}", HEADS, readings),
    ]
    rows = [(joined(fits, " or ") or "none", scenario_link(one), mark(one.verdict)) for one, fits in trace.matched]
    if rows:
        parts.append(table(f"What showed of {point.key}", ("The answer fits", "Scenario", "Verdict"), rows))
    elif point.shown_by != "scenarios":
        parts.append(el("p", f"Not shown by scenarios: {point.shown_by}"))
    return el("article", *parts, id=of_point(point.key), class_="clause")
