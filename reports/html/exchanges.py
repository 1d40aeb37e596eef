"""What was asked and answered in a scenario, in words and, where the system has any, in messages."""

from collections.abc import Iterator, Mapping

from harness.record import ExchangeRecord, ScenarioRecord
from reports.html.messages import reference
from reports.html.names import link, of_exchange, of_step
from reports.markup import Markup, el, joined


def exchanges(one: ScenarioRecord, figures: Mapping[str, Markup]) -> Iterator[Markup]:
    """Each with a link to the step that asked; `figures` are the messages that are shown here, by name."""
    if one.exchanges:
        yield el("p", "What was asked and answered", class_="lead")
    for number, exchange in enumerate(one.exchanges, start=1):
        step = link(of_step(one, exchange.step), f"step {exchange.step + 1}")
        words = el("p", el("b", f"{number}. "), *_words(exchange), " (", step, ")")
        yield el("div", words, *_messages(exchange, figures), id=of_exchange(one, number), class_="exchange")


def _words(exchange: ExchangeRecord) -> Iterator[str]:
    yield exchange.request
    if not exchange.beside:
        yield el("br")
        yield joined([el("b", "\u21d2 "), exchange.outcome])


def _messages(exchange: ExchangeRecord, figures: Mapping[str, Markup]) -> Iterator[Markup]:
    elsewhere = [reference(one) for one in exchange.messages if one.name not in figures]
    yield from (figures[one.name] for one in exchange.messages if one.name in figures)
    if elsewhere:
        yield el("p", f"In their files ({len(elsewhere)}): ", joined(elsewhere, ", "), class_="files")
