"""Page one, the other half: what was not tested and why, what was waived, and what is open."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import Verdict
from reports.html.names import clause_link, link, of_point, scenario_link
from reports.html.tables import some, table
from reports.marks import mark
from reports.markup import Markup, el, joined
from reports.traceability import PointTrace, traced_points
from rulebook.law import statements

MOST = 4
UNASKED = (Verdict.NOT_APPLICABLE, Verdict.NOT_EXERCISED, Verdict.INCONCLUSIVE, Verdict.CONFIG_ERROR)


def limits(record: RunRecord) -> Iterator[Markup]:
    """What the verdict does not reach."""
    yield el("h3", "What was not tested, and why", id="not-tested")
    if record.partial:
        left = record.total - len(record.scenarios)
        yield el("p", f"{left} of {record.total} scenarios were left out of this run by what was asked for.")
    yield table("Outside the verdict", ("Why", "What"), (*_unasked(record), *_untested()))
    yield el("h3", "Waivers", id="waivers")
    yield _waivers(record)
    yield el("h3", "Open questions", id="open")
    yield from _open(record)


def _unasked(record: RunRecord) -> Iterator[tuple[str, str]]:
    found: dict[tuple[Verdict, str], list[ScenarioRecord]] = defaultdict(list)
    for one in record.scenarios:
        if one.verdict in UNASKED:
            found[one.verdict, one.reason].append(one)
    for (verdict, reason), scenarios in sorted(found.items(), key=lambda entry: (entry[0][0].rank, entry[0][1])):
        links = some([scenario_link(one) for one in scenarios], MOST, "among the scenarios below")
        yield joined([mark(verdict), " ", reason]), joined([f"{_number(len(scenarios), 'scenario')}: ", links])


def _untested() -> Iterator[tuple[str, str]]:
    found: dict[str, list[Markup]] = defaultdict(list)
    for statement in statements().values():
        if not statement.tested:
            found[statement.not_tested_because].append(clause_link(statement.id))
    for reason, links in found.items():
        yield reason, joined([f"{_number(len(links), 'clause')}: ", joined(links, ", ")])


def _waivers(record: RunRecord) -> Markup:
    waived = {one.id: one for one in record.scenarios}
    if not record.waivers:
        return el("p", "None.")
    rows = [
        (
            one.id,
            one.state,
            one.scenario_or_clause,
            one.build,
            one.reason,
            f"{one.owner}, {one.ticket}",
            one.expires,
            joined((scenario_link(waived[used]) for used in one.used_by if used in waived), ", ") or "none",
        )
        for one in record.waivers
    ]
    heads = ("Waiver", "State", "For", "Build", "Reason", "Owner and ticket", "Expires", "Scenarios that needed it")
    return table("Waivers of the Board", heads, rows)


def _open(record: RunRecord) -> Iterator[Markup]:
    traces = traced_points(record)
    ruled = [trace for trace in traces if trace.ruled]
    shown = [trace for trace in traces if not trace.ruled and fits(trace)]
    silent = [trace for trace in traces if not trace.ruled and not fits(trace)]
    yield el(
        "p",
        f"Points of the text that can be read in more than one way and have no ruling: {len(traces) - len(ruled)}. "
        "An answer under any of the readings passes. ",
        link("open-questions", "All of them, with their readings"),
        ".",
    )
    yield _points(ruled, "Ruled: only this reading passes", lambda trace: trace.ruled)
    yield _points(shown, "Open: the reading that the system's answers fit", lambda trace: " or ".join(fits(trace)))
    if silent:
        links = joined((link(of_point(one.point.key), one.point.key) for one in silent), ", ")
        yield el("p", el("b", "Open, and nothing in this run shows a reading: "), links, class_="links")


def fits(trace: PointTrace) -> tuple[str, ...]:
    """Every reading that some answer fits, in the order of the register."""
    found = {reading for _, readings in trace.matched for reading in readings}
    return tuple(reading.id for reading in trace.point.readings if reading.id in found)


def _points(traces: Iterable[PointTrace], words: str, said: Callable[[PointTrace], str]) -> Markup:
    items = [el("li", link(of_point(one.point.key), one.point.key), " ", said(one)) for one in traces]
    return joined([el("p", f"{words}:", class_="lead"), el("ul", *items, class_="chips")]) if items else joined([])


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
