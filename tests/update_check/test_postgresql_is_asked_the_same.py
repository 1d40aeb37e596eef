"""The reference update on PostgreSQL, among Users, and with a database for each S1SP."""

import pytest

from data_update.faulty import find_fault
from proof.update_trials import called
from rulebook.vocabulary import S1SPS, Component
from tests.simulator.stores import Postgres
from tests.update_check.conftest import Opened, Played


@pytest.mark.parametrize(
    "words",
    [
        "when-all-three-have-been-carried-out",
        "users-who-replace-certificates-while-the-update-of-s1sp-runs-get-their-answers-and-keep-their-certificates::s1sp1",
        "what-users-have-placed-since-at-s1sp-survives-the-way-back::s1sp2",
        "killed-at-many-points-and-started-again-each-time-corrects-exactly-the-wrong-slots::s1sp3",
        "the-update-of-s1sp-leaves-those-slots::s1sp1",
        "keeps-what-users-place-before-it-is-started-again::s1sp2",
        "leaves-what-is-right-before-it-is-started-again::s1sp3",
    ],
)
def test_a_scenario_passes(words: str, opened: Opened, play: Played, postgresql: Postgres) -> None:
    urls = postgresql.urls()
    system = opened(database=urls[Component.DSP], claims=("tier2",))
    assert set(play(system, words).values()) == {"PASS"}


def test_an_update_that_goes_by_the_registration_of_its_plan_fails(
    opened: Opened, play: Played, postgresql: Postgres
) -> None:
    update = called(find_fault("registration-not-rechecked"))
    system = opened(update, database=postgresql.urls()[Component.DSP], claims=("tier2",))
    (verdict,) = play(system, "leaves-what-is-right-before-it-is-started-again::s1sp1").values()
    assert verdict.startswith("FAIL: expected changed: none")


def test_each_s1sp_may_have_a_database_of_its_own(opened: Opened, play: Played, postgresql: Postgres) -> None:
    urls = postgresql.urls()
    system = opened(database=None, databases={s1sp.value: urls[s1sp] for s1sp in S1SPS})
    assert set(play(system, "each-s1sps-script-is-about").values()) == {"PASS"}
