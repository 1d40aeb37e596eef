"""Results: by clause, scenario by scenario, and first and latest where earlier runs are named."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from harness.record import RunRecord, ScenarioRecord
from harness.report_files import EarlierRun
from harness.verdicts import Verdict, worst
from reports.pdf.blocks import Block, Cell, Section, Table, Text
from reports.pdf.wording import counted, declared, run_cell, said, verdict_cell
from rulebook.law import statements

NOT_RUN = "not run"
BRIEFLY = {
    Verdict.NOT_APPLICABLE: "N/a",
    Verdict.NOT_EXERCISED: "Not exerc.",
    Verdict.INCONCLUSIVE: "Inconcl.",
    Verdict.CONFIG_ERROR: "Config",
    Verdict.SUITE_ERROR: "Suite",
}
"""The heads of narrow columns."""


def section(record: RunRecord) -> Section:
    """First what it came to, then how it came to it, then everything."""
    return Section(
        "Results",
        sections=[
            Section("By clause", [_by_clause(record.scenarios)]),
            Section("First and latest, with the retest history", list(_history(record))),
            Section("Every scenario", [_scenarios(record.scenarios)]),
        ],
    )


def anchor(number: int) -> str:
    """Of the row of a scenario, by its number in the record, from 1."""
    return f"scenario-{number}"


def _by_clause(scenarios: Iterable[ScenarioRecord]) -> Table:
    found: dict[str, Counter[Verdict]] = {}
    for one in scenarios:
        found.setdefault(one.clause, Counter())[one.verdict] += 1
    order = {name: number for number, name in enumerate(statements())}
    rows: list[Sequence[str | Cell]] = [
        (clause, *(str(count[verdict] or "\u00b7") for verdict in reversed(Verdict)), verdict_cell(worst(count)))
        for clause, count in sorted(found.items(), key=lambda item: order.get(item[0], len(order)))
    ]
    heads = ("Clause", *(BRIEFLY.get(verdict, str(verdict).capitalize()) for verdict in reversed(Verdict)), "Worst")
    return Table("Scenarios by clause and verdict", heads, rows, (3, *(1.4,) * len(Verdict), 2.8))


def _history(record: RunRecord) -> Iterator[Block]:
    earlier = declared(record).earlier
    if not earlier:
        yield Text("Earlier runs: not declared. The results of this run are the first and the latest.")
        return
    yield Table(
        "Runs, the latest last",
        ("Run", "Began", "Build", "Release state", "Verdict", "SHA-256 of its verdict.json"),
        [*map(_run, range(1, len(earlier) + 1), earlier), _this_run(record, len(earlier) + 1)],
        (1, 2, 2, 2, 2, 3),
    )
    rows = list(_retests(record, earlier))
    steady = len(record.scenarios) - len(rows)
    yield Text(f"{counted(steady, 'scenario')} passed in every run. Below is each of the others.")
    if rows:
        yield Table("Retests", ("No.", "Scenario", "First", "Between", "Latest"), rows, (0.6, 4, 1.6, 2, 1.6))


def _run(number: int, one: EarlierRun) -> Sequence[str | Cell]:
    name = one.label or f"run {number}"
    return name, one.started, one.build, said(one.release), run_cell(one.verdict), one.sha256


def _this_run(record: RunRecord, number: int) -> Sequence[str | Cell]:
    build = record.sut.identity or record.sut.name
    return f"run {number}, this one", record.started, build, said(record.release or ""), run_cell(record.verdict), ""


def _retests(record: RunRecord, earlier: Sequence[EarlierRun]) -> Iterator[Sequence[str | Cell]]:
    for number, one in enumerate(record.scenarios, start=1):
        path = [run.verdicts.get(one.id) for run in earlier]
        if {*path, one.verdict} != {Verdict.PASS}:
            between = " \u2192 ".join(str(verdict or NOT_RUN) for verdict in path[1:])
            first = verdict_cell(path[0]) if path[0] else Cell(NOT_RUN)
            yield Cell(str(number), link=anchor(number)), one.title, first, between, verdict_cell(one.verdict)


def _scenarios(scenarios: Sequence[ScenarioRecord]) -> Table:
    rows = [
        (
            str(number),
            one.clause,
            one.title + (f": {one.reason}" if one.reason else ""),
            one.component,
            "FAT" if "fat" in one.tags else "",
            verdict_cell(one.verdict),
        )
        for number, one in enumerate(scenarios, start=1)
    ]
    heads = ("No.", "Clause", "Scenario, and why it did not pass", "Judged", "FAT", "Verdict")
    anchors = [anchor(number) for number in range(1, len(rows) + 1)]
    return Table("Every scenario of this run", heads, rows, (0.6, 1.6, 6, 0.9, 0.6, 2.1), anchors)
