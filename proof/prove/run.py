"""One proof from beginning to end: read the table, make both sides, compare, show."""

import time
from collections.abc import Callable, Iterator, Mapping
from math import prod
from pathlib import Path
from random import Random

from harness.parts import parts
from proof.collection import ROOT
from proof.prove import axes as of_the_law
from proof.prove.changes import changes
from proof.prove.comparison import disagreements
from proof.prove.conditions import conditions
from proof.prove.diagram_rows import any_row, said_of
from proof.prove.diagrams import Diagrams
from proof.prove.one_row import by_the_rulebook, by_the_table
from proof.prove.pairs import Pairs
from proof.prove.record import ProofRecord
from proof.prove.rulebook_side import RulebookDiagrams
from proof.prove.table_side import ANSWER, TableDiagrams
from proof.prove.way import WAY
from proof.table.decisions import Table, TableError
from proof.table.text import read_table
from rulebook.law import LEGAL
from rulebook.model import RIGHT
from rulebook.model.build import Build

DECISION_TABLE, MATRIX = LEGAL / "decision_table.md", LEGAL / "srv_eligibility.csv"
ONE_BY_ONE, SEED = 1000, 107
"""How many rows are put to both sides as they are, and the seed that picks them."""

Progress = Callable[[str], None]
"""Told what is done next."""


def no_progress(_: str) -> None:
    """For nobody who waits."""


def the_table(text: Path = DECISION_TABLE) -> Table:
    """The decision table of the project; raises TableError for one that means nothing."""
    return read_table(text.read_text(encoding="utf-8"), MATRIX.read_text(encoding="utf-8"))


def prove(
    table: Table,
    build: Build = RIGHT,
    axes: Mapping[str, tuple[str, ...]] | None = None,
    progress: Progress = no_progress,
) -> ProofRecord:
    """The table against a build of the rulebook, over the product of all axes, or of those given and no idle row."""
    made_from = parts(ROOT)
    began, whole, axes = time.perf_counter(), axes is None, of_the_law.axes() if axes is None else axes
    diagrams = Diagrams(axes)
    of_table, of_rulebook = TableDiagrams(table, diagrams), RulebookDiagrams(build, diagrams)
    progress("the decision table")
    of_table.of(ANSWER)
    progress("the rulebook")
    of_rulebook.of(WAY)
    progress("the comparison")
    found = tuple(disagreements(of_table, of_rulebook))
    progress("the pairs")
    found_by = Pairs(of_table, build)
    pairs = {condition: found_by.pair(condition) for condition in conditions()}
    progress("what SECMP0107 changes")
    changed = changes(of_table)
    return ProofRecord(
        axes=axes,
        rows=prod(map(len, axes.values())),
        read_by_table=_in_order(axes, of_table.axes_read),
        read_by_rulebook=_in_order(axes, of_rulebook.axes_read),
        runs=of_rulebook.recorder.runs,
        one_by_one=ONE_BY_ONE,
        gaps=tuple(of_table.gaps),
        overlaps=tuple(of_table.overlaps),
        idle=of_table.idle if whole else (),
        disagreements=found,
        pairs=tuple(shown for shown in pairs.values() if shown),
        unpaired=tuple(f"{one.clause} at {one.place}" for one, shown in pairs.items() if shown is None),
        changes=changed,
        problems=(*_other_axes(table, axes), *_otherwise_by_itself(of_table, of_rulebook)),
        duration_s=round(time.perf_counter() - began, 1),
        made_from=made_from,
    )


def _in_order(axes: Mapping[str, tuple[str, ...]], some: frozenset[str]) -> tuple[str, ...]:
    return tuple(axis for axis in axes if axis in some)


def _other_axes(table: Table, axes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What the table lists and the proof does not walk, or the other way round."""
    for name in table.inputs.keys() | axes.keys() - {of_the_law.RULING}:
        listed, walked = set(table.inputs.get(name, ())), set(axes.get(name, ()))
        if not walked or not walked <= listed:
            yield f"legal/decision_table.md, Inputs: {name} has {sorted(listed)}, the proof walks {sorted(walked)}"


def _otherwise_by_itself(table: TableDiagrams, rulebook: RulebookDiagrams) -> Iterator[str]:
    """Rows of which a side says something else when it is asked of that row alone: the proof's own mistakes."""
    dice = Random(SEED)  # noqa: S311  no secret: the same draws each time
    for _ in range(ONE_BY_ONE):
        row = any_row(table.diagrams, rulebook.of(WAY), dice)
        alone, together = by_the_rulebook(row, rulebook.build)[0], said_of(rulebook.diagrams, rulebook.of(WAY), row)
        if alone != together:
            yield f"the rulebook says {alone} of a row by itself, and {together} of it among all: {row}"
        together = said_of(table.diagrams, table.of(ANSWER), row)
        try:
            alone = by_the_table(row, table.table)
        except TableError:
            continue
        if alone != together:
            yield f"the table says {alone} of a row by itself, and {together} of it among all: {row}"
