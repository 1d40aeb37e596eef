"""Whatever goes on beside a roll-back or ends it, no slot of the run is left written, and none is refused wrongly."""

import os
import signal
from collections.abc import Sequence

import pytest
from sqlalchemy import Engine, Update, event, update

from sut_adapters.s1sp_database.population_operators import CORRECTABLE
from sut_adapters.s1sp_database.schema_inputs import registrations
from tests.data_update.trying import EXPECTED, TO_CORRECT, Trial

FIRST, SECOND, THIRD = "c", "b", "a"
LICENCES = {licence.eui: licence for licence in CORRECTABLE}


class Stopped:
    """An update in a process of its own, which stands still between two transactions, after so many that wrote so."""

    def __init__(self, trial: Trial, mode: str, marks: int, mark: str, *words: str) -> None:
        self._child = os.fork()
        if self._child == 0:
            _stand_still_between(marks, mark)
            answer = trial.ask(mode, "--batch", "1", *words)
            os._exit(answer.code if answer.complaint.count("\n") == (answer.code == 12) else 1)
        _, status = os.waitpid(self._child, os.WUNTRACED)
        assert os.WIFSTOPPED(status), f"it ended before: {status}"

    def ended(self) -> int:
        """Let it go on; its exit code, if it wrote no more than one line with that."""
        os.kill(self._child, signal.SIGCONT)
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])

    def killed(self) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)


def _stand_still_between(left: int, mark: str) -> None:
    stood = False

    @event.listens_for(Engine, "before_cursor_execute")
    def one_less(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        nonlocal left
        left -= statement.startswith(mark)

    @event.listens_for(Engine, "begin")
    def stand(_connection: object) -> None:
        nonlocal stood
        if left <= 0 and not stood:
            stood = True
            os.kill(os.getpid(), signal.SIGSTOP)


def everything_is_back(trial: Trial) -> bool:
    """In every slot what it held, and no run that stands."""
    held = {key: slot[:5] for key, slot in trial.slots().items()}
    states = trial.rows("SELECT DISTINCT state FROM update_runs")
    open_ = trial.rows("SELECT count(*) FROM update_journal WHERE restored_at IS NULL")
    return (held, states, open_) == ({key: slot[:5] for key, slot in trial.before.items()}, [("rolled back",)], [(0,)])


@pytest.mark.parametrize(
    ("mark", "marks"),
    [
        ("INSERT INTO update_plan", 1),
        ("INSERT INTO update_journal", 1),
        ("INSERT INTO update_journal", 7),
        ("INSERT INTO update_scratch_plan", 1),
    ],
)
def test_an_apply_that_is_under_way_writes_nothing_more_and_says_so(either: Trial, mark: str, marks: int) -> None:
    applying = Stopped(either, "apply", marks, mark)
    answer = either.ask("roll-back")
    assert (answer.code, answer.counts["refused"]["slots"]) == (0, 0)
    assert applying.ended() == 12
    assert everything_is_back(either)
    assert answer.counts["restored"]["slots"] == either.number_in("update_journal")


def test_an_apply_that_goes_on_in_the_middle_of_a_roll_back_writes_nothing_more(either: Trial) -> None:
    applying = Stopped(either, "apply", 9, "INSERT INTO update_journal")
    back = Stopped(either, "roll-back", 4, "INSERT INTO update_audit")
    assert applying.ended() == 12
    assert either.ask("apply").code == 12
    assert back.ended() == 0
    assert everything_is_back(either)


def test_an_apply_that_writes_all_the_while_is_taken_back_in_full(either: Trial) -> None:
    child = os.fork()
    if child == 0:
        os._exit(either.ask("apply", "--batch", "1").code)
    while "update_journal" not in either.everything() or either.number_in("update_journal") < 5:
        pass
    answer = either.ask("roll-back")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) in (0, 12)
    assert (answer.code, answer.complaint, answer.counts["refused"]["slots"]) == (0, "", 0)
    assert everything_is_back(either)


def test_two_roll_backs_at_once_give_back_each_slot_once(either: Trial) -> None:
    either.ask("apply")
    other = Stopped(either, "roll-back", 3, "INSERT INTO update_audit")
    assert either.ask("roll-back").code == 0
    assert other.ended() == 0
    assert everything_is_back(either)
    assert either.rows("SELECT count(*) FROM update_audit WHERE action = 'restored'") == [(len(TO_CORRECT),)]


def registered_to_the_former(trial: Trial, devices: Sequence[str]) -> list[Update]:
    """The meter points pass to the operators whose certificates the slots held before everything; the way back."""
    back, at = [], registrations.c
    for device in devices:
        holder = LICENCES[next(trial.before[key][0] for key in TO_CORRECT if key[0] == device)]
        participant, role, area = holder.registrable
        row = trial.rows(
            "SELECT registrations.* FROM registrations JOIN devices ON registrations.mpxn = devices.mpxn"
            " WHERE device_id = :device AND withdrawn_at IS NULL AND role = :role",
            device=device,
            role=role.value,
        )[0]
        record = update(registrations).where(at.mpxn == row.mpxn, at.role == row.role)
        trial.change(record.values(market_participant=participant, licence_area=area))
        back.append(record.values(market_participant=row.market_participant, licence_area=row.licence_area))
    return back


def those_that_can_pass(trial: Trial) -> list[str]:
    """Devices in both of whose slots is the certificate of one other operator of the same role, who has published."""
    found = []
    for device in sorted({device for device, _ in TO_CORRECT}):
        owners = {trial.before[device, slot][0] for of, slot in TO_CORRECT if of == device}
        holder = LICENCES.get(min(owners))
        planted = [one for key, one in EXPECTED.items() if key[0] == device]
        home = LICENCES.get(planted[0].owner)
        if (
            {one.story for one in planted} == {"wrong"}
            and len(planted) == 2
            and len(owners) == 1
            and holder
            and home
            and holder.role is home.role
        ):
            found.append(device)
    return found[:6]


@pytest.fixture
def stacked(either: Trial) -> Trial:
    """Three runs, each on top of the one before it; the names do not say in which order."""
    devices = those_that_can_pass(either)
    assert len(devices) > 1
    assert either.ask("apply", "--run", FIRST).code == 0
    back = registered_to_the_former(either, devices)
    assert either.ask("apply", "--run", SECOND).counts["corrected"]["devices"] == len(devices)
    for change in back:
        either.change(change)
    assert either.ask("apply", "--run", THIRD).counts["corrected"]["devices"] == len(devices)
    return either


def test_runs_on_top_of_one_another_are_all_taken_back(stacked: Trial) -> None:
    answer = stacked.ask("roll-back")
    assert (answer.code, answer.counts["refused"]["slots"]) == (0, 0)
    assert answer.counts["restored"]["slots"] == len(TO_CORRECT)
    assert everything_is_back(stacked)


def test_runs_on_top_of_one_another_are_taken_back_one_by_one(stacked: Trial) -> None:
    assert [stacked.ask("roll-back", "--run", name).code for name in (THIRD, SECOND, FIRST)] == [0, 0, 0]
    assert everything_is_back(stacked)


def test_a_run_below_another_that_stands_is_refused_until_that_is_taken_back(stacked: Trial) -> None:
    slots = 2 * len(those_that_can_pass(stacked))
    answer = stacked.ask("roll-back", "--run", FIRST)
    assert (answer.code, answer.counts["refused"]["slots"]) == (10, slots)
    assert stacked.ask("roll-back").code == 0
    assert stacked.ask("roll-back", "--run", FIRST).counts["restored"]["slots"] == len(TO_CORRECT)
    assert everything_is_back(stacked)


def test_what_a_user_has_placed_between_two_runs_is_not_taken_back(stacked: Trial) -> None:
    slot = next(key for key in TO_CORRECT if key[0] == those_that_can_pass(stacked)[0])
    stacked.ask("roll-back", "--run", THIRD)
    stacked.place(slot, stacked.before[slot][0])
    stacked.rows("UPDATE anchor_slots SET serial = '8' WHERE device_id = :device AND slot = :slot", **of(slot))
    assert stacked.ask("apply", "--run", "last").code == 0
    answer = stacked.ask("roll-back")
    assert (answer.code, answer.counts["refused"]["slots"]) == (10, 1)
    assert [(one["device_id"], one["slot"]) for one in answer.counts["refused_slots"]] == [slot]
    assert stacked.slots()[slot][3] == "8"


def of(slot: tuple[str, str]) -> dict[str, str]:
    return {"device": slot[0], "slot": slot[1]}


@pytest.mark.parametrize("marks", [1, 5, len(TO_CORRECT)])
def test_a_roll_back_that_was_killed_is_finished_and_gives_account_of_all(either: Trial, marks: int) -> None:
    either.ask("apply")
    Stopped(either, "roll-back", marks, "INSERT INTO update_audit").killed()
    answer = either.ask("roll-back")
    assert (answer.code, answer.counts["restored"]["slots"]) == (0, len(TO_CORRECT))
    assert everything_is_back(either)


def test_a_roll_back_of_what_has_been_rolled_back_says_so_again(either: Trial) -> None:
    either.ask("apply")
    either.place(TO_CORRECT[0], "02-4D-50-50-00-00-00-08")
    first, slots = either.ask("roll-back"), either.slots()
    again = either.ask("roll-back")
    assert (first.code, again.code) == (10, 10)
    assert again.counts == first.counts
    assert either.slots() == slots
