"""A disturbed update that fails is told with its own last line; what it may count of Users' slots is what there is."""

import pytest

from proof.update_trials import called
from rulebook.vocabulary import Slot
from steps.update_accounts import EVERYBODY, Account, due
from steps.update_notebook import UpdateNotebook
from steps.update_readings import Count
from sut_adapters.port import Disagreement
from sut_adapters.s1sp_database.command import Command
from sut_adapters.update_terms import PlantedSlot, UpdateReport
from tests.update_check.conftest import Opened, Played

BESIDE_USERS = (
    "users-who-replace-certificates-while-the-update-of-s1sp-runs-get-their-answers-and-keep-their-certificates::s1sp1"
)
BESIDE_REGISTRATIONS = "the-update-of-s1sp-leaves-those-slots::s1sp1"
BACK = "rolled-back-at-s1sp-every-slot-holds-again-what-it-held-before::s1sp1"
SLOTS = tuple(sorted(Slot))[::2]

CRASHES = """
import subprocess, sys
ended = subprocess.run([{words}, *sys.argv[1:]], cwd={folder!r}, stdout=subprocess.PIPE)
sys.stdout.buffer.write(ended.stdout)
if {mode!r} in sys.argv:
    sys.exit("it had all gone well, and then the disk was full")
"""


def crashing(mode: str) -> Command:
    """The reference update, which in this mode does its work and fails afterwards."""
    right = called(None)
    text = CRASHES.format(words=", ".join(map(repr, right.words)), folder=str(right.folder), mode=mode)
    return Command((right.words[0], "-c", text), right.limit_s, right.folder)


@pytest.mark.parametrize(
    ("mode", "scenario"), [("apply", BESIDE_USERS), ("apply", BESIDE_REGISTRATIONS), ("roll-back", BACK)]
)
def test_an_update_that_exits_with_a_failure_fails_with_its_last_line(
    mode: str, scenario: str, opened: Opened, play: Played
) -> None:
    said = play(opened(crashing(mode)), scenario)
    ended = "observed the update exits with 1: it had all gone well, and then the disk was full"
    assert all(one.startswith("FAIL: ") and ended in one for one in said.values()), said


def test_what_is_not_put_right_is_told_with_how_the_update_ended(opened: Opened, play: Played) -> None:
    right = called(None)
    silent = Command((right.words[0], "-c", "print('nothing to do today')"), right.limit_s, right.folder)
    said = play(opened(silent), BESIDE_USERS)
    assert all(one.endswith("(the update exits with 0: nothing to do today)") for one in said.values()), said


def planted(device: str, slot: Slot, *, corrigible: bool = True) -> PlantedSlot:
    reason = "" if corrigible else "expired"
    return PlantedSlot(
        (device, slot), frozenset(), "IOC", "ESME", corrigible, not corrigible, True, True, "Northmoor", reason
    )


ALL = [planted(device, slot) for device in ("one", "two", "three") for slot in SLOTS]
BY_USERS = frozenset(one.place for one in ALL if one.place[0] != "three")


@pytest.mark.parametrize(
    ("slots", "devices", "right"),
    [(0, 0, 0), (0, 1, 0), (1, 1, 1), (1, 2, 1), (2, 1, 1), (2, 2, 2), (2, 3, 2), (3, 1, 2), (4, 2, 2), (9, 9, 2)],
)
def test_of_what_users_placed_first_any_part_may_be_counted_and_no_more(slots: int, devices: int, right: int) -> None:
    changed = Count(slots, devices)
    heard = {EVERYBODY: Account(Count(slots + 2, devices + 1), changed=changed), "Northmoor": Account(changed=changed)}
    stated = due(ALL, BY_USERS, heard)
    found = min(slots, 4)
    assert stated[EVERYBODY] == Account(Count(found + 2, right + 1), Count(2, 1), {}, Count(found, right))
    assert stated["Northmoor"] == Account(Count(found + 2), Count(2), {}, Count(found))


def test_a_device_with_slots_of_either_kind_is_found_once() -> None:
    mixed = [planted("one", SLOTS[0]), planted("one", SLOTS[1], corrigible=False)]
    heard = {EVERYBODY: Account(Count(2, 2), Count(1, 1), {"expired": Count(1, 1)})}
    assert due(mixed, frozenset(), heard)[EVERYBODY].found == Count(2, 1)


def test_an_update_that_says_nothing_is_told_by_its_exit_code() -> None:
    assert [str(UpdateReport(code, said)) for code, said in ((3, ""), (0, "}"), (1, "no space"))] == [
        "the update exits with 3",
        "the update exits with 0",
        "the update exits with 1: no space",
    ]


def test_where_no_update_has_come_to_an_end_nothing_is_said_of_one() -> None:
    notebook = UpdateNotebook(None, None)  # type: ignore[arg-type]
    with pytest.raises(Disagreement, match=r"^expected lost: none, observed lost: one$"):
        notebook.expect("lost: none", "lost: one")
