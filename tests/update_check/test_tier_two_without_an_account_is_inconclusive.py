"""An update that claims tier 2 and prints no account: what asks for one is INCONCLUSIVE, and the rest is judged."""

from dataclasses import dataclass

import pytest

from proof.update_trials import Called, called
from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.command import Mode, report_of
from sut_adapters.update_terms import UpdateReport
from tests.update_check.conftest import Opened, Played

NO_ACCOUNT = "INCONCLUSIVE: understand: the update prints no account, or something else than one JSON object"


@dataclass(frozen=True, slots=True)
class Silent(Called):
    """Does what the reference update does, and prints nothing."""

    def run(self, url: str, s1sp: Component, mode: Mode) -> UpdateReport:
        return report_of(Called.run(self, url, s1sp, mode).exit_code, "", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the-dry-run-at-s1sp-leaves-every-row-as-it-is::s1sp1", "PASS"),
        ("the-dry-run-at-s1sp-counts-the-wrong-devices-of-each-cohort-and-type-and-their-slots::s1sp1", NO_ACCOUNT),
        ("rolled-back-at-s1sp-every-slot-holds-again-what-it-held-before::s1sp1", NO_ACCOUNT),
        ("rolled-back-at-s1sp-the-update-leaves-a-record-of-each-slot-that-it-gave-back::s1sp1", "PASS"),
        ("accounts-for-the-slots-that-it-corrected-and-for-those-that-it-left::s1sp1", NO_ACCOUNT),
        ("names-the-moment-of-each-of-its-inputs::s1sp1", NO_ACCOUNT),
    ],
)
def test_what_asks_for_the_account_is_inconclusive(words: str, said: str, opened: Opened, play: Played) -> None:
    right = called(None)
    system = opened(Silent(right.words, right.limit_s, right.folder), claims=("tier2",))
    assert set(play(system, words).values()) == {said}
