"""The traceability matrix for a spreadsheet: one row for each statement, limb and scenario."""

import csv
import io
from collections.abc import Iterable, Iterator

from harness.record import RunRecord, ScenarioRecord
from reports.text import cell
from reports.traceability import MEETS, MISSES, StatementTrace, traced, traced_points

HEADER = (
    "statement",
    "citation",
    "source",
    "limb",
    "words",
    "relation",
    "scenario",
    "title",
    "component",
    "verdict",
    "reason",
)
NOT_IN_THIS_RUN = "no scenario of this run"


def document(record: RunRecord) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; what is not tested has its reason in the last column."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in (*_statement_rows(traced(record)), *_point_rows(record)):
        writer.writerow([cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _statement_rows(traces: Iterable[StatementTrace]) -> Iterator[tuple[str, ...]]:
    for trace in traces:
        statement = trace.statement
        head = (statement.id, statement.citation, statement.source)
        if not statement.tested:
            yield (*head, "", statement.text, "not tested", "", "", "", "", statement.not_tested_because)
        for limb in trace.limbs:
            yield from _rows((*head, limb.limb.id, limb.limb.words, MEETS), limb.met_by)
            yield from _rows((*head, limb.limb.id, limb.limb.words, MISSES), limb.missed_by)
        if trace.others:
            yield from _rows((*head, "", statement.text, "under its Rule"), trace.others)


def _rows(head: tuple[str, ...], scenarios: Iterable[ScenarioRecord]) -> Iterator[tuple[str, ...]]:
    found = tuple(scenarios)
    if not found:
        yield (*head, "", "", "", "", NOT_IN_THIS_RUN)
    for one in found:
        yield (*head, one.id, one.title, one.component, str(one.verdict), one.reason)


def _point_rows(record: RunRecord) -> Iterator[tuple[str, ...]]:
    for trace in traced_points(record):
        point = trace.point
        head = (f"open-{point.key}", point.question, "legal/interpretations.toml", trace.ruled or "open", point.asks)
        if not trace.matched:
            why = point.shown_by if point.shown_by != "scenarios" else NOT_IN_THIS_RUN
            yield (*head, "not shown", "", "", "", "", why)
        for one, readings in trace.matched:
            fits = f"fits {' or '.join(readings)}" if readings else "fits no reading"
            yield (*head, fits, one.id, one.title, one.component, str(one.verdict), one.reason)
