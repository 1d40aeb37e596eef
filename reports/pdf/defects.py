"""Each failure, with a severity for the Board to set and how far its work-off has come; and what has got worse."""

from collections.abc import Iterator, Sequence

from harness.record import RunRecord, ScenarioRecord
from harness.reporting_profile import Defect
from harness.verdicts import Verdict
from reports.pdf.blocks import Block, Cell, Code, Form, Section, Table, Text
from reports.pdf.results import anchor
from reports.pdf.wording import NOT_DECLARED, declared, said, table_or_none, verdict_cell

BOXES = "   ".join(f"\u2610 {severity}" for severity in range(1, 6))
WORST_OF_ALL = (Verdict.SUITE_ERROR, Verdict.CONFIG_ERROR, Verdict.FAIL, Verdict.WAIVED)


def section(record: RunRecord) -> Section:
    """A waived failure is still a failure."""
    known = declared(record).defect
    failures = [(number, one) for number, one in enumerate(record.scenarios, start=1) if one.verdict in WORST_OF_ALL]
    blocks: list[Block] = [Text("No scenario failed.")]
    if failures:
        rows = [(str(number), one.clause, one.title, BOXES, *_work_off(one, known)) for number, one in failures]
        heads = ("No.", "Clause", "Failure", "Severity, for the Board to set", "Proposed", "Work-off")
        blocks = [Form("Defects", heads, rows, (0.6, 1.4, 4, 3, 1.3, 3))]
    of_none = [one for one in known if not any(_is_about(one, failure) for _, failure in failures)]
    return Section(
        "Defects",
        [
            *blocks,
            table_or_none(
                "Defects declared that no failure of this run shows",
                ("Defect", "About", "Summary", "Status", "Due"),
                [(one.id, one.scenario or one.clause, said(one.summary), one.status, said(one.due)) for one in of_none],
                (1, 3, 3, 2, 1),
            ),
        ],
        [Section("Each failure", sections=[_detail(record, number, one) for number, one in failures])]
        if failures
        else [],
    )


def regression(record: RunRecord) -> Section:
    """What was declared, and what this run and the latest before it show by themselves."""
    told = declared(record)
    rows = [(one.what, one.result, said(one.evidence)) for one in told.regression]
    blocks = [
        table_or_none("Regression tests of the Service Provider", ("What", "Result", "Evidence"), rows, (3, 2, 2))
    ]
    if not told.earlier:
        blocks.append(Text("Verdicts that got worse since an earlier run: no earlier run is declared to compare with."))
        return Section("Regression", blocks)
    last = told.earlier[-1]
    worse = [
        (Cell(str(number), link=anchor(number)), one.title, verdict_cell(before), verdict_cell(one.verdict))
        for number, one in enumerate(record.scenarios, start=1)
        if (before := last.verdicts.get(one.id)) and one.verdict.rank < before.rank
    ]
    if worse:
        heads = ("No.", "Scenario", "Before", "Now")
        blocks.append(Table(f"Got worse since the run of {last.started}", heads, worse, (0.6, 5, 2, 2)))
    else:
        blocks.append(Text(f"No scenario has a worse verdict than in the run of {last.started}."))
    return Section("Regression", blocks)


def _work_off(failure: ScenarioRecord, known: Sequence[Defect]) -> tuple[str, str]:
    about = [one for one in known if _is_about(one, failure)]
    proposed = ", ".join(str(one.proposed_severity) for one in about if one.proposed_severity) or NOT_DECLARED
    status = "; ".join(f"{one.id}: {one.status}" + (f", due {one.due}" if one.due else "") for one in about)
    return proposed, said(status)


def _is_about(defect: Defect, failure: ScenarioRecord) -> bool:
    return failure.id == defect.scenario or failure.clause == defect.clause


def _detail(record: RunRecord, number: int, one: ScenarioRecord) -> Section:
    return Section(f"Failure {number}: {one.title}", list(_details(record, number, one)))


def _details(record: RunRecord, number: int, one: ScenarioRecord) -> Iterator[Block]:
    facts: list[Sequence[str | Cell]] = [
        ("Row in the results", Cell(str(number), link=anchor(number))),
        ("Verdict", verdict_cell(one.verdict)),
        ("Clause", one.clause),
        ("Conduct of", one.component),
    ]
    facts += (
        [("Expected", one.expected), ("Observed", one.observed)] if one.expected else [("Reason", said(one.reason))]
    )
    facts += [("Asked, and answered", f"{each.request}: {each.outcome}") for each in one.exchanges if not each.beside]
    yield Table(f"Failure {number}", ("What", "Value"), facts, (1, 4))
    yield Code(record.rerun.replace("ADDRESS", one.id) if record.rerun else one.id)
