"""What gives away an update that does not find the way back."""

from collections.abc import Iterator

from data_update.faulty import Fault
from sut_adapters.s1sp_database.population_operators import CORRECTABLE
from tests.data_update.trying import EXPECTED, TO_CORRECT, Trial

HOLDERS = {licence.eui: licence for licence in CORRECTABLE}
A_USERS = "02-4D-50-50-00-00-00-08"
A_WRONG_SLOT = max(key for key in TO_CORRECT if EXPECTED[key].story == "wrong")


def taken_back(trial: Trial, fault: Fault) -> Iterator[str]:
    """Behind an update that has been carried out, and behind two Users who have written since."""
    slot, again = A_WRONG_SLOT, min(TO_CORRECT)
    trial.place(slot, A_USERS)
    placed = trial.slots()[again]
    trial.place(again, placed[0], placed[3])
    since = (slot, again)
    written = {key: held for key, held in trial.slots().items() if held != trial.before[key] and key not in since}
    told = trial.ask("roll-back", fault=fault).counts
    after = trial.slots()
    if any(after[key][5] <= held[5] for key, held in written.items()):
        yield "it put versions back"
    if trial.rows("SELECT count(*) FROM update_audit WHERE action = 'restored'") != [(len(written),)]:
        yield "it left no record of each slot that it gave back"
    if (told.get("refused", {}).get("slots"), len(told.get("refused_slots", []))) != (2, 2):
        yield "it does not say what it left"
    if after.pop(slot)[0] != A_USERS or after.pop(again)[:5] != placed[:5]:
        yield "a User's write was rolled back"
    if any(held[:5] != trial.before[key][:5] for key, held in after.items()):
        yield "not everything was rolled back"


def taken_back_twice(trial: Trial, fault: Fault) -> Iterator[str]:
    """Two runs, with another registration in between, and the way back behind both."""
    trial.ask("apply", fault=fault)
    holder = HOLDERS[trial.before[A_WRONG_SLOT][0]]
    trial.rows(
        "UPDATE registrations SET market_participant = :participant, licence_area = :area"
        " WHERE role = :role AND mpxn = (SELECT mpxn FROM devices WHERE device_id = :device)",
        participant=holder.market_participant,
        area=holder.licence_area,
        role=holder.role.value,
        device=A_WRONG_SLOT[0],
    )
    trial.ask("apply", fault=fault)
    trial.ask("roll-back", fault=fault)
    if any(held[:5] != trial.before[key][:5] for key, held in trial.slots().items()):
        yield "it took back one run of two"


def taken_back_beside_another(trial: Trial, fault: Fault) -> Iterator[str]:
    """Two S1SPs' updates in one database, of which one is rolled back."""
    trial.ask("apply", fault=fault)
    trial.ask("apply", s1sp="S1SP2", fault=fault)
    theirs = {key: held for key, held in trial.slots().items() if key in EXPECTED and EXPECTED[key].s1sp == "S1SP2"}
    trial.ask("roll-back", fault=fault)
    if any(trial.slots()[key] != held for key, held in theirs.items()):
        yield "it rolled back what another S1SP's update wrote"
