"""The decision table over the whole product: each decision as a diagram, with its gaps and overlaps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from proof.prove.axes import RULING, rulings, unusual
from proof.prove.diagram_rows import first_row, rows_where
from proof.prove.diagrams import Diagram, Diagrams
from proof.table.decisions import Cell, Decision, Row, Table
from proof.table.matrix import Matrix

ANSWER = "answer"
"""The decision that uses all the others."""

NO_ROW = "no row fits"


@dataclass(frozen=True, slots=True)
class Misfit:
    """Rows of the product for which not exactly one row of a decision fits; `case` is one of them."""

    decision: str
    fitting: tuple[Row, ...]
    rows: int
    case: Mapping[str, str]

    def __str__(self) -> str:
        which = " and ".join(f"row {row.number} ({row.clause})" for row in self.fitting) or "no row"
        return f"'{self.decision}': {which} fit where one should"


@dataclass
class TableDiagrams:
    """Diagrams of a table's columns and decisions, made when asked for; `fitting` is where each row of one fits."""

    table: Table
    diagrams: Diagrams
    made: dict[str, Diagram] = field(default_factory=dict)
    fitting: dict[tuple[str, str], Diagram] = field(default_factory=dict)
    gaps: list[Misfit] = field(default_factory=list)
    overlaps: list[Misfit] = field(default_factory=list)

    def of(self, column: str) -> Diagram:
        """What a column holds in every row of the product."""
        if column not in self.made:
            self.made[column] = self._make(column)
        return self.made[column]

    @property
    def axes_read(self) -> frozenset[str]:
        """Every axis that a cell asks; an open point is asked of the ruling, the matrix of sender and variant."""
        asked = {column for row in self._rows() for column, cell in row.cells.items() if not cell.is_open}
        of_the_matrix = {"sender", "variant"} if asked & set(Matrix.COLUMNS) else set()
        return frozenset({RULING, *of_the_matrix, *asked} & set(self.diagrams.axes))

    @property
    def idle(self) -> tuple[str, ...]:
        """The rows that no case of the product fits; known once the diagrams are made."""
        return tuple(
            f"row {number} of '{decision}'"
            for (decision, number), fits in self.fitting.items()
            if fits == self.diagrams.no
        )

    def _rows(self) -> Iterator[Row]:
        for decision in self.table.decisions.values():
            yield from decision.rows

    def _make(self, column: str) -> Diagram:
        if column in self.table.decisions:
            return self._decided(self.table.decisions[column])
        if column in Matrix.COLUMNS:
            return self._from_the_matrix(column)
        if column in self.diagrams.axes:
            return self.diagrams.fork(column, [self.diagrams.leaf(value) for value in self.diagrams.axes[column]])
        readings = [rulings()[ruling][column] for ruling in self.diagrams.axes[RULING]]
        return self.diagrams.fork(RULING, list(map(self.diagrams.leaf, readings)))

    def _from_the_matrix(self, column: str) -> Diagram:
        axes = self.diagrams.axes
        return self.diagrams.fork(
            "sender",
            [
                self.diagrams.fork(
                    "variant",
                    [
                        self.diagrams.leaf(self.table.matrix.value(column, variant, sender))
                        for variant in axes["variant"]
                    ],
                )
                for sender in axes["sender"]
            ],
        )

    def _decided(self, decision: Decision) -> Diagram:
        fitting = {row.number: self._fits(row) for row in decision.rows}
        self.fitting |= {(decision.name, number): fits for number, fits in fitting.items()}
        self._find_misfits(decision, fitting)
        result = self.diagrams.leaf(NO_ROW)
        for row in decision.rows:
            leads_on = row.result in self.table.decisions
            said = self.of(row.result) if leads_on else self.diagrams.leaf(row.result)
            result = self.diagrams.choose(fitting[row.number], said, result)
        return result

    def _fits(self, row: Row) -> Diagram:
        fits = self.diagrams.yes
        for column, cell in row.cells.items():
            if not cell.is_open:
                fits = self.diagrams.both(fits, self._cell_fits(column, cell))
        return fits

    def _cell_fits(self, column: str, cell: Cell) -> Diagram:
        return self.diagrams.mapped(self.of(column), lambda value: cell.fits(str(value)))

    def _find_misfits(self, decision: Decision, fitting: Mapping[str, Diagram]) -> None:
        covered = self.diagrams.no
        for fits in fitting.values():
            covered = self.diagrams.either(covered, fits)
        self._note(self.gaps, decision, (), self.diagrams.negated(covered))
        for one, other in combinations(decision.rows, 2):
            shared = self.diagrams.both(fitting[one.number], fitting[other.number])
            self._note(self.overlaps, decision, (one, other), shared)

    def _note(self, misfits: list[Misfit], decision: Decision, fitting: tuple[Row, ...], where: Diagram) -> None:
        case = first_row(self.diagrams, where)
        if case is not None:
            misfits.append(Misfit(decision.name, fitting, rows_where(self.diagrams, where), unusual(case)))
