"""Clause by clause: the text, its limbs, the scenarios that force it with their verdicts, and the faults they catch."""

from collections.abc import Iterator

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import worst
from reports.html.kills import COMMAND, Fault, Kills
from reports.html.names import scenario_link
from reports.html.tables import table
from reports.marks import mark
from reports.markup import Markup, el
from reports.traceability import LimbTrace, StatementTrace, traced

NONE = "none in this run"
HEADS = ("Build", "Its mistake", "Scenarios that catch it")


def clauses(record: RunRecord, kills: Kills | None) -> Iterator[Markup]:
    """In the order of the law, whether the run touched them or not."""
    if kills is None:
        yield el(
            "p", "No kill matrix of this suite is beside this run: ", el("code", COMMAND), " shows what is caught."
        )
    yield from (_clause(trace, kills) for trace in traced(record))


def _clause(trace: StatementTrace, kills: Kills | None) -> Markup:
    statement = trace.statement
    came_to = mark(worst(one.verdict for one in trace.scenarios)) if trace.scenarios else NONE
    parts = [
        el("h3", f"{statement.citation} ", el("span", statement.id, class_="id")),
        el("blockquote", statement.text) if statement.verbatim else el("p", f"In our words: {statement.text}"),
        el("p", statement.source, class_="source"),
    ]
    if statement.tested:
        parts += [el("p", "Worst verdict: ", came_to), *_forced_by(trace), *_faults(statement.id, kills)]
    else:
        parts.append(el("p", el("strong", "Not tested. "), statement.not_tested_because))
    return el("article", *parts, id=statement.id, class_="clause")


def _forced_by(trace: StatementTrace) -> Iterator[Markup]:
    rows = [row for limb in trace.limbs for row in _limb(limb)]
    rows += [("Its Rule", "", scenario_link(one), mark(one.verdict)) for one in trace.others]
    heads = ("Words", "In the scenario they are", "Scenario", "Verdict")
    yield table(f"What forces {trace.statement.id}", heads, rows)


def _limb(trace: LimbTrace) -> Iterator[tuple[str, ...]]:
    words = el("span", f"\u201c{trace.limb.words}\u201d", id=trace.limb.id)
    for relation, scenarios in (("met", trace.met_by), ("missed", trace.missed_by)):
        if not scenarios:
            yield words, relation, NONE, ""
        yield from ((words, relation, *_row(one)) for one in scenarios)


def _row(one: ScenarioRecord) -> tuple[str, str]:
    return scenario_link(one), mark(one.verdict)


def _faults(clause: str, kills: Kills | None) -> Iterator[Markup]:
    if kills is None:
        return
    forced = kills.clauses.get(clause)
    if forced is None or not forced.faults:
        yield el("p", "No build of a kill matrix beside this run breaks this clause.")
        return
    yield table(f"Faulty builds that break {clause}: {forced.strength}", HEADS, map(_fault, forced.faults))


def _fault(fault: Fault) -> tuple[str, ...]:
    caught = str(fault.catchers) if fault.catchers else "0: it survives"
    return el("code", fault.name), fault.mistake, caught
