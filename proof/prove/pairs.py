"""Finds the pair of rows for a condition, and puts both rows to both sides as they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from proof.prove.axes import DEFAULT, RULING, unusual
from proof.prove.conditions import DSP, OWNERSHIP, REFUSAL, STEP, Condition
from proof.prove.diagram_rows import Row, first_row
from proof.prove.diagrams import Diagram
from proof.prove.one_row import by_the_rulebook, by_the_table
from proof.prove.record import Pair
from proof.prove.table_side import ANSWER, TableDiagrams
from proof.table.decisions import TableError
from rulebook.model.build import Build
from rulebook.model.findings import Finding
from rulebook.vocabulary import Check

WAYS = {STEP + DSP: "from the User", OWNERSHIP: "from the User"}
HANDED_OVER = "handed over by the DSP"
"""So that the DSP does not refuse before the S1SP is asked."""

Rows = tuple[dict[str, str], dict[str, str]]


@dataclass
class Pairs:
    """Looks for pairs by the default rulings."""

    table: TableDiagrams
    build: Build

    def __post_init__(self) -> None:
        self.diagrams = self.table.diagrams
        self._answer = self.diagrams.given(self.table.of(ANSWER), RULING, DEFAULT)
        self._accepted = self.diagrams.equal(self._answer, "accepted")

    def pair(self, condition: Condition) -> Pair | None:
        """The first pair that both sides show; None where there is none."""
        for rows in self._candidates(condition):
            answers = [self._by_the_table(row) for row in rows]
            (said, trail), (otherwise, other_trail) = (by_the_rulebook(row, self.build) for row in rows)
            if answers == [said, otherwise]:
                with_it, without = rows
                return Pair(
                    clause=condition.clause,
                    place=condition.place,
                    axis=condition.axis,
                    satisfied=with_it[condition.axis],
                    unsatisfied=without[condition.axis],
                    answer=said,
                    answer_without=otherwise,
                    by=_clause(condition, trail),
                    by_without=_clause(condition, other_trail),
                    case={axis: value for axis, value in unusual(with_it).items() if axis != condition.axis},
                )
        return None

    def _by_the_table(self, row: Row) -> str:
        """What the table says; nothing where it is at fault, which is reported elsewhere."""
        try:
            return by_the_table(row, self.table.table)
        except TableError:
            return ""

    def _candidates(self, condition: Condition) -> Iterator[Rows]:
        axis, values = condition.axis, self.diagrams.axes[condition.axis]
        satisfied, unsatisfied = self._where(condition)
        for value in values:
            one = self.diagrams.given(satisfied, axis, value)
            for other in values if one != self.diagrams.no else ():
                if other != value and condition.without in ("", other):
                    both = self.diagrams.both(one, self.diagrams.given(unsatisfied, axis, other))
                    row = first_row(self.diagrams, both)
                    if row is not None:
                        yield {**row, axis: value}, {**row, axis: other}

    def _where(self, condition: Condition) -> tuple[Diagram, Diagram]:
        """The rows in which the words are satisfied and the request accepted, and those in which neither is so."""
        diagrams = self.diagrams
        decided = diagrams.given(self.table.of(condition.decision), RULING, DEFAULT)
        way = diagrams.fits("way", {WAYS.get(condition.decision, HANDED_OVER)})
        refused = diagrams.equal(self._answer, REFUSAL[condition.decision]) if condition.shows else self._accepted
        satisfied = diagrams.both(diagrams.equal(decided, condition.satisfied), self._accepted)
        unsatisfied = diagrams.both(diagrams.equal(decided, condition.unsatisfied), refused)
        return diagrams.both(way, satisfied), diagrams.both(way, unsatisfied)


def _clause(condition: Condition, trail: tuple[Finding, ...]) -> str:
    """By which clause the rulebook's own check decided; a check that was not made has none."""
    check = Check.CERTIFICATE_OWNERSHIP if condition.decision == OWNERSHIP else Check.REGISTRATION
    at_the_dsp = condition.place == DSP
    found = [one.clause for one in trail if one.check is check and (not one.component.is_s1sp) is at_the_dsp]
    return next(iter(found), "")
