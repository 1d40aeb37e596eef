"""The recorder of attribute reads: runs a function on every combination of what it asks for, and on nothing else.

A function is given facts and asks them. What it does not ask cannot matter to it, so that rows which are alike in what
it asks are one run. An answer may be as narrow as the question: who asks only whether a variant is Critical has not
asked which one it is.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

Answer = TypeVar("Answer", bound=Hashable)
Told = TypeVar("Told")
Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and the answers that there are; `members` are the values of the axis that give each answer."""

    subject: str
    answers: tuple[Hashable, ...]
    members: tuple[Values, ...]


class Axes:
    """The values of each axis, and how each question groups them."""

    def __init__(self, values: Mapping[str, Values]) -> None:
        self.values = dict(values)
        self._groups: dict[tuple[str, Callable[[str], Hashable], Values], Question] = {}

    def question(self, axis: str, about: Callable[[str], Hashable], left: Values) -> Question:
        """The answers that `about` gives for the values that are left, in their order."""
        key = (axis, about, left)
        if key not in self._groups:
            groups: dict[Hashable, list[str]] = {}
            for value in left:
                groups.setdefault(about(value), []).append(value)
            members = tuple(tuple(group) for group in groups.values())
            self._groups[key] = Question(axis, tuple(groups), members)
        return self._groups[key]


class Facts:
    """One run's answers. `script` says which answer each question gets, in order; past its end the first answer."""

    def __init__(self, axes: Axes, results: Callable[[str], Question], script: tuple[int, ...]) -> None:
        self.asked: list[Question] = []
        self._axes = axes
        self._results = results
        self._script = script
        self._left = dict(axes.values)
        self._given: dict[str, Hashable] = {}

    def value(self, axis: str) -> str:
        """The value of an axis."""
        return self.about(axis, str)

    def about(self, axis: str, what: Callable[[str], Answer]) -> Answer:
        """What is true of the value of an axis; `what` must be the same function each time that it is asked."""
        question = self._axes.question(axis, what, self._left[axis])
        at = self._next(question) if len(question.answers) > 1 else 0
        self._left[axis] = question.members[at]
        return cast("Answer", question.answers[at])

    def result(self, unit: str) -> Hashable:
        """What another unit comes to, which is run by itself."""
        if unit not in self._given:
            question = self._results(unit)
            at = self._next(question) if len(question.answers) > 1 else 0
            self._given[unit] = question.answers[at]
        return self._given[unit]

    def _next(self, question: Question) -> int:
        position = len(self.asked)
        self.asked.append(question)
        return self._script[position] if position < len(self._script) else 0


class Telling(Protocol[Told]):
    """What is made of a function's runs, from the last question back to the first."""

    def found(self, result: Hashable) -> Told:
        """A run that came to this."""

    def asked(self, question: Question, below: Sequence[Told]) -> Told:
        """A question, and what was made of each of its answers."""


@dataclass
class Recorder:
    """Runs functions on every combination of what they ask, and counts the runs."""

    axes: Axes
    results: Callable[[str], Question]
    runs: int = 0

    def tell(self, run: Callable[[Facts], Hashable], telling: Telling[Told], script: tuple[int, ...] = ()) -> Told:
        """Everything that the function asks and comes to, from the end of the script on."""
        facts = Facts(self.axes, self.results, script)
        self.runs += 1
        told = telling.found(run(facts))
        taken = script + (0,) * (len(facts.asked) - len(script))
        for at in reversed(range(len(script), len(facts.asked))):
            answers = range(1, len(facts.asked[at].answers))
            others = [self.tell(run, telling, (*taken[:at], answer)) for answer in answers]
            told = telling.asked(facts.asked[at], (told, *others))
        return told
