"""`mp107 prove` shows what it claims: the rows, the pairs, the change, and nothing that it has not looked at."""

import json
from dataclasses import replace
from functools import cache
from math import prod
from pathlib import Path

import pytest
from typer.testing import CliRunner

import commands.prove
from commands.__main__ import app
from proof.prove.axes import axes
from proof.prove.conditions import conditions
from proof.prove.record import ProofRecord, as_json
from proof.prove.run import prove, the_table
from proof.table.decisions import Table
from rulebook.law import LEGAL, eligibility, points, statements
from rulebook.model import RIGHT, Build
from tests.proof.small_product import SMALL

terminal = CliRunner()
TABLE = the_table()
CLAUSES = ("srpd-6.1.f", "srpd-6.2.a", "srpd-6.2.b", "srpd-6.2.c", "srpd-6.2.d", "s1sr-4.2")


@cache
def proof() -> ProofRecord:
    """Of the small product."""
    return prove(TABLE, axes=SMALL)


def with_result(decision: str, number: str, result: str) -> Table:
    """The table with another result in one row."""
    old = TABLE.decisions[decision]
    rows = tuple(replace(row, result=result) if row.number == number else row for row in old.rows)
    return replace(TABLE, decisions={**TABLE.decisions, decision: replace(old, rows=rows)})


def proved(
    monkeypatch: pytest.MonkeyPatch, out: Path, *options: str, table: Table = TABLE, build: Build = RIGHT
) -> str:
    """What the command prints of the small product, and its exit code on the last line."""
    monkeypatch.setattr(commands.prove, "the_table", lambda: table)
    monkeypatch.setattr(commands.prove, "proof_of", lambda table, progress: prove(table, build, SMALL, progress))
    ended = terminal.invoke(app, ["prove", "--out", str(out), *options])
    return f"{ended.output}{ended.exit_code}"


def test_the_product_has_every_variant_and_every_reading() -> None:
    assert set(axes()["variant"]) == set(eligibility())
    assert len(axes()["variant"]) == 129
    others = {f"{point.key}={reading.id}" for point in points().values() for reading in point.readings[1:]}
    assert others < set(axes()["ruling"])
    assert {reading for ruling in set(axes()["ruling"]) - {"default"} for reading in ruling.split(", ")} == others


def test_table_and_rulebook_agree_and_every_row_is_walked() -> None:
    assert proof().exit_code == 0
    assert proof().rows == prod(map(len, SMALL.values()))
    assert (proof().disagreements, proof().gaps, proof().overlaps, proof().problems) == ((), (), (), ())
    assert proof().unread == ("SECMP0107 at another S1SP", "floor", "served by")


def test_every_limb_of_every_clause_has_a_pair_that_the_rulebook_decides_by_that_clause() -> None:
    limbs = {limb.id for clause in CLAUSES for limb in statements()[clause].limbs}
    assert limbs == {condition.clause for condition in conditions()} - {"srpd-6.2.d"}
    assert proof().unpaired == ()
    assert {pair.clause for pair in proof().pairs} == {*limbs, "srpd-6.2.d"}
    for pair in proof().pairs:
        assert pair.answer == "accepted"
        assert pair.answer_without.startswith("refused") is (pair.clause != "srpd-6.2.d.generation")
        assert not pair.by or pair.clause.startswith(pair.by)
        assert pair.by_without in ("srpd-6.1.f", "s1sr-4.2", "fia-3.1.smets2")


def test_the_change_is_what_it_names_and_nothing_else() -> None:
    assert [(change.beyond, change.short) for change in proof().changes] == [(0, 0)] * 3
    in_force, *_ = proof().changes
    moved = sum(transition.rows for transition in in_force.changed)
    assert moved + sum(in_force.unchanged.values()) == in_force.named
    assert {transition.before for transition in in_force.changed} == {
        "refused / DSP / registration / E4",
        "refused / S1SP / registration / S1VE4",
    }


def test_an_exemption_that_reaches_further_than_its_words_is_counted() -> None:
    further = prove(with_result("registration step, to the DSP", "8", "fails"), axes=SMALL)
    assert further.exit_code == 13
    lagging = prove(with_result("circumstance, to the DSP", "9", "none"), axes=SMALL)
    assert lagging.changes[0].short > 0


def test_rows_put_to_a_side_by_itself_betray_a_proof_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proof.prove.way.PASSES", "passed on")
    monkeypatch.setattr("proof.prove.way.HANDED_OVER", "what the DSP acknowledges")
    assert any("of a row by itself" in problem for problem in prove(TABLE, axes=SMALL).problems)


def test_axes_that_the_table_does_not_list_are_a_problem() -> None:
    inputs = {**TABLE.inputs, "floor": ("none",)}
    (problem,) = prove(replace(TABLE, inputs=inputs), axes=SMALL).problems
    assert problem.startswith("legal/decision_table.md, Inputs: floor has ['none']")


def test_the_command_writes_what_it_prints_and_leaves_the_rest_of_the_evidence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "verdict.json").write_text("{}", encoding="utf-8")
    said = proved(monkeypatch, tmp_path)
    assert "disagreements 0, gaps 0, overlaps 0, pairs 43, " in said
    assert "table and rulebook agree in every row\n" in said
    assert said.endswith("proof.json\n0")
    written = json.loads((tmp_path / "proof.json").read_text(encoding="utf-8"))
    assert (written["exit_code"], written["rows"], len(written["pairs"])) == (0, proof().rows, 43)
    assert {path.name for path in tmp_path.iterdir()} == {"verdict.json", "proof.json"}


def test_the_command_gives_a_machine_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = proved(monkeypatch, tmp_path, "--json")
    assert json.loads(said.removesuffix("0")) == json.loads((tmp_path / "proof.json").read_text(encoding="utf-8"))
    assert as_json(proof()).endswith(b"}\n")


def test_the_command_says_which_row_and_clause_disagree(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = proved(monkeypatch, tmp_path, table=with_result("6.2(d), to the DSP", "4", "no"))
    assert "row 4 of '6.2(d), to the DSP' (srpd-6.2.d)" in said
    assert "the rulebook says: accepted, by " in said
    assert "DSP: registration holds (srpd-6.2.d)" in said
    assert said.endswith("13")


def test_the_command_says_which_clause_a_wrong_build_breaks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = proved(monkeypatch, tmp_path, build=replace(RIGHT, owns=lambda _case: True))
    assert "row 4 of 'critical certificate' (s1sr-4.2.business-originator)" in said
    assert said.endswith("13")


def test_a_table_that_means_nothing_costs_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (LEGAL / "decision_table.md").read_text(encoding="utf-8").replace("| SMETS2     | -", "| SMETS3     | -")
    spoilt = tmp_path / "decision_table.md"
    spoilt.write_text(text, encoding="utf-8")
    monkeypatch.setattr(commands.prove, "the_table", lambda: the_table(spoilt))
    ended = terminal.invoke(app, ["prove", "--out", str(tmp_path / "out")])
    assert ended.exit_code == 13
    assert ended.output == "mp107 prove: row 2 of '6.2(d), to the DSP': generation is never SMETS3\n"


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").touch()
    ended = terminal.invoke(app, ["prove", "--out", str(tmp_path)])
    assert ended.exit_code == 12
    assert "thesis.odt" in ended.output
