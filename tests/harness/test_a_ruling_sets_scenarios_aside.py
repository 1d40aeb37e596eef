"""A reading that was ruled sets aside what contradicts it, and a reading that is merely possible sets nothing aside."""

import pytest

from harness import set_aside
from harness.set_aside import set_aside_by
from rulebook.law import Point, Reading
from rulebook.vocabulary import Rulings
from tests.harness.scenario_texts import text

AGAINST = {
    "harmless": (),
    "against-a-statement": ("srpd-6.2",),
    "against-a-limb": ("srpd-6.2.d.role",),
    "against-a-family": ("fia-4.1",),
}


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = tuple(Reading(name, "", "", against) for name, against in AGAINST.items())
    monkeypatch.setattr(set_aside, "points", lambda: {"O9": Point("O9", "O9", "?", readings, "scenarios", "open")})


CHAPEAU = text("chapeau", clause="srpd-6.2")
EXEMPTION = text("exemption", "misses-srpd-6.2.d.role", clause="srpd-6.2.d")
OTHER_USERS = text("other users", clause="fia-4.1.other-users")


@pytest.mark.parametrize(
    ("reading", "titles"),
    [
        ("harmless", []),
        ("against-a-statement", ["chapeau"]),
        ("against-a-limb", ["exemption"]),
        ("against-a-family", ["other users"]),
    ],
)
def test_it_reaches_a_statement_a_limb_or_a_family_of_statements(reading: str, titles: list[str]) -> None:
    rulings = Rulings({"O9": reading})
    aside = [one.title for one in (CHAPEAU, EXEMPTION, OTHER_USERS) if set_aside_by(one, rulings)]
    assert aside == titles


def test_it_says_which_ruling_did_it() -> None:
    rulings = Rulings({"O9": "against-a-statement"})
    assert set_aside_by(CHAPEAU, rulings) == "set aside by the ruling O9=against-a-statement"


def test_an_open_point_sets_nothing_aside() -> None:
    assert set_aside_by(CHAPEAU, Rulings({}, {"O9": "against-a-statement"})) == ""
