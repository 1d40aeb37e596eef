"""The decision table, and what it says of one case: every row is asked, and exactly one may fit.

It is the independent oracle: it knows `rulebook.vocabulary` and nothing else of the rulebook.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from proof.table.matrix import Matrix

Ask = Callable[[str], str]
"""The value of an input, or the reading of an open point, by its name."""


class TableError(Exception):
    """What is wrong with the table, with decision and row: a gap, an overlap, a cell that means nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The values that fit, or with `negated` the ones that do not; anything fits the negation of nothing."""

    values: frozenset[str]
    negated: bool = False

    @property
    def is_open(self) -> bool:
        """Whether anything fits."""
        return self.negated and not self.values

    def fits(self, value: str) -> bool:
        """Whether this value does."""
        return (value in self.values) is not self.negated


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision; `cells` by column. `clause` is a statement, a limb or an open point."""

    number: str
    cells: Mapping[str, Cell]
    result: str
    clause: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One table. A result may be the name of another decision: its result is then that decision's."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fired:
    """A row that decided."""

    decision: str
    row: Row

    def __str__(self) -> str:
        return f"row {self.row.number} of '{self.decision}' ({self.row.clause})"


@dataclass(frozen=True, slots=True)
class Table:
    """All decisions by name. `inputs` are the values that each input can have."""

    inputs: Mapping[str, tuple[str, ...]]
    decisions: Mapping[str, Decision]
    matrix: Matrix

    def decide(self, decision: str, ask: Ask) -> "Sitting":
        """What comes of one decision, and by which rows; raises TableError where no row or several fit."""
        sitting = Sitting(self, ask)
        sitting.value(decision)
        return sitting


@dataclass
class Sitting:
    """One case before the table: what was found so far, and the rows that decided it, in order."""

    table: Table
    ask: Ask
    found: dict[str, str] = field(default_factory=dict)
    fired: list[Fired] = field(default_factory=list)

    def value(self, column: str) -> str:
        """What a column holds in this case."""
        if column not in self.found:
            self.found[column] = self._find(column)
        return self.found[column]

    def _find(self, column: str) -> str:
        if column in self.table.decisions:
            return self._decided(self.table.decisions[column])
        if column in Matrix.COLUMNS:
            return self.table.matrix.value(column, self.value("variant"), self.value("sender"))
        return self.ask(column)

    def _decided(self, decision: Decision) -> str:
        fitting = [row for row in decision.rows if self._fits(row)]
        if len(fitting) != 1:
            rows = " and ".join(row.number for row in fitting) or "no row"
            raise TableError(f"{rows} of '{decision.name}' fit where one should: {self.found}")
        self.fired.append(Fired(decision.name, fitting[0]))
        result = fitting[0].result
        return self.value(result) if result in self.table.decisions else result

    def _fits(self, row: Row) -> bool:
        return all(cell.is_open or cell.fits(self.value(column)) for column, cell in row.cells.items())
