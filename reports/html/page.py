"""The page: the verdict, its limits, the law clause by clause, the open questions, and every scenario."""

from collections.abc import Iterable, Sequence

from harness.record import RunRecord
from reports.charts.bars import patterns
from reports.html.clauses import clauses
from reports.html.kills import Kills, proved, read
from reports.html.limits import limits
from reports.html.opening import opening
from reports.html.pictures import pictures
from reports.html.questions import questions
from reports.html.scenarios import scenarios
from reports.html.style import SHEET
from reports.marks import heading
from reports.markup import Markup, el, style, whole

SECTIONS = {
    "verdict": "Verdict",
    "charts": "Pictures",
    "clauses": "Clause by clause",
    "open-questions": "Open questions",
    "scenarios": "Scenario by scenario",
}


def document(record: RunRecord, *kill_matrices: bytes, left_out: Sequence[str] = ()) -> bytes:
    """UTF-8. `kill_matrices` are the `kill-matrix.json` of each requirement beside it, as far as they were made."""
    words, _ = heading(record)
    return whole(
        el(
            "html",
            el(
                "head",
                el("meta", charset="utf-8"),
                el("meta", name="viewport", content="width=device-width, initial-scale=1"),
                el("title", f"{words}: {record.sut.name} against SECMP0107"),
                style(SHEET),
            ),
            el("body", *_body(record, read(*kill_matrices), left_out)),
            lang="en-GB",
        )
    )


def _body(record: RunRecord, kills: Kills | None, left_out: Sequence[str]) -> Iterable[Markup]:
    yield el("a", "To the verdict", href="#verdict", class_="skip")
    yield patterns()
    yield el("header", el("p", f"{record.suite.name} {record.suite.version}"), el("h1", "Conformance with SECMP0107"))
    links = (el("li", el("a", name, href=f"#{anchor}")) for anchor, name in SECTIONS.items())
    yield el("nav", el("ul", *links), aria_label="Parts of this page")
    yield el(
        "main",
        _section("verdict", [*opening(record, proved(kills, left_out)), *limits(record)]),
        _section("charts", pictures(record, kills, left_out)),
        _section("clauses", clauses(record, kills)),
        _section("open-questions", questions(record)),
        _section("scenarios", scenarios(record)),
    )


def _section(anchor: str, parts: Iterable[Markup]) -> Markup:
    return el("section", el("h2", SECTIONS[anchor]), *parts, id=anchor)
