"""What does not hold together in `legal/` is named, with its file and its entry."""

from pathlib import Path

import pytest

from rulebook import law
from rulebook.law import LawError
from tests.rulebook.small_law import CLOSURE, HEAD, LIMB, QUESTION, READ_ONCE, STATEMENT


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("srpd.toml", STATEMENT + LIMB + STATEMENT + LIMB, "legal/srpd.toml: a-1 is defined twice"),
        ("duis.toml", '[[statement]]\nid = "a-1"\n', "legal/duis.toml: a-1 has no 'text'"),
        ("s1sr.toml", '[[statement]]\ntext = "a"\n', "legal/s1sr.toml: an entry has no 'id'"),
        (
            "fia.toml",
            STATEMENT + LIMB.replace("a-1", "a-10"),
            "legal/fia.toml: limb a-10.so does not belong to a-1",
        ),
        (
            "update.toml",
            STATEMENT + LIMB.replace("so as", "as so"),
            "legal/update.toml: limb a-1.so quotes words that a-1 does not hold",
        ),
        ("messages.toml", STATEMENT, "legal/messages.toml: a-1 is tested and has no limb"),
    ],
)
def test_a_statement_that_does_not_hold_together_is_named(legal: Path, file: str, text: str, complaint: str) -> None:
    (legal / file).write_text(text)
    with pytest.raises(LawError) as raised:
        law.statements()
    assert str(raised.value) == complaint


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[question]]\nid = "O1"\n', "legal/interpretations.toml: O1 has no 'point'"),
        ("[[question]]\npoint = []\n", "legal/interpretations.toml: an entry has no 'id'"),
        (QUESTION.replace('supported_by = "A 3"', ""), "legal/interpretations.toml: O1 has no 'supported_by'"),
    ],
)
def test_a_question_that_does_not_hold_together_is_named(legal: Path, text: str, complaint: str) -> None:
    (legal / "interpretations.toml").write_text(text)
    with pytest.raises(LawError) as raised:
        law.questions()
    assert str(raised.value) == complaint


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[closure]]\nstages = ["sit"]\n', "legal/stages.toml: an entry has no 'statements'"),
        (CLOSURE.replace("a-1", "a-3"), "legal/stages.toml: there is no statement a-3"),
    ],
)
def test_a_closure_that_does_not_hold_together_is_named(legal: Path, text: str, complaint: str) -> None:
    (legal / "stages.toml").write_text(text)
    with pytest.raises(LawError) as raised:
        law.closures()
    assert str(raised.value) == complaint


def test_what_the_matrix_does_not_know_of_smets1_is_named(legal: Path) -> None:
    (legal / "srv_eligibility.csv").write_text(HEAD + "1.1,Read,Yes,No,ED,perhaps\n")
    with pytest.raises(LawError) as raised:
        law.eligibility()
    assert str(raised.value) == "legal/srv_eligibility.csv: 1.1 has smets1 'perhaps'"


@pytest.mark.parametrize("file", ["srpd.toml", "interpretations.toml", "stages.toml", "srv_eligibility.csv"])
@pytest.mark.parametrize("spoilt", ["missing", "no text", "no TOML"])
def test_a_file_that_cannot_be_read_is_named(legal: Path, file: str, spoilt: str) -> None:
    if spoilt == "missing":
        (legal / file).unlink()
    else:
        (legal / file).write_bytes({"no text": b"\xff", "no TOML": b"="}[spoilt])
    if (file, spoilt) != ("srv_eligibility.csv", "no TOML"):
        with pytest.raises(LawError, match=rf"^legal/{file}: \S"):
            [function() for function in READ_ONCE]
