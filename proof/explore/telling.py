"""A sequence told as a scenario: what went before is given where it can be, the last event is the one in question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proof.explore.event import Event, Opening, Sentence
from rulebook.vocabulary import Outcome

KEYWORDS = {"given": "Given", "when": "When", "then": "Then"}
INDENT = " " * 4


@dataclass(frozen=True, slots=True)
class Told:
    """An event that has happened, and how its request ended, if it was one."""

    event: Event
    outcome: Outcome | None


def sentences(opening: Opening, history: Sequence[Told], last: Event, thens: Sequence[str]) -> Iterator[Sentence]:
    """Everything in order."""
    for text in opening.given:
        yield "given", text
    given = True
    for told in history:
        text = told.event.history(told.outcome)
        given = given and bool(text)
        if given:
            yield "given", text
        else:
            yield from told.event.said
    yield from last.said
    for text in thens:
        yield "then", text


def still_given(history: Sequence[Told]) -> bool:
    """Whether something may still be given after these: whether each of them can be told as history."""
    return all(told.event.history(told.outcome) for told in history)


def steps(said: Sequence[Sentence]) -> Iterator[str]:
    """Lines of Gherkin: a keyword where the kind changes, else And."""
    before = ""
    for kind, text in said:
        yield f"{INDENT}  {'And' if kind == before else KEYWORDS[kind]} {text}"
        before = kind


def scenario(tags: Sequence[str], title: str, said: Sequence[Sentence]) -> str:
    """As it stands under a Rule of a feature file, without an empty line before it."""
    head = [f"{INDENT}{' '.join(f'@{tag}' for tag in tags)}"] if tags else []
    return "\n".join([*head, f"{INDENT}Example: {title}", *steps(said)]) + "\n"
