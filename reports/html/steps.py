"""The steps of a scenario as they were read out, each with its verdict and a link to what it asked."""

from collections.abc import Iterator

from harness.record import ScenarioRecord, StepRecord
from reports.html.names import link, of_exchange, of_step
from reports.marks import mark
from reports.markup import Markup, el, joined


def steps(one: ScenarioRecord) -> Markup:
    """In their order; one that was not reached says so."""
    return el("ol", *(_step(one, index, step) for index, step in enumerate(one.steps)), class_="steps")


def _step(one: ScenarioRecord, index: int, step: StepRecord) -> Markup:
    asked = [
        link(of_exchange(one, number), f"exchange {number}")
        for number, exchange in enumerate(one.exchanges, start=1)
        if exchange.step == index
    ]
    links = [joined([" ", el("small", joined(asked, ", "))])] if asked else []
    said = joined([el("b", step.keyword), " ", step.text])
    return el("li", mark(step.verdict), el("span", said, *links), *_table(step), id=of_step(one, index))


def _table(step: StepRecord) -> Iterator[Markup]:
    if step.table:
        head, *rows = step.table
        yield el(
            "table",
            el("thead", el("tr", *(el("th", cell, scope="col") for cell in head))),
            el("tbody", *(el("tr", *(el("td", cell) for cell in row)) for row in rows)),
        )
