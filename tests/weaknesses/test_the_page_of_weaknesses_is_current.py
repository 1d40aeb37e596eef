"""docs/where-this-suite-is-weak.md says what the law, the features and the mutants say today."""

import json
from pathlib import Path

import pytest

from proof import weaknesses
from proof.kill_matrix import LAW
from proof.survivors import reasons
from proof.update_trials import UPDATES
from proof.weaknesses import PAGE, forced_in, forced_on, main, page
from rulebook import law

FORCED = {"id": "a", "citation": "SRPD 1", "strength": "forced", "caught_by": {"x": 2}}
MATRIX = {
    "title": "Requirement 2",
    "partial": False,
    "clauses": [
        FORCED,
        {"id": "b", "citation": "SRPD 2", "strength": "weakly forced", "caught_by": {"x": 2, "y": 1}},
        {"id": "c", "citation": "SRPD 3", "strength": "unforced", "caught_by": {}},
    ],
}


def test_the_committed_page_is_what_the_data_say() -> None:
    committed = PAGE.read_text(encoding="utf-8")
    assert page(forced_on(committed)) == committed, "write it anew: python -m proof.weaknesses"


def test_every_statement_that_is_not_tested_stands_there_with_its_reason() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## Statements that are not tested")[2].partition("\n## ")[0]
    for statement in law.statements().values():
        why = " ".join(statement.not_tested_because.split())
        assert (f"(`{statement.id}`) | {why} |" in section) is not statement.tested, statement.id


def test_the_clauses_that_it_calls_weak_are_clauses_of_the_law() -> None:
    on_page = forced_on(PAGE.read_text(encoding="utf-8"))
    named = [line.split("`")[1] for lines in on_page.values() for line in lines if "forced |" in line]
    assert named
    assert set(named) <= set(law.statements())


def test_every_survivor_has_a_reason() -> None:
    assert all(len(reason.split()) > 3 for reason in reasons().values())


def test_a_kill_matrix_is_read_for_what_is_weak() -> None:
    assert list(forced_in(MATRIX))[-2:] == [
        "| SRPD 2 (`b`) | weakly forced | `y`: caught by one scenario |",
        "| SRPD 3 (`c`) | unforced | no build breaks it |",
    ]


def test_a_matrix_without_a_weak_clause_leaves_no_empty_table() -> None:
    said = list(forced_in({**MATRIX, "clauses": [FORCED]}))
    assert said[0].startswith("All 1 clauses")
    assert not any("|" in line for line in said)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (json.dumps({**MATRIX, "partial": True}), "the kill matrix is of some builds only"),
        ("{", "Expecting property name"),
        ("[]", "list indices must be integers"),
    ],
)
def test_a_matrix_that_is_none_leaves_the_page_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: str,
    complaint: str,
) -> None:
    monkeypatch.setattr(weaknesses, "PAGE", tmp_path / "page.md")
    (tmp_path / "kill-matrix.json").write_text(content)
    assert main([str(tmp_path / "kill-matrix.json")]) == 12
    assert complaint in capsys.readouterr().err
    assert not (tmp_path / "page.md").exists()


def test_a_matrix_of_one_requirement_leaves_the_others_section_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weaknesses, "PAGE", tmp_path / "page.md")
    before = forced_on(PAGE.read_text(encoding="utf-8"))
    weaknesses.PAGE.write_text(page(before))
    (tmp_path / "update-kill-matrix.json").write_text(json.dumps(MATRIX))
    assert main([str(tmp_path / "update-kill-matrix.json")]) == 0
    assert forced_on(weaknesses.PAGE.read_text()) == {**before, "Requirement 2": list(forced_in(MATRIX))}


def test_each_section_goes_by_the_title_of_a_matrix() -> None:
    assert set(weaknesses.FORCED) == {LAW.title, UPDATES.title}
