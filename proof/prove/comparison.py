"""Table and rulebook, compared over the whole product at once, and where they differ, by which rows and clauses."""

from collections.abc import Hashable, Iterable, Iterator

from proof.prove.axes import RULING, unusual
from proof.prove.case import DSP, DSP_AGAIN, S1SP
from proof.prove.diagram_rows import count, first_row, rows_where
from proof.prove.diagrams import Diagram
from proof.prove.one_row import by_the_rulebook, deciding
from proof.prove.record import Disagreement
from proof.prove.rulebook_side import LAGS, RulebookDiagrams
from proof.prove.table_side import ANSWER, TableDiagrams
from proof.prove.way import WAY
from proof.table.decisions import Fired
from rulebook.model.findings import Finding

STEP = "registration step, to "


def disagreements(table: TableDiagrams, rulebook: RulebookDiagrams) -> Iterator[Disagreement]:
    """One for each pair of answers that differ, and for each pair of grounds for the registration check."""
    yield from _between(table, rulebook, ANSWER, rulebook.of(WAY))
    for place in (DSP, DSP_AGAIN, S1SP):
        yield from _between(table, rulebook, STEP + place, rulebook.step(place))


def _between(table: TableDiagrams, rulebook: RulebookDiagrams, decision: str, other: Diagram) -> Iterator[Disagreement]:
    diagrams, one = table.diagrams, table.of(decision)
    if one == other:
        return
    both = diagrams.paired(one, other)
    for pair in sorted(count(diagrams, both), key=str):
        if isinstance(pair, tuple) and pair[0] != pair[1] and pair[1] != LAGS:
            yield _disagreement(table, rulebook, decision, pair, diagrams.equal(both, pair))


def _disagreement(
    table: TableDiagrams, rulebook: RulebookDiagrams, decision: str, pair: tuple[Hashable, ...], where: Diagram
) -> Disagreement:
    row = first_row(table.diagrams, where) or {}
    alike = table.diagrams.both(where, table.diagrams.fits(RULING, {row[RULING]}))
    fired = deciding(row, table.table, decision)
    everywhere = _special_first(table, [one for one in fired if _covers(table, one, alike)])
    return Disagreement(
        decision=decision,
        table=str(pair[0]),
        rulebook=str(pair[1]),
        rows=rows_where(table.diagrams, where),
        case=unusual(row),
        by_the_table=tuple(map(str, everywhere)),
        in_the_case=tuple(str(one) for one in reversed(fired) if one not in everywhere),
        by_the_rulebook=tuple(map(_told, by_the_rulebook(row, rulebook.build)[1])),
        rulings=tuple(_rulings(table, where)),
    )


def _special_first(table: TableDiagrams, fired: Iterable[Fired]) -> list[Fired]:
    """The rows that fit the fewest cases first."""
    return sorted(fired, key=lambda one: rows_where(table.diagrams, _fits(table, one)))


def _covers(table: TableDiagrams, one: Fired, where: Diagram) -> bool:
    return table.diagrams.both(where, _fits(table, one)) == where


def _fits(table: TableDiagrams, one: Fired) -> Diagram:
    return table.fitting[one.decision, one.row.number]


def _told(found: Finding) -> str:
    return f"{found.component}: {found.check} {'holds' if found.holds else 'fails'} ({found.clause})"


def _rulings(table: TableDiagrams, where: Diagram) -> Iterator[str]:
    for ruling in table.diagrams.axes[RULING]:
        if table.diagrams.given(where, RULING, ruling) != table.diagrams.no:
            yield ruling
