"""The traceability matrix: each statement and limb of the law, with the numbers of the scenarios that force it."""

from collections.abc import Iterator, Mapping, Sequence

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import worst
from reports.pdf.blocks import Cell, Section, Table, Text
from reports.pdf.wording import ranges, verdict_cell
from reports.traceability import StatementTrace, traced, traced_points

HEADS = ("Statement", "Words", "Satisfied in No.", "Not satisfied in No.", "Worst verdict")


def section(record: RunRecord) -> Section:
    """Statements that no scenario can test have their reason in place of numbers."""
    numbers = {one.id: number for number, one in enumerate(record.scenarios, start=1)}
    rows = [row for trace in traced(record) for row in _rows(trace, numbers)]
    return Section(
        "Traceability matrix",
        [
            Text("Numbers are those of the scenarios under Results; the words are those that they turn on."),
            Table("From the law to the scenarios", HEADS, rows, (2, 4, 2.4, 2.4, 1.9)),
            Table(
                "Open questions, and which readings the answers fit",
                ("Point", "Ruled", "The answers fit"),
                list(_points(record)),
                (1, 1, 4),
            ),
        ],
    )


def _rows(trace: StatementTrace, numbers: Mapping[str, int]) -> Iterator[Sequence[str | Cell]]:
    statement = trace.statement
    if not statement.tested:
        yield statement.id, f"Not tested: {statement.not_tested_because}", "", "", ""
        return
    for limb in trace.limbs:
        came_to = [one.verdict for one in (*limb.met_by, *limb.missed_by)]
        verdict = verdict_cell(worst(came_to)) if came_to else Cell("none in this run")
        yield limb.limb.id, limb.limb.words, _shown(limb.met_by, numbers), _shown(limb.missed_by, numbers), verdict
    if trace.others:
        verdict = verdict_cell(worst(one.verdict for one in trace.others))
        yield statement.id, "the statement as a whole", _shown(trace.others, numbers), "", verdict


def _shown(scenarios: Sequence[ScenarioRecord], numbers: Mapping[str, int]) -> str:
    return ranges(numbers[one.id] for one in scenarios) or "\u2013"


def _points(record: RunRecord) -> Iterator[Sequence[str]]:
    for trace in traced_points(record):
        fits = sorted({reading for _, readings in trace.matched for reading in readings})
        if trace.matched or trace.ruled:
            yield trace.point.key, trace.ruled or "open", ", ".join(fits) or "no answer in this run"
