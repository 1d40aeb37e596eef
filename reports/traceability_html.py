"""The traceability matrix as a page that opens from disk: nothing fetched, and no meaning in a colour alone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from lxml.etree import _Element

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import Verdict, worst
from reports.marks import SYMBOLS
from reports.plain_page import plain_page, section
from reports.text import element
from reports.traceability import LimbTrace, PointTrace, StatementTrace, traced, traced_points
from reports.traceability_css import CSS


def document(record: RunRecord) -> bytes:
    """UTF-8. Each statement and each open point has its own id as anchor."""
    return plain_page(
        f"Traceability: {record.verdict}",
        CSS,
        ("statements", "To the statements"),
        [element("h1", "From the law to the verdicts"), *_head(record)],
        [
            section("overview", "Overview", _overview(traced(record))),
            section("statements", "Statements", *map(_statement, traced(record))),
            section("open-questions", "Open questions", *map(_point, traced_points(record))),
        ],
    )


def _head(record: RunRecord) -> Iterator[_Element]:
    yield element("p", element("strong", str(record.verdict)), f": {record.claim}")
    yield from (element("p", problem) for problem in record.problems)
    facts = {
        "System under test": f"{record.sut.name} {record.sut.identity}",
        "Suite": f"{record.suite.name} {record.suite.version}",
        "Release": record.release or "switched by the suite",
        "Stage and boundary": f"{record.stage or 'all stages'}, {record.boundary or 'end to end'}",
        "Seed": str(record.seed),
        "Started": f"{record.started}, {record.duration_s:.1f} s",
    }
    yield _table("The run", ("Fact", "Value"), list(facts.items()))
    counted = [(_verdict_text(verdict), str(number)) for verdict, number in record.counts.items()]
    yield _table("Scenarios by verdict", ("Verdict", "Scenarios"), counted)


def _overview(traces: Iterable[StatementTrace]) -> _Element:
    """One line a statement: how many limbs, how many scenarios, and the worst that came of them."""
    body = [
        element(
            "tr",
            element("th", element("a", trace.statement.citation, href=f"#{trace.statement.id}"), scope="row"),
            element("td", trace.statement.id),
            element("td", str(len(trace.limbs))),
            element("td", str(len(trace.scenarios))),
            element("td", came_to, **_marked(came_to)),
        )
        for trace in traces
        for came_to in [_worst(trace)]
    ]
    heads = (element("th", head, scope="col") for head in ("Statement", "Id", "Limbs", "Scenarios", "Worst verdict"))
    return element(
        "table",
        element("caption", "Every statement of the law"),
        element("thead", element("tr", *heads)),
        element("tbody", *body),
    )


def _worst(trace: StatementTrace) -> str:
    if not trace.statement.tested:
        return "not tested, with the reason below"
    return _verdict_text(worst(one.verdict for one in trace.scenarios)) if trace.scenarios else "none in this run"


def _statement(trace: StatementTrace) -> _Element:
    statement = trace.statement
    quoted = (
        element("blockquote", statement.text) if statement.verbatim else element("p", f"Paraphrase: {statement.text}")
    )
    parts = [element("h3", f"{statement.citation} ({statement.id})"), quoted, element("p", statement.source)]
    if not statement.tested:
        parts.append(element("p", element("strong", "Not tested: "), statement.not_tested_because))
    rows = [row for limb in trace.limbs for row in _limb_rows(limb)]
    rows += [("", "under its Rule", *_scenario(one)) for one in trace.others]
    if rows:
        parts.append(_table(f"Scenarios of {statement.citation}", ("Limb", "Relation", "Scenario", "Verdict"), rows))
    return element("article", *parts, id=statement.id)


def _limb_rows(trace: LimbTrace) -> Iterator[tuple[str, ...]]:
    name = f"{trace.limb.id}: {trace.limb.words}"
    for relation, scenarios in (("satisfied", trace.met_by), ("not satisfied", trace.missed_by)):
        if not scenarios:
            yield name, relation, "none in this run", ""
        yield from ((name, relation, *_scenario(one)) for one in scenarios)


def _point(trace: PointTrace) -> _Element:
    point = trace.point
    ruled = f"Ruled: {trace.ruled}" if trace.ruled else "Open: an answer under any reading is admitted"
    readings = [(reading.id, reading.text, reading.supported_by) for reading in point.readings]
    parts = [
        element("h3", point.key),
        element("p", point.asks),
        element("p", ruled),
        _table(f"Readings of {point.key}", ("Reading", "Text", "Supported by"), readings),
    ]
    rows = [(" or ".join(fits) or "none", *_scenario(one)) for one, fits in trace.matched]
    if rows:
        parts.append(_table(f"What showed of {point.key}", ("The answer fits", "Scenario", "Verdict"), rows))
    elif point.shown_by != "scenarios":
        parts.append(element("p", f"Not shown: {point.shown_by}"))
    return element("article", *parts, id=f"open-{point.key}")


def _scenario(one: ScenarioRecord) -> tuple[str, str]:
    said = f" \u2014 {one.reason}" if one.reason else ""
    return f"{one.title} (features/{one.feature_path}:{one.line})", _verdict_text(one.verdict) + said


def _verdict_text(verdict: Verdict) -> str:
    return f"{SYMBOLS[verdict]} {verdict}"


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> _Element:
    """The first column heads its row, or all the rows in sequence that share it."""
    groups = [list(group) for _, group in groupby(rows, key=itemgetter(0))]
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *(row for group in groups for row in _rows(group))),
    )


def _rows(group: Sequence[Sequence[str]]) -> Iterator[_Element]:
    span = {"rowspan": str(len(group)), "scope": "rowgroup"} if len(group) > 1 else {"scope": "row"}
    for number, cells in enumerate(group):
        head = [element("th", cells[0], **span)] if number == 0 else []
        yield element("tr", *head, *(element("td", value, **_marked(value)) for value in cells[1:]))


def _marked(value: str) -> dict[str, str]:
    """A class for each verdict, which colours what the words say."""
    found = next((verdict for verdict in Verdict if value.startswith(_verdict_text(verdict))), None)
    return {"class_": found.lower()} if found else {}
