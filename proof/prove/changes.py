"""What SECMP0107 changes: the answers with it and without it, row by row, against the rows that SRPD 6.2(d) names."""

from collections.abc import Mapping
from functools import reduce

from proof.prove.axes import DEFAULT, RULING, unusual
from proof.prove.diagram_rows import count, first_row, rows_where
from proof.prove.diagrams import Diagram, Diagrams
from proof.prove.record import Change, Transition
from proof.prove.table_side import ANSWER, TableDiagrams

AT_THE_DSP, AT_THE_S1SP, AT_ANOTHER = "SECMP0107 at the DSP", "SECMP0107 at the S1SP", "SECMP0107 at another S1SP"
THROWN = "switch thrown under way"
IN_FORCE, NOT_IN_FORCE = "in force", "not in force"
REFUSED_AT = {
    "6.2(d), to the DSP": "refused / DSP / registration / E4",
    "6.2(d), to the S1SP": "refused / S1SP / registration / S1VE4",
}
"""Where 6.2(d) holds at a component, the refusal that it may not meet there."""

STATES: Mapping[str, tuple[str, str]] = {
    "in force at the DSP and the S1SP": (IN_FORCE, IN_FORCE),
    "in force at the DSP alone": (IN_FORCE, NOT_IN_FORCE),
    "in force at the S1SP alone": (NOT_IN_FORCE, IN_FORCE),
}
A_LAGGING_S1SP_REFUSES_EVERY_OPERATOR = "O26=every-operator"
"""Under this reading an S1SP that lags refuses operators for whom nothing was ever to be lifted."""


def changes(table: TableDiagrams) -> tuple[Change, ...]:
    """One for each state of release; rows are counted over all axes but those of the release itself."""
    return tuple(_change(table, state, *components) for state, components in STATES.items())


def _change(table: TableDiagrams, state: str, dsp: str, s1sp: str) -> Change:
    diagrams, rulings = table.diagrams, len(table.diagrams.axes[RULING])
    before, after = _at(table, ANSWER, NOT_IN_FORCE, NOT_IN_FORCE), _at(table, ANSWER, dsp, s1sp)
    holds = {name: diagrams.equal(_at(table, name, dsp, s1sp), "yes") for name in REFUSED_AT}
    named = reduce(diagrams.either, holds.values())
    changed = diagrams.differ(before, after)
    kept = (diagrams.both(holds[name], diagrams.equal(after, refused)) for name, refused in REFUSED_AT.items())
    short = reduce(diagrams.either, kept)
    if (dsp, s1sp) == (IN_FORCE, NOT_IN_FORCE):
        short = diagrams.both(short, diagrams.negated(_ruled(diagrams, A_LAGGING_S1SP_REFUSES_EVERY_OPERATOR)))
    by_default = diagrams.given(named, RULING, DEFAULT)
    then, now = (diagrams.given(answer, RULING, DEFAULT) for answer in (before, after))
    moved = diagrams.both(by_default, diagrams.differ(then, now))
    return Change(
        state=state,
        rows=_rows(diagrams, diagrams.yes) // rulings,
        named=_rows(diagrams, by_default) // rulings,
        changed=_transitions(diagrams, moved, then, now),
        unchanged=_unchanged(diagrams, diagrams.both(by_default, diagrams.negated(moved)), now),
        beyond=_rows(diagrams, diagrams.both(changed, diagrams.negated(named))),
        short=_rows(diagrams, short),
    )


def _at(table: TableDiagrams, decision: str, dsp: str, s1sp: str) -> Diagram:
    """A decision in one state of release, which nobody leaves while a request is under way."""
    diagrams = table.diagrams
    decided = diagrams.given(table.of(decision), AT_THE_DSP, dsp)
    return diagrams.given(diagrams.given(decided, AT_THE_S1SP, s1sp), THROWN, "no")


def _ruled(diagrams: Diagrams, ruling: str) -> Diagram:
    return diagrams.fits(RULING, {ruling})


def _rows(diagrams: Diagrams, where: Diagram) -> int:
    """Rows of the product of all axes but the state of release that is asked about."""
    states = len(diagrams.axes[AT_THE_DSP]) * len(diagrams.axes[AT_THE_S1SP]) * len(diagrams.axes[THROWN])
    return rows_where(diagrams, where) // states


def _transitions(diagrams: Diagrams, where: Diagram, before: Diagram, after: Diagram) -> tuple[Transition, ...]:
    both = diagrams.choose(where, diagrams.paired(before, after), diagrams.no)
    pairs = [pair for pair in count(diagrams, both) if isinstance(pair, tuple)]
    found = (_transition(diagrams, pair, diagrams.equal(both, pair)) for pair in pairs)
    return tuple(sorted(found, key=lambda transition: -transition.rows))


def _transition(diagrams: Diagrams, pair: tuple[object, ...], where: Diagram) -> Transition:
    case = unusual(first_row(diagrams, where) or {})
    return Transition(str(pair[0]), str(pair[1]), _rows(diagrams, where) // len(diagrams.axes[RULING]), case)


def _unchanged(diagrams: Diagrams, where: Diagram, after: Diagram) -> dict[str, int]:
    left = diagrams.choose(where, after, diagrams.no)
    answers = [answer for answer in count(diagrams, left) if isinstance(answer, str)]
    rulings = len(diagrams.axes[RULING])
    return {answer: _rows(diagrams, diagrams.equal(left, answer)) // rulings for answer in sorted(answers)}
