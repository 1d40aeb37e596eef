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


@pytest.mark.parametrize(
    ("name", "words", "observed"),
    [
        ("registration-not-rechecked", "leaves-what-is-right-before-it-is-started-again::s1sp1", "changed: none"),
        ("loses-concurrent-writes", "keeps-what-users-place-before-it-is-started-again::s1sp1", "lost: none"),
        ("loses-concurrent-writes", "users-who-replace-certificates-while-the-update-of-s1sp-runs", "lost: none"),
        ("octets-later", "killed-when-it-has-written-a-slot-and-not-started-again", "changed and not right: none"),
    ],
)
def test_an_update_that_does_not_expect_others_or_its_own_end_fails(
    name: str, words: str, observed: str, opened: Opened, play: Played, postgresql: Postgres
) -> None:
    update = called(find_fault(name))
    system = opened(update, database=postgresql.urls()[Component.DSP], claims=("tier2",))
    verdicts = play(system, words).values()
    assert all(verdict.startswith(f"FAIL: expected {observed}") for verdict in verdicts), verdicts


def test_each_s1sp_may_have_a_database_of_its_own(opened: Opened, play: Played, postgresql: Postgres) -> None:
    urls = postgresql.urls()
    system = opened(database=None, databases={s1sp.value: urls[s1sp] for s1sp in S1SPS})
    assert set(play(system, "each-s1sps-script-is-about").values()) == {"PASS"}
