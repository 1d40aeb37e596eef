"""One row of the product, put to the rulebook as it is and to the table as it is, without recorder or diagram."""

from collections.abc import Callable, Hashable
from contextlib import suppress

from proof.prove.axes import RULING, rulings
from proof.prove.diagram_rows import Row
from proof.prove.reads import Answer, Facts
from proof.prove.request import RequestAsked
from proof.prove.way import said
from proof.prove.world import ReleaseAsked, rulings_of, thrown_under_way, world_of
from proof.table.decisions import Fired, Sitting, Table, TableError
from rulebook import model
from rulebook.model import Transition
from rulebook.model.build import Build
from rulebook.model.findings import Finding


class RowFacts(Facts):
    """The answers of one row."""

    def __init__(self, row: Row) -> None:
        self._row = row

    def value(self, axis: str) -> str:
        return self._row[axis]

    def about(self, axis: str, what: Callable[[str], Answer]) -> Answer:
        return what(self._row[axis])

    def result(self, unit: str) -> Hashable:
        """Raises LookupError: a row is put to whole systems only."""
        raise LookupError(unit)


def by_the_rulebook(row: Row, build: Build) -> tuple[str, tuple[Finding, ...]]:
    """What becomes of the request, and what each check found."""
    facts = RowFacts(row)
    ended = _ended(facts, build)
    return said(ended.outcome, facts), ended.trail


def by_the_table(row: Row, table: Table, decision: str = "answer") -> str:
    """What a decision comes to; raises TableError where not exactly one row of each table that is asked fits."""
    return _sitting(row, table).value(decision)


def deciding(row: Row, table: Table, decision: str) -> list[Fired]:
    """The rows that decided it, in the order in which they were found; where the table is at fault, up to there."""
    sitting = _sitting(row, table)
    with suppress(TableError):
        sitting.value(decision)
    return sitting.fired


def _sitting(row: Row, table: Table) -> Sitting:
    readings = rulings()[row[RULING]]
    return Sitting(table, lambda column: row[column] if column in row else readings[column])


def _ended(facts: Facts, build: Build) -> Transition:
    world, request, readings = world_of(facts), RequestAsked(facts), rulings_of(facts)
    arrived, in_the_end = ReleaseAsked(facts, in_the_end=False), ReleaseAsked(facts, in_the_end=True)
    if facts.value("way") == "handed over by the DSP":
        return model.hand_over(model.counted(world, request), request, in_the_end, readings, build)
    if not thrown_under_way(facts):
        return model.receive(world, request, arrived, readings, build)
    acknowledged = model.acknowledge(world, request, arrived, readings, build)
    if acknowledged.outcome:
        return Transition(acknowledged.world, acknowledged.outcome, acknowledged.trail)
    return model.conclude(acknowledged.world, request, in_the_end, readings, build)
