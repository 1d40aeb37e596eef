"""The anchors of the page. They stay while scenarios are added, moved and removed, so that links to them last."""

from collections import Counter
from functools import cache, lru_cache

from harness.mail import file_stem
from harness.record import MessageRecord, ScenarioRecord
from reports.markup import Markup, el
from rulebook.law import statements


@lru_cache(maxsize=4096)
def _stem(clause: str, identifier: str) -> str:
    return file_stem(clause, identifier)


def of_scenario(one: ScenarioRecord) -> str:
    """That of a scenario: its clause, and its id in a few digits."""
    return _stem(one.clause, one.id)


def of_step(one: ScenarioRecord, index: int) -> str:
    """That of a step."""
    return f"{of_scenario(one)}-step-{index + 1}"


def of_exchange(one: ScenarioRecord, number: int) -> str:
    """That of an exchange, counted from 1."""
    return f"{of_scenario(one)}-exchange-{number}"


def of_message(message: MessageRecord) -> str:
    """That of a message: its file's name without the ending."""
    return message.name.rpartition(".")[0]


def of_point(key: str) -> str:
    """That of an open point."""
    return f"open-{key}"


def link(target: str, words: str) -> Markup:
    """A link within the page."""
    return el("a", words, href=f"#{target}")


def scenario_link(one: ScenarioRecord) -> Markup:
    """Its title, as a link to it."""
    return link(of_scenario(one), one.title or one.id)


def clause_link(clause: str) -> Markup:
    """Its citation, as a link to it; with its id where others have the same citation."""
    if not clause:
        return el("span", "no clause")
    citation = statements()[clause].citation if clause in statements() else clause
    return link(clause, citation if _times()[citation] < 2 else f"{citation} ({clause})")


@cache
def _times() -> Counter[str]:
    return Counter(statement.citation for statement in statements().values())
