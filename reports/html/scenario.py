"""One scenario: what it came to, its steps, what was exchanged, what its control did otherwise, how to repeat it."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from harness.record import ScenarioRecord
from reports.html.control import beside_its_control
from reports.html.differences import side_by_side
from reports.html.exchanges import exchanges
from reports.html.names import clause_link, link, of_point, of_scenario
from reports.html.steps import steps
from reports.marks import mark, needs_reading
from reports.markup import Markup, el

STAGES = ("pit", "fat", "sit", "uit", "tto")


@dataclass(frozen=True, slots=True)
class Around:
    """What a scenario is shown with: the command to repeat it, the messages that have room, its control."""

    rerun: str
    figures: Mapping[str, Markup]
    controls: Mapping[str, ScenarioRecord]


def scenario(one: ScenarioRecord, around: Around) -> Markup:
    """Open from the start where it wants reading."""
    summary = el("summary", mark(one.verdict), " ", el("h5", one.title or one.id))
    body = el("div", *_body(one, around), id=of_scenario(one), class_="body")
    return el("details", summary, body, open="open" if needs_reading(one) else None)


def _body(one: ScenarioRecord, around: Around) -> Iterator[Markup]:
    yield from _came_to(one)
    yield steps(one)
    yield from exchanges(one, around.figures)
    yield from _shown(one)
    if one.id in around.controls:
        yield beside_its_control(one, around.controls[one.id])
    stages = ", ".join(stage.upper() for stage in STAGES if stage in one.tags)
    judged = f"Judges the {one.component}" if one.component else ""
    where = [judged, stages, f"features/{one.feature_path}:{one.line}", f"{one.duration_s:.3f} s"]
    yield el("p", clause_link(one.clause), " \u00b7 ", " \u00b7 ".join(filter(None, where)), class_="where")
    if around.rerun:
        yield el("p", "Again: ", el("code", around.rerun.replace("ADDRESS", shlex.quote(one.id), 1)), class_="where")


def _came_to(one: ScenarioRecord) -> Iterator[Markup]:
    both = bool(one.expected or one.observed)
    if both:
        yield side_by_side(one.expected, one.observed)
    if one.reason and not (both and one.reason == f"expected {one.expected}, observed {one.observed}"):
        yield el("p", one.reason, class_="reason")


def _shown(one: ScenarioRecord) -> Iterator[Markup]:
    for match in one.matched:
        fits = " or ".join(match.readings) or "no reading"
        yield el("p", "Of ", link(of_point(match.point), match.point), f" the answer fits: {fits}.")
    for finding in one.findings:
        yield el("p", el("strong", "Finding: "), finding, class_="reason")
