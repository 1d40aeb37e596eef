"""A cell of the table changed, or the rulebook built wrongly: the proof is red, and names the row and the clause."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from proof.prove.comparison import disagreements
from proof.prove.diagrams import Diagrams
from proof.prove.record import Disagreement
from proof.prove.rulebook_side import RulebookDiagrams
from proof.prove.run import the_table
from proof.prove.table_side import Misfit
from proof.table.decisions import Cell, Row, Table
from rulebook.model import RIGHT, Build
from rulebook.model.dsp import command_variant, device_status, user_role
from rulebook.model.registration import registration_check
from rulebook.model.s1sp import certificate_ownership, originator_counter
from sut_adapters.faulty import find_fault
from sut_adapters.faulty.parts import instead, left_out
from tests.proof.small_product import SMALL, rulebook_side, table_side

TABLE = the_table()


@cache
def diagrams() -> Diagrams:
    """Shared by all the tests: a function of the product has one number, whoever asks."""
    return Diagrams(SMALL)


@cache
def the_rulebook() -> RulebookDiagrams:
    """The right build."""
    return rulebook_side(diagrams())


def with_row(decision: str, number: str, change: Callable[[Row], Row]) -> Table:
    """The table with one row changed."""
    old = TABLE.decisions[decision]
    rows = tuple(change(row) if row.number == number else row for row in old.rows)
    return replace(TABLE, decisions={**TABLE.decisions, decision: replace(old, rows=rows)})


def found_in(table: Table) -> tuple[list[Disagreement], list[Misfit]]:
    """Disagreements with the rulebook, and gaps and overlaps."""
    side = table_side(table, diagrams())
    return list(disagreements(side, the_rulebook())), [*side.gaps, *side.overlaps]


def found_by(build: Build) -> list[Disagreement]:
    """Disagreements of the table with another build."""
    return list(disagreements(table_side(TABLE, diagrams()), rulebook_side(diagrams(), build)))


def test_the_table_as_it_stands_agrees_with_the_rulebook_as_it_stands() -> None:
    assert found_in(TABLE) == ([], [])


RESULTS = [
    ("meter point is the device's", "1", "no"),
    ("registration has effect", "2", "yes"),
    ("names the sender, to the DSP", "4", "yes"),
    ("registered, to the DSP", "4", "yes"),
    ("registered, to the S1SP", "5", "yes"),
    ("Responsible Supplier on the hub", "7", "yes"),
    ("SECMP0107 at the DSP in the end", "3", "in force"),
    ("6.2(d), to the DSP", "2", "yes"),
    ("6.2(d), to the DSP", "4", "no"),
    ("6.2(d), to the DSP", "6", "yes"),
    ("6.2(d), to the S1SP", "3", "yes"),
    ("6.2(d), to the S1SP", "9", "yes"),
    ("circumstance, to the DSP", "1", "none"),
    ("circumstance, to the DSP", "5", "6.2(a)"),
    ("circumstance, to the S1SP", "8", "none"),
    ("registration step, to the DSP", "7", "fails"),
    ("registration step, to the S1SP", "11", "is passed"),
    ("device status admits", "1", "no"),
    ("answer of the DSP", "9", "passes"),
    ("registration check of the S1SP", "3", "passes"),
    ("slots read", "1", "Supplier"),
    ("critical certificate", "4", "the sender's"),
    ("critical certificate", "5", "the sender's"),
    ("ownership check is made", "1", "no"),
    ("counter is spent", "1", "no"),
    ("answer of the S1SP", "2", "refused / S1SP / certificate ownership / S1VE4"),
    ("answer of the Device", "1", "accepted"),
]


@pytest.mark.parametrize(("decision", "number", "result"), RESULTS)
def test_another_result_is_a_disagreement_that_names_row_and_clause(decision: str, number: str, result: str) -> None:
    (row,) = (row for row in TABLE.decisions[decision].rows if row.number == number)
    found, _ = found_in(with_row(decision, number, lambda row: replace(row, result=result)))
    named = f"row {number} of '{decision}' ({row.clause})"
    assert found
    assert all(named in one.by_the_table for one in found), found[0]


@pytest.mark.parametrize(
    ("decision", "number", "column"),
    [
        ("6.2(d), to the DSP", "4", "variant"),
        ("6.2(d), to the S1SP", "6", "acting as"),
        ("circumstance, to the DSP", "1", "device to join"),
        ("registered, to the DSP", "3", "meter point is the device's"),
        ("critical certificate", "1", "critical Network Operator slot"),
    ],
)
def test_a_condition_turned_round_leaves_a_gap_and_makes_an_overlap(decision: str, number: str, column: str) -> None:
    def turned(row: Row) -> Row:
        cell = row.cells[column]
        return replace(row, cells={**row.cells, column: Cell(cell.values, negated=not cell.negated)})

    _, misfits = found_in(with_row(decision, number, turned))
    assert any(str(one) == f"'{decision}': no row fit where one should" for one in misfits)
    assert any(f"row {number} (" in str(one) and f"'{decision}'" in str(one) for one in misfits)


WRONG: list[tuple[Build, str]] = [
    (find_fault("join-exemption-lost").build, "srpd-6.2.a"),
    (find_fault("restore-exemption-lost").build, "srpd-6.2.b"),
    (find_fault("other-user-exemption-lost").build, "srpd-6.2.c"),
    (find_fault("join-by-any-import-supplier").build, "srpd-6.2.a"),
    (find_fault("exemption-for-every-request").build, "srpd-6.2.d"),
    (replace(RIGHT, clause_6_2_as_modified=RIGHT.clause_6_2), "srpd-6.2.d"),
    (replace(RIGHT, clause_6_2=RIGHT.clause_6_2_as_modified), "srpd-6.2.d"),
    (replace(RIGHT, registered=lambda _case: True), "srpd-6.1.f"),
    (replace(RIGHT, owns=lambda _case: True), "s1sr-4.2"),
    (replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, user_role, left_out)), "duis-e2"),
    (replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, device_status, left_out)), "duis-e5"),
    (replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, command_variant, left_out)), "duis-e12"),
    (replace(RIGHT, dsp_order=instead(RIGHT.dsp_order, registration_check, left_out)), "srpd-6.1.f"),
    (replace(RIGHT, s1sp_order=instead(RIGHT.s1sp_order, registration_check, left_out)), "srpd-16.1.s1sp"),
    (replace(RIGHT, s1sp_order=instead(RIGHT.s1sp_order, certificate_ownership, left_out)), "s1sr-4.2"),
    (replace(RIGHT, s1sp_order=instead(RIGHT.s1sp_order, originator_counter, left_out)), "O12"),
    (replace(RIGHT, device_order=()), "fia-3.1.smets2"),
]


@pytest.mark.parametrize(("build", "clause"), WRONG)
def test_a_wrong_build_is_a_disagreement_that_names_the_clause(build: Build, clause: str) -> None:
    said = [text for one in found_by(build) for text in (*one.by_the_table, *one.in_the_case, *one.by_the_rulebook)]
    assert any(clause in text for text in said), said[:5]


def test_a_wrong_code_is_a_disagreement() -> None:
    build = replace(RIGHT, refusal=lambda by, check: replace(RIGHT.refusal(by, check), code="E64"))
    assert {one.rulebook for one in found_by(build)} >= {"refused / DSP / registration / E64"}
