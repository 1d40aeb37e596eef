"""Decision diagrams: a function of the whole product of the axes, held once for all rows in which it is the same.

A diagram is a number. Equal functions have equal numbers, so that two of them are compared at once however many rows
they have. It asks its axes in one order; a row that reaches a leaf has that leaf's value.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

Diagram = int


class Diagrams:
    """All diagrams over one product of axes, each an ordered choice of values."""

    def __init__(self, axes: Mapping[str, tuple[str, ...]]) -> None:
        self.axes = dict(axes)
        self._names = list(axes)
        self._level = {name: level for level, name in enumerate(axes)}
        self._value = {name: {value: at for at, value in enumerate(values)} for name, values in axes.items()}
        self._sizes = [len(values) for values in axes.values()]
        self._nodes: list[tuple[int, tuple[Diagram, ...]]] = []
        self._leaves: dict[Diagram, Hashable] = {}
        self._known: dict[Hashable, Diagram] = {}
        self._chosen: dict[tuple[Diagram, Diagram, Diagram], Diagram] = {}
        self.no, self.yes = self.leaf(False), self.leaf(True)

    def leaf(self, value: Hashable) -> Diagram:
        """The same value in every row."""
        key = ("leaf", type(value), value)
        if key not in self._known:
            self._known[key] = self._add(len(self._names), ())
            self._leaves[self._known[key]] = value
        return self._known[key]

    def fork(self, axis: str, children: Sequence[Diagram]) -> Diagram:
        """One diagram for each value of an axis; raises ValueError where a child asks that axis or one before it."""
        level = self._level[axis]
        if any(self._nodes[child][0] <= level for child in children):
            raise ValueError(f"{axis} is asked too late")
        return self._fork(level, tuple(children))

    def fits(self, axis: str, values: Collection[str]) -> Diagram:
        """Whether the axis has one of these values."""
        return self.fork(axis, [self.yes if value in values else self.no for value in self.axes[axis]])

    def choose(self, condition: Diagram, then: Diagram, otherwise: Diagram) -> Diagram:
        """`then` in the rows in which the condition is true, `otherwise` in the others."""
        if condition == self.yes or then == otherwise:
            return then
        if condition == self.no:
            return otherwise
        key = (condition, then, otherwise)
        if key not in self._chosen:
            level = min(self._nodes[part][0] for part in key)
            parts = zip(*(self._below(part, level) for part in key), strict=True)
            self._chosen[key] = self._fork(level, tuple(self.choose(*part) for part in parts))
        return self._chosen[key]

    def both(self, one: Diagram, other: Diagram) -> Diagram:
        """Whether both are true."""
        return self.choose(one, other, self.no)

    def either(self, one: Diagram, other: Diagram) -> Diagram:
        """Whether one of them is true, or both."""
        return self.choose(one, self.yes, other)

    def mapped(self, diagram: Diagram, function: Callable[[Hashable], Hashable]) -> Diagram:
        """The function of what the diagram says."""
        done: dict[Diagram, Diagram] = {}

        def below(part: Diagram) -> Diagram:
            if part not in done:
                level, children = self._nodes[part]
                done[part] = (
                    self._fork(level, tuple(below(child) for child in children))
                    if children
                    else self.leaf(function(self._leaves[part]))
                )
            return done[part]

        return below(diagram)

    def negated(self, diagram: Diagram) -> Diagram:
        """Whether the diagram is false."""
        return self.choose(diagram, self.no, self.yes)

    def equal(self, diagram: Diagram, value: Hashable) -> Diagram:
        """Whether the diagram says this."""
        return self.mapped(diagram, lambda said: said == value)

    def paired(self, one: Diagram, other: Diagram) -> Diagram:
        """What the one says and what the other says, as a pair."""
        result = self.leaf(None)
        for value in self.values(one):
            pairs = self.mapped(other, lambda said, value=value: (value, said))  # type: ignore[misc]
            result = self.choose(self.equal(one, value), pairs, result)
        return result

    def differ(self, one: Diagram, other: Diagram) -> Diagram:
        """Whether the one says something else than the other."""
        if one == other:
            return self.no
        key = ("differ", min(one, other), max(one, other))
        if key not in self._known:
            self._known[key] = self._compared(one, other)
        return self._known[key]

    def given(self, diagram: Diagram, axis: str, value: str) -> Diagram:
        """The diagram in the rows where the axis has this value, said of every row."""
        wanted, at = self._level[axis], self._value[axis][value]
        done: dict[Diagram, Diagram] = {}

        def below(part: Diagram) -> Diagram:
            level, children = self._nodes[part]
            if level > wanted:
                return part
            if part not in done:
                done[part] = (
                    children[at] if level == wanted else self._fork(level, tuple(below(child) for child in children))
                )
            return done[part]

        return below(diagram)

    def values(self, diagram: Diagram) -> list[Hashable]:
        """Everything that the diagram can say, in no order that means anything."""
        return [self._leaves[part] for part in self.parts(diagram) if part in self._leaves]

    def parts(self, diagram: Diagram) -> set[Diagram]:
        """The diagram and every diagram below it."""
        seen, stack = {diagram}, [diagram]
        while stack:
            below = set(self._nodes[stack.pop()][1]) - seen
            stack.extend(below)
            seen |= below
        return seen

    def axis(self, diagram: Diagram) -> str | None:
        """The axis that the diagram asks first; None of a leaf."""
        level = self._nodes[diagram][0]
        return self._names[level] if level < len(self._names) else None

    def level(self, diagram: Diagram) -> int:
        """The place of that axis in their order, counted from 0; of a leaf, the number of axes."""
        return self._nodes[diagram][0]

    def below(self, diagram: Diagram) -> tuple[Diagram, ...]:
        """What the diagram says for each value of that axis; nothing of a leaf."""
        return self._nodes[diagram][1]

    def said(self, leaf: Diagram) -> Hashable:
        """What a leaf says; raises KeyError for what is none."""
        return self._leaves[leaf]

    def _compared(self, one: Diagram, other: Diagram) -> Diagram:
        level = min(self._nodes[one][0], self._nodes[other][0])
        if level == len(self._names):
            return self.yes
        parts = zip(self._below(one, level), self._below(other, level), strict=True)
        return self._fork(level, tuple(self.differ(*part) for part in parts))

    def _below(self, part: Diagram, level: int) -> tuple[Diagram, ...]:
        own, children = self._nodes[part]
        return children if own == level else (part,) * self._sizes[level]

    def _fork(self, level: int, children: tuple[Diagram, ...]) -> Diagram:
        if all(child == children[0] for child in children):
            return children[0]
        key = (level, children)
        if key not in self._known:
            self._known[key] = self._add(level, children)
        return self._known[key]

    def _add(self, level: int, children: tuple[Diagram, ...]) -> Diagram:
        self._nodes.append((level, children))
        return len(self._nodes) - 1
