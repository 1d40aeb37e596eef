"""Each entry of `legal/` comes out as it stands there, with its defaults, and is ruled as it says."""

from pathlib import Path

import pytest

from rulebook import law
from rulebook.law import Closure, Eligibility, LawError, Limb, Point, Question, Reading, Statement
from rulebook.vocabulary import Rulings, UserRole
from tests.rulebook.small_law import CLOSURE, HEAD, LIMB, QUESTION, READ_ONCE, STATEMENT, WITHOUT_LIMBS

YES = Reading("yes", "This one.", "A 1", (), "")
NO = Reading("no", "That one.", "A 2", ("a-1",), "It was that one.")
MAYBE = Reading("maybe", "Neither.", "A 3", (), "")
ONE = Point("O1.one", "O1", "This one?", (YES, NO), "scenarios", "no")
TWO = Point("O1.two", "O1", "That one?", (MAYBE,), "nothing", "open")


def test_nothing_is_read_where_nothing_stands(legal: Path) -> None:
    assert [function() for function in READ_ONCE] == [{}, {}, {}, {}, (), {}]
    assert law.rulings() == Rulings({}, {})


def test_a_statement_is_what_stands_there_with_its_limbs(legal: Path) -> None:
    (legal / "srpd.toml").write_text(STATEMENT + LIMB)
    (legal / "fia.toml").write_text(WITHOUT_LIMBS)
    so, text, components = Limb("a-1.so", "so as"), "It is so as it is.", ("DSP", "S1SP")
    tested = Statement("a-1", "A 1", "A, section 1", text, True, components, (so,), "", "")
    untested = Statement("a-2", "A 1", "A, section 1", text, True, components, (), "Nobody can ask.", "a change")
    assert law.statements() == {"a-1": tested, "a-2": untested}
    assert [one.tested for one in law.statements().values()] == [True, False]
    assert law.limbs() == {"a-1.so": so}


def test_a_question_is_what_stands_there_with_its_points(legal: Path) -> None:
    (legal / "interpretations.toml").write_text(QUESTION)
    assert law.questions() == {"O1": Question("O1", "Which?", "Somebody", (ONE, TWO))}
    assert law.points() == {"O1.one": ONE, "O1.two": TWO}
    assert [ONE.reading("no"), ONE.reading("maybe")] == [NO, None]


def test_a_point_that_is_ruled_is_ruled_for_good_unless_a_run_says_otherwise(legal: Path) -> None:
    (legal / "interpretations.toml").write_text(QUESTION)
    defaults = {"O1.one": "yes", "O1.two": "maybe"}
    assert law.rulings() == Rulings({"O1.one": "no"}, defaults)
    assert law.rulings({"O1.one": "yes"}) == Rulings({"O1.one": "yes"}, defaults)
    assert law.rulings({"O1": "maybe"}) == Rulings({"O1.one": "no", "O1.two": "maybe"}, defaults)


def test_a_point_that_is_ruled_by_itself_is_so_whatever_it_is_called(legal: Path) -> None:
    (legal / "interpretations.toml").write_text(QUESTION.replace("O1.one", "A.one"))
    assert law.rulings({"A.one": "yes", "O1": "no"}).ruled == {"A.one": "yes"}


def test_what_is_ruled_and_what_is_open_are_told_apart(legal: Path) -> None:
    (legal / "interpretations.toml").write_text(QUESTION)
    assert [law.rulings().reading(key) for key in ("O1.one", "O1.two")] == ["no", "maybe"]
    assert [law.rulings().is_open(key) for key in ("O1.one", "O1.two")] == [False, True]


@pytest.mark.parametrize(
    ("ruled", "complaint"),
    [
        ({"O2": "yes"}, "no open question is called 'O2'; known: O1.one, O1.two"),
        ({"O1": "perhaps"}, "O1 has no reading 'perhaps'; known: yes, no, maybe"),
        ({"O1.two": "yes"}, "O1.two has no reading 'yes'; known: maybe"),
    ],
)
def test_what_cannot_be_ruled_is_named_with_what_can(legal: Path, ruled: dict[str, str], complaint: str) -> None:
    (legal / "interpretations.toml").write_text(QUESTION)
    with pytest.raises(LawError) as raised:
        law.rulings(ruled)
    assert str(raised.value) == complaint


def test_what_can_no_longer_be_played_is_said_with_the_reason(legal: Path) -> None:
    (legal / "srpd.toml").write_text(STATEMENT + LIMB)
    (legal / "stages.toml").write_text(CLOSURE)
    assert law.closures() == (Closure(("a-1",), ("sit",), "It is over."),)


def test_the_matrix_says_who_may_send_what(legal: Path) -> None:
    text = HEAD + "1.1,Read,Yes,No,ED GT,unknown\n1.2,Write,No,Yes,,no\n2,Réad,No,No,IS,yes\n"
    (legal / "srv_eligibility.csv").write_bytes(text.encode())
    operators = frozenset({UserRole.ELECTRICITY_DISTRIBUTOR, UserRole.GAS_TRANSPORTER})
    assert law.eligibility() == {
        "1.1": Eligibility("1.1", "Read", True, False, operators, "unknown"),
        "1.2": Eligibility("1.2", "Write", False, True, None, "no"),
        "2": Eligibility("2", "Réad", False, False, frozenset({UserRole.IMPORT_SUPPLIER}), "yes"),
    }


def test_the_words_of_a_paraphrase_need_not_stand_in_it(legal: Path) -> None:
    paraphrase = STATEMENT.replace("verbatim = true", "verbatim = false")
    (legal / "srpd.toml").write_text(paraphrase + LIMB.replace("so as", "as so"))
    assert law.limbs()["a-1.so"].words == "as so"
