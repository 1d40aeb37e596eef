"""What an update said and what a count came to stand in the record of the scenario, with the query."""

import pytest

from harness.recording import Tape
from harness.update_ports import Noted
from rulebook.vocabulary import Component
from sut_adapters.update_terms import Disturbance, UpdateReport, WrongCount

ESME = ("IOC", "ESME")


class Update:
    """Says and counts what it was made with."""

    def __init__(self, given: object) -> None:
        self.given = given

    def apply(self, s1sp: Component) -> object:
        return self.given

    def apply_among_users(self, s1sp: Component, *, killed: bool) -> object:
        return self.given

    def count_wrong(self, s1sp: Component) -> object:
        return self.given

    def mark(self) -> object:
        return self.given


@pytest.mark.parametrize(
    ("given", "noted"),
    [
        (UpdateReport(0, "done", {"found": 3}), 'exit 0: {"found": 3}'),
        (UpdateReport(1, "no such table"), "exit 1: no such table"),
        (UpdateReport(1), "exit 1"),
    ],
)
def test_an_update_is_noted_with_what_it_said(given: UpdateReport, noted: str) -> None:
    tape = Tape(step=2)
    assert Noted(Update(given), tape).apply(Component.S1SP1) is given
    (deed,) = tape.everything
    assert (deed.step, deed.words) == (2, ("S1SP1: the one-off update", noted))
    assert tape.exchanges == ()


@pytest.mark.parametrize(("killed", "said"), [(False, ""), (True, ", killed before it wrote a slot")])
def test_a_killed_update_is_noted_as_one(killed: bool, said: str) -> None:
    tape = Tape()
    Noted(Update(Disturbance(UpdateReport(0))), tape).apply_among_users(Component.S1SP2, killed=killed)
    noted = "exit 0; 0 requests and 0 registrations beside it"
    assert [deed.words for deed in tape.everything] == [(f"S1SP2: the one-off update, among Users{said}", noted)]


@pytest.mark.parametrize(("number", "noted"), [(2, "IOC ESME: 2; 3 slots"), (0, "none: not required (MP107-03)")])
def test_a_count_is_noted_with_the_query_that_says_so(number: int, noted: str) -> None:
    tape = Tape()
    count = WrongCount({ESME: number}, {ESME: 3 if number else 0}, "SELECT 1\n  FROM devices")
    Noted(Update(count), tape).count_wrong(Component.S1SP3)
    asked = "S1SP3: devices with a wrong certificate, by SELECT 1 FROM devices"
    assert [deed.words for deed in tape.everything] == [(asked, noted)]


def test_what_only_looks_is_not_noted() -> None:
    tape = Tape()
    Noted(Update(7), tape).mark()
    assert tape.everything == []
