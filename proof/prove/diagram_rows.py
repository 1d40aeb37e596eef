"""What a diagram says of single rows, and of how many."""

from collections.abc import Hashable, Iterator, Mapping
from math import prod
from random import Random

from proof.prove.diagrams import Diagram, Diagrams

Row = Mapping[str, str]
"""A value for every axis."""


def axes_asked(diagrams: Diagrams, diagram: Diagram) -> frozenset[str]:
    """The axes on which a diagram depends."""
    asked = {diagrams.axis(part) for part in diagrams.parts(diagram)}
    return frozenset(axis for axis in asked if axis is not None)


def count(diagrams: Diagrams, diagram: Diagram) -> dict[Hashable, int]:
    """The rows in which a diagram says each thing."""
    sizes = [len(values) for values in diagrams.axes.values()]
    done: dict[Diagram, dict[Hashable, int]] = {}

    def below(part: Diagram) -> dict[Hashable, int]:
        """Of the axes from this part's own on."""
        if part not in done:
            children = diagrams.below(part)
            done[part] = {} if children else {diagrams.said(part): 1}
            for child in children:
                between = prod(sizes[diagrams.level(part) + 1 : diagrams.level(child)])
                for value, rows in below(child).items():
                    done[part][value] = done[part].get(value, 0) + rows * between
        return done[part]

    above = prod(sizes[: diagrams.level(diagram)])
    return {value: rows * above for value, rows in below(diagram).items()}


def rows_where(diagrams: Diagrams, condition: Diagram) -> int:
    """The rows in which a condition is true."""
    return count(diagrams, condition).get(True, 0)


def first_row(diagrams: Diagrams, diagram: Diagram, value: Hashable = True) -> dict[str, str] | None:
    """The first row in which a diagram says this, or None; an axis that does not matter has its first value."""
    found = next(_paths(diagrams, diagram, diagrams.leaf(value), set()), None)
    return None if found is None else {name: found.get(name, values[0]) for name, values in diagrams.axes.items()}


def said_of(diagrams: Diagrams, diagram: Diagram, row: Row) -> Hashable:
    """What a diagram says of one row."""
    while (axis := diagrams.axis(diagram)) is not None:
        diagram = diagrams.below(diagram)[diagrams.axes[axis].index(row[axis])]
    return diagrams.said(diagram)


def any_row(diagrams: Diagrams, diagram: Diagram, dice: Random) -> dict[str, str]:
    """A row by the way of the dice through the diagram, so that rare answers come up as often as frequent ones."""
    row = {name: dice.choice(values) for name, values in diagrams.axes.items()}
    while (axis := diagrams.axis(diagram)) is not None:
        leading_to = {child: at for at, child in enumerate(diagrams.below(diagram))}
        diagram = dice.choice(list(leading_to))
        row[axis] = diagrams.axes[axis][leading_to[diagram]]
    return row


def _paths(diagrams: Diagrams, part: Diagram, wanted: Diagram, barren: set[Diagram]) -> Iterator[dict[str, str]]:
    if part == wanted:
        yield {}
    axis = diagrams.axis(part)
    if axis is not None:
        for value, child in zip(diagrams.axes[axis], diagrams.below(part), strict=True):
            if child not in barren:
                yield from ({axis: value} | path for path in _paths(diagrams, child, wanted, barren))
                barren.add(child)
