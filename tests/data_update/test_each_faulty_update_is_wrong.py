"""Every faulty update shows that it is one, and the reference update does not."""

import shutil
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from data_update.faulty import FAULTS, Fault, find_fault
from rulebook.law import statements
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.plights import NOBODYS
from sut_adapters.s1sp_database.population_certificates import Mint
from sut_adapters.s1sp_database.population_inputs import AGES
from sut_adapters.s1sp_database.schema_inputs import smki_material
from sut_adapters.trouble import Misconfigured
from tests.data_update.trying import AT, EXPECTED, POPULATION, REFERENCE, TO_CORRECT, Trial
from tests.data_update.ways_back import A_USERS, A_WRONG_SLOT, taken_back, taken_back_beside_another, taken_back_twice

OTHERS = ("S1SP2", "S1SP3")


class Fresh:
    """The same population as often as it is asked for."""

    def __init__(self, filled: Path, folder: Path) -> None:
        self._filled, self._folder, self._trials = filled, folder, list[Trial]()

    def trial(self) -> Trial:
        path = self._folder / f"{len(self._trials)}.sqlite"
        shutil.copy(self._filled, path)
        self._trials.append(Trial(sqlite_url(path)))
        return self._trials[-1]

    def close(self) -> None:
        for trial in self._trials:
            trial.close()


@pytest.fixture
def fresh(filled: Path, tmp_path: Path) -> Iterator[Fresh]:
    made = Fresh(filled, tmp_path)
    yield made
    made.close()


def breaches(fault: Fault, fresh: Fresh) -> Iterator[str]:
    """What gives it away."""
    trial = fresh.trial()
    trial.ask("dry-run", fault=fault)
    if trial.slots() != trial.before:
        yield "a dry run wrote"
    counts = yield from _carried_out(trial, fault)
    expected = [key for key, one in EXPECTED.items() if one.expects and one.s1sp == "S1SP1"]
    if counts["found"]["slots"] != len(expected):
        yield "it found others"
    if counts["afterwards"]["found"]["slots"] != sum(EXPECTED[key].expects != "corrected" for key in expected):
        yield "it counted others afterwards"
    if any(one["found"] != sum(_booked(key, one) for key in expected) for one in counts["by_operator"]):
        yield "it booked them elsewhere"
    if {name: one["age_days"] for name, one in counts["inputs"].items()} != {name: -age for name, age in AGES.items()}:
        yield "its inputs are of another age"
    changed = [key for key, slot in trial.slots().items() if slot != trial.before[key]]
    yield from _written(trial, changed)
    first = trial.slots()
    yield from _carried_out(trial, fault)
    if trial.slots() != first:
        yield "a second run wrote"
    yield from taken_back(trial, fault)
    for other in OTHERS:
        yield from _carried_out(fresh.trial(), fault, other)
    yield from taken_back_twice(fresh.trial(), fault)
    yield from taken_back_beside_another(fresh.trial(), fault)
    yield from _killed(fresh.trial(), fault)
    yield from _killed_as_it_writes(fresh.trial(), fault)
    yield from _registered_anew(fresh.trial(), fault)
    yield from _under_no_root(fresh.trial(), fault)


def _written(trial: Trial, changed: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Beside what the slots hold."""
    for table in ("update_journal", "update_audit"):
        if trial.number_in(table) != len(changed):
            yield f"{table} has others"
    if any(trial.slots()[key][5] != trial.before[key][5] + 1 for key in changed):
        yield "it raised versions by more than its one write"
    if not all(any(map(str.isalpha, why)) for (why,) in trial.rows("SELECT why FROM update_audit")):
        yield "it does not say why"


def _carried_out(trial: Trial, fault: Fault, s1sp: str = "S1SP1") -> Generator[str, None, dict[str, Any]]:
    """At one S1SP, in a database in which no other's has been carried out."""
    answer = trial.ask("apply", s1sp=s1sp, fault=fault)
    if answer.code:
        yield f"it ended in failure: {answer.complaint}"
    yield from trial.disagreements(s1sp)
    return answer.counts


def _booked(key: tuple[str, str], account: Mapping[str, str]) -> bool:
    nobodys = EXPECTED[key].expects in NOBODYS
    return account["operator"] == ("" if nobodys else EXPECTED[key].operator)


def _killed(trial: Trial, fault: Fault) -> Iterator[str]:
    """When it has its plan; then a User writes one of the slots, and it is started again."""
    trial.killed_when_planned(fault)
    trial.place(A_WRONG_SLOT, A_USERS)
    trial.ask("apply", fault=fault)
    after = trial.slots()
    if after[A_WRONG_SLOT][0] != A_USERS:
        yield "a User's write was lost"
    if any(after[key] == trial.before[key] for key in TO_CORRECT if key != A_WRONG_SLOT):
        yield "something was lost when it was killed"


def _killed_as_it_writes(trial: Trial, fault: Fault) -> Iterator[str]:
    """When it is about to account for what it has written."""
    trial.killed(0, fault, at="INSERT INTO update_audit")
    if trial.slots() != trial.before:
        yield "it left slots half written"


def _registered_anew(trial: Trial, fault: Fault) -> Iterator[str]:
    """When it has its plan; then the registration of a device is withdrawn, and it is started again."""
    device = A_WRONG_SLOT[0]
    trial.killed_when_planned(fault)
    trial.rows(
        "UPDATE registrations SET withdrawn_at = '2027-01-15T00:00:00Z'"
        " WHERE mpxn = (SELECT mpxn FROM devices WHERE device_id = :device)",
        device=device,
    )
    trial.ask("apply", fault=fault)
    if any(held != trial.before[key] for key, held in trial.slots().items() if key[0] == device):
        yield "it went by a registration that had been withdrawn"


def _under_no_root(trial: Trial, fault: Fault) -> Iterator[str]:
    """The Issuing Authority's certificate is signed by another root than the trusted one."""
    mint = Mint(POPULATION.layout.seed, AT)
    trial.change(
        update(smki_material).where(smki_material.c.kind == "issuing").values(content=mint.issuing(mint.other_root))
    )
    trial.ask("apply", fault=fault)
    if trial.slots() != trial.before:
        yield "it went by an Issuing Authority that nobody vouches for"


def test_nothing_gives_the_reference_update_away(fresh: Fresh) -> None:
    assert list(breaches(REFERENCE, fresh)) == []


@pytest.mark.parametrize("name", [fault.name for fault in FAULTS])
def test_it_is_wrong(name: str, fresh: Fresh) -> None:
    assert next(breaches(find_fault(name), fresh), None)


def test_each_breaks_a_clause_and_says_by_which_mistake() -> None:
    assert {breach.statement for fault in FAULTS for breach in fault.breaks} <= set(statements())
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 14
    assert all(fault.mistake.endswith(".") for fault in FAULTS)


@pytest.mark.parametrize(
    ("name", "said"),
    [("no-rollback", "is no faulty update; near: no-roll-back"), ("x", "`python -m data_update.faulty` lists them")],
)
def test_a_name_that_is_none_leads_to_those_that_are(name: str, said: str) -> None:
    with pytest.raises(Misconfigured, match=said):
        find_fault(name)
