"""A diagram is a function of the product, whichever way it was made: held against every row of a small one."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from proof.prove.diagram_rows import any_row, axes_asked, count, first_row, said_of
from proof.prove.diagrams import Diagram, Diagrams
from proof.prove.reads import Axes, Facts, Question, Recorder

AXES = {"colour": ("red", "green", "blue"), "size": ("small", "large"), "shape": ("round", "square", "oval")}
ROWS = [dict(zip(AXES, values, strict=True)) for values in product(*AXES.values())]

functions = some.lists(some.sampled_from("abc"), min_size=len(ROWS), max_size=len(ROWS))


def diagram_of(diagrams: Diagrams, values: list[str]) -> Diagram:
    """The diagram that says these values of the rows, in their order, made row by row."""
    result = diagrams.leaf("none")
    for row, value in zip(ROWS, values, strict=True):
        here = diagrams.yes
        for axis, chosen in row.items():
            here = diagrams.both(here, diagrams.fits(axis, {chosen}))
        result = diagrams.choose(here, diagrams.leaf(value), result)
    return result


@given(functions, functions)
def test_operations_are_those_of_the_rows(one: list[str], other: list[str]) -> None:
    diagrams = Diagrams(AXES)
    first, second = diagram_of(diagrams, one), diagram_of(diagrams, other)
    assert (first == second) is (one == other)
    paired, differ = diagrams.paired(first, second), diagrams.differ(first, second)
    for row, left, right in zip(ROWS, one, other, strict=True):
        assert said_of(diagrams, first, row) == left
        assert said_of(diagrams, paired, row) == (left, right)
        assert said_of(diagrams, differ, row) is (left != right)
        assert (
            said_of(diagrams, diagrams.given(first, "size", "large"), row) == one[ROWS.index({**row, "size": "large"})]
        )
    assert count(diagrams, paired) == Counter(zip(one, other, strict=True))


@given(functions)
def test_an_axis_is_asked_where_it_matters_and_the_first_row_is_the_first(values: list[str]) -> None:
    diagrams = Diagrams(AXES)
    diagram = diagram_of(diagrams, values)
    by_row = {tuple(row.values()): value for row, value in zip(ROWS, values, strict=True)}
    for at, axis in enumerate(AXES):
        matters = len({(*key[:at], *key[at + 1 :], value) for key, value in by_row.items()}) > len(ROWS) // len(
            AXES[axis]
        )
        assert (axis in axes_asked(diagrams, diagram)) is matters
    for value in "abc":
        assert first_row(diagrams, diagram, value) == next(
            (row for row, said in zip(ROWS, values, strict=True) if said == value), None
        )
    row = any_row(diagrams, diagram, Random(0))
    assert said_of(diagrams, diagram, row) == by_row[tuple(row.values())]


class Telling:
    """Makes a diagram of what a recorder tells."""

    def __init__(self, diagrams: Diagrams) -> None:
        self.diagrams = diagrams

    def found(self, result: Hashable) -> Diagram:
        return self.diagrams.leaf(str(result))

    def asked(self, question: Question, below: Sequence[Diagram]) -> Diagram:
        result = below[0]
        for members, diagram in zip(question.members, below, strict=True):
            result = self.diagrams.choose(self.diagrams.fits(question.subject, members), diagram, result)
        return result


def is_warm(colour: str) -> bool:
    return colour == "red"


def depends_on_little(facts: Facts) -> str:
    if facts.about("colour", is_warm):
        return facts.value("size")
    return "cold" if facts.value("colour") == "blue" else facts.value("shape")


def nobody(unit: str) -> Question:
    raise LookupError(unit)


@pytest.mark.parametrize(
    ("function", "runs"), [(depends_on_little, 6), (lambda _: "always", 1), (lambda facts: facts.value("size"), 2)]
)
def test_a_recorder_runs_a_function_once_for_each_combination_of_what_it_asks(
    function: Callable[[Facts], str], runs: int
) -> None:
    diagrams = Diagrams(AXES)
    recorder = Recorder(Axes(AXES), nobody)
    diagram = recorder.tell(function, Telling(diagrams))
    assert recorder.runs == runs
    for row in ROWS:
        alone = Recorder(Axes({axis: (value,) for axis, value in row.items()}), nobody)
        assert said_of(diagrams, diagram, row) == alone.tell(function, ByItself())


class ByItself:
    """Of a function that has nothing to ask: what it comes to."""

    def found(self, result: Hashable) -> str:
        return str(result)

    def asked(self, question: Question, below: Sequence[str]) -> str:
        raise LookupError(question.subject)


def test_a_child_that_asks_an_axis_too_early_is_refused() -> None:
    diagrams = Diagrams(AXES)
    with pytest.raises(ValueError, match="size is asked too late"):
        diagrams.fork("size", [diagrams.fits("colour", {"red"}), diagrams.no])
