"""How firmly a clause is forced, what an illustration need not do, and the exit code of a matrix."""

from dataclasses import replace

import pytest

from proof.kill_record import Cell, FaultRecord, KillRecord, ScenarioRow, Strength
from proof.kills import clause_records, scenario_row
from tests.proof.small_matrix import PART, ROLE, wrong


def a_record(*catchers: str, survives: str = "") -> FaultRecord:
    return FaultRecord("f", "srpd-6.2.d", "", "A mistake.", {}, catchers, survives)


@pytest.mark.parametrize(
    ("record", "strength"),
    [
        (a_record("a", "b"), Strength.FORCED),
        (a_record("a"), Strength.WEAKLY_FORCED),
        (a_record("a", "b", survives="by accident"), Strength.UNFORCED),
    ],
)
def test_a_clause_is_forced_as_firmly_as_its_weakest_fault_is_caught(record: FaultRecord, strength: Strength) -> None:
    (clause,) = clause_records([wrong(ROLE), wrong(ROLE)], [a_record("a", "b", "c"), record], PART)
    assert (clause.id, clause.strength) == ("srpd-6.2.d", strength)


def test_a_clause_that_no_fault_breaks_is_unforced() -> None:
    (clause,) = clause_records([], [], PART)
    assert clause.strength is Strength.UNFORCED


def a_matrix(*, survives: str = "", cells: tuple[Cell, ...] = (Cell.CAUGHT,), **more: object) -> KillRecord:
    row = ScenarioRow("s", "srpd-6.2.d", "A scenario", "a.feature", 1, cells=cells)
    more = {"partial": False, "problems": (), "seed": 1, **more}
    return KillRecord((a_record("s", survives=survives),), (row,), (), **more)  # type: ignore[arg-type]


def test_the_exit_code_tells_a_proof_from_none_and_from_a_worthless_one() -> None:
    assert a_matrix().exit_code == 0
    assert a_matrix(survives="no scenario catches it").exit_code == 10
    assert a_matrix(cells=(Cell.SILENT,)).exit_code == 10
    assert a_matrix(cells=(Cell.SILENT,), partial=True).exit_code == 0
    assert a_matrix(problems=("x",)).exit_code == 13


def test_an_illustration_says_why_and_need_not_catch_anything() -> None:
    plain = PART[0]
    line = replace(plain.rule_description[0], text="Illustrative: it shows how the paragraph is read.")
    shown = replace(plain, tags=plain.tags | {"illustrative"}, rule_description=(line,))
    assert scenario_row(shown, []).illustrative == "it shows how the paragraph is read."
    assert scenario_row(replace(shown, tags=plain.tags), []).illustrative == ""
