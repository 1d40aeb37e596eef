"""The record of a run for a terminal: a table by clause, each disagreement side by side, and the verdict."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import Verdict, counts
from rulebook.law import LawError, Statement, statements

HEADS = {
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.INCONCLUSIVE: "inconcl",
    Verdict.NOT_EXERCISED: "not-ex",
    Verdict.WAIVED: "waived",
    Verdict.NOT_APPLICABLE: "n/a",
    Verdict.CONFIG_ERROR: "config",
    Verdict.SUITE_ERROR: "suite",
}
STYLES = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.SUITE_ERROR: "bold red"}
UNREMARKABLE = frozenset({Verdict.PASS, Verdict.FAIL})
NAMED = 5
"""How many scenarios with one verdict and one reason are named."""


def by_clause(record: RunRecord) -> RenderableType:
    """One row for each clause, one column for each verdict; nothing is a dot."""
    table = Table(title="Verdicts by clause", title_justify="left", padding=(0, 1, 0, 0), box=None)
    table.add_column("clause", no_wrap=True)
    for verdict, head in HEADS.items():
        table.add_column(head, justify="right", no_wrap=True, style=STYLES.get(verdict, "yellow"))
    for clause, scenarios in _clauses(record.scenarios):
        counted = counts(scenario.verdict for scenario in scenarios)
        table.add_row(clause, *(str(counted[verdict] or "\u00b7") for verdict in HEADS))
    return table


def disagreements(record: RunRecord, rerun: Callable[[str], str]) -> Iterator[RenderableType]:
    """Each FAIL with its clause, what was expected beside what was observed, and the command that runs it again."""
    for scenario in record.scenarios:
        if scenario.verdict is Verdict.FAIL:
            yield Group("", *_disagreement(scenario))
            yield f"    {rerun(scenario.id)}"


def remarks(record: RunRecord) -> Iterator[RenderableType]:
    """What is neither PASS nor FAIL, by verdict and reason; then what the readings gave away."""
    noted = [scenario for scenario in record.scenarios if scenario.verdict not in UNREMARKABLE]
    yield ""
    order = sorted(noted, key=lambda scenario: (-scenario.verdict.rank, scenario.reason))
    for (verdict, reason), found in groupby(order, key=lambda scenario: (scenario.verdict, scenario.reason)):
        yield from _remark(verdict, reason, [scenario.id for scenario in found])
    for finding in dict.fromkeys(finding for scenario in record.scenarios for finding in scenario.findings):
        yield Text.assemble(("finding", "yellow"), f"  {printable(finding)}")


def _remark(verdict: Verdict, reason: str, ids: Sequence[str]) -> Iterator[RenderableType]:
    """What does not apply is only counted; of the rest a few are named, and all are in `verdict.json`."""
    yield Text.assemble((str(verdict), STYLES.get(verdict, "yellow")), f"  {len(ids)}: {printable(reason)}")
    named = ids[:NAMED] if verdict is not Verdict.NOT_APPLICABLE else ()
    yield from (f"    {identifier}" for identifier in named)
    if named and len(ids) > NAMED:
        yield f"    and {len(ids) - NAMED} more, named in verdict.json"


def outcome(record: RunRecord, folder: Path | None) -> Iterator[RenderableType]:
    """All counts, the problems of the run if any, the verdict and the claim, the seed, the place of the evidence."""
    yield ""
    yield from (Text(printable(problem), style="bold red") for problem in record.problems)
    yield Text(", ".join(f"{number} {verdict}" for verdict, number in reversed(list(record.counts.items()))))
    yield Text(
        f"{record.verdict} (exit {record.exit_code})", style="bold green" if not record.exit_code else "bold red"
    )
    yield Text(record.claim)
    yield Text(f"seed {record.seed}" + (f", evidence in {folder}" if folder else ", no evidence written"))


def printable(text: str) -> str:
    """What a system said, with nothing in it that would steer the terminal."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in text)


def _disagreement(scenario: ScenarioRecord) -> Iterator[RenderableType]:
    statement = _statement(scenario.clause)
    yield Text.assemble(("FAIL", "bold red"), f"  {scenario.title}")
    if statement:
        yield Padding(Text(f"{statement.citation}: {statement.text}"), (0, 0, 0, 4))
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("expected", ratio=1)
    table.add_column("observed", ratio=1)
    table.add_row(Text(printable(scenario.expected)), Text(printable(scenario.observed)))
    yield Padding(table, (0, 0, 0, 4))
    yield Padding(Text(f"features/{scenario.feature_path}:{scenario.line}"), (0, 0, 0, 4))


def _clauses(scenarios: Iterable[ScenarioRecord]) -> Iterator[tuple[str, list[ScenarioRecord]]]:
    """In the order of the law, as far as it knows them."""
    order = {identifier: number for number, identifier in enumerate(_known())}
    ranked = sorted(scenarios, key=lambda one: (order.get(one.clause, len(order)), one.clause))
    for clause, found in groupby(ranked, key=lambda one: one.clause):
        yield clause, list(found)


def _statement(clause: str) -> Statement | None:
    return _known().get(clause)


def _known() -> dict[str, Statement]:
    """The law, or nothing where it cannot be read, which is a problem of the run by then."""
    try:
        return dict(statements())
    except LawError:
        return {}
