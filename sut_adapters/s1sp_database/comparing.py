"""What differs between two moments of a trial, held against what the population says should have become of each slot.

No update's reasoning is in here. The population says which slots are to be corrected and by whose certificate, and the
certificate is the one that the suite itself has put on the published list.
"""

from collections.abc import Container, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from sqlalchemy import MetaData, Table, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from rulebook.vocabulary import CertificateUse, Component, Slot
from sut_adapters.s1sp_database import snapshots
from sut_adapters.s1sp_database.certificates import certificate_id, shown
from sut_adapters.s1sp_database.population_stories import CORRECTED
from sut_adapters.s1sp_database.snapshots import Held, Row
from sut_adapters.s1sp_database.stored import CONTENTS
from sut_adapters.s1sp_database.trial import Trial
from sut_adapters.s1sp_database.trial_database import Contents
from sut_adapters.trouble import Misunderstood, Phase
from sut_adapters.update_terms import ChangeRecord, Place, RecordChanges

SLOTS = "anchor_slots"
USES = {
    Slot.CRITICAL_NETWORK_OPERATOR: CertificateUse.DIGITAL_SIGNING,
    Slot.NON_CRITICAL_NETWORK_OPERATOR: CertificateUse.KEY_AGREEMENT,
}
NAMES = frozenset(slot.value for slot in Slot)
AUDIT = "update_audit"
WRITTEN, GIVEN_BACK = "corrected", "restored"
A_DAY = timedelta(1)
UNRAISED = "under no higher version"
WITHOUT_OCTETS = "its Certificate ID, without the octets that the S1SP keeps"
WITH_OCTETS = "with octets, where the S1SP keeps Certificate IDs only"
OTHER_OCTETS = "its Certificate ID, with other octets"
NEEDED = ("run", "before_owner", "before_serial", "after_owner", "after_serial", "why", "at")


def changes(trial: Trial, s1sp: Component, since: int) -> RecordChanges:
    """Between the moment after so many deeds and now, in the database that holds the S1SP's devices."""
    trial.filled()
    found = snapshots.difference(trial.picture(s1sp, trial.told[:since]), trial.picture(s1sp, trial.told))
    rows, was, now = found.rows, found.was, found.now
    foreign = {one.device_id for other in trial.of(s1sp).s1sps if other is not s1sp for one in trial.planted(other)}
    known = [row for row in rows if row.key[0] not in foreign]
    ours = [row for row in known if _is_slot(row)]
    elsewhere = [row for row in known if not _is_slot(row)]
    right = _right(trial, s1sp, frozenset(map(_place, ours)))
    digests = {place: _digest(place, contents) for place, contents in right.items()}
    held = {row: _holds(now, row, digests) for row in ours}
    unraised = frozenset(_place(row) for row in ours if row in now and _rise(was, now, row) < 1)
    return RecordChanges(
        slots=frozenset(map(_place, ours)),
        replaced=frozenset(_place(row) for row in ours if _held(was, row) != _held(now, row)),
        put_right=frozenset(_place(row) for row in ours if held[row] and _rise(was, now, row) == 1),
        elsewhere=tuple(map(str, elsewhere)),
        amiss={_place(row): _risen_amiss(was, now, row) for row in ours if held[row] and _rise(was, now, row) != 1}
        | _amiss(trial.state().held, right),
        unraised=unraised,
    )


def change_records(trial: Trial, s1sp: Component) -> tuple[ChangeRecord, ...]:
    """What the update has recorded of each slot that it wrote; none where it has no such table."""
    database = trial.of(s1sp)
    with database.transaction() as connection:
        if not inspect(connection).has_table(AUDIT):
            return ()
        try:
            audit = Table(AUDIT, MetaData(), autoload_with=connection)
            rows = connection.execute(select(audit)).mappings().all()
        except SQLAlchemyError as error:
            raise Misunderstood(Phase.UNDERSTAND, f"{AUDIT} cannot be read: {error}") from error
        now = database.slots(connection, {str(row.get("device_id")) for row in rows})
    ours = {one.device_id for one in trial.planted(s1sp)}
    others = {one.device_id for other in database.s1sps if other is not s1sp for one in trial.planted(other)}
    was = {WRITTEN: trial.before(), GIVEN_BACK: trial.before_the_last()}
    return tuple(
        _record(dict(row), was[row["action"]], now)
        for row in rows
        if row.get("action") in was and (row.get("device_id") in ours or row.get("device_id") not in others)
    )


def _record(row: Mapping[str, object], was: Mapping[Place, Contents], now: Mapping[Place, Contents]) -> ChangeRecord:
    named = str(row.get("slot"))
    place = (str(row.get("device_id")), Slot(named) if named in set(Slot) else Slot.CRITICAL_SUPPLIER)
    said = [row.get(name) for name in NEEDED]
    empty: Contents = {}
    held = [was.get(place, empty).get(name) for name in ("owner", "serial")]
    held += [now.get(place, empty).get(name) for name in ("owner", "serial")]
    complete = (
        all(value not in (None, "") for value in said) and _says_why(row.get("why")) and _is_of_today(row.get("at"))
    )
    return ChangeRecord(place, complete, list(said[1:5]) == held, given_back=row["action"] == GIVEN_BACK)


def _says_why(said: object) -> bool:
    """In any words, of whatever language."""
    return any(one.isalpha() for one in str(said))


def _is_of_today(said: object) -> bool:
    """A moment of the last day or of the next, whatever an S1SP's clock shows."""
    try:
        moment = said if isinstance(said, datetime) else datetime.fromisoformat(str(said))
    except ValueError:
        return False
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return abs(datetime.now(UTC) - moment) <= A_DAY


def _is_slot(row: Row) -> bool:
    """Also of a device that nobody planted; a slot of another name is a row like any other."""
    return row.table == SLOTS and row.key[1] in NAMES


def _held(picture: Mapping[Row, Held], row: Row) -> str | None:
    return picture[row].digest if row in picture else None


def _holds(picture: Mapping[Row, Held], row: Row, right: Mapping[Place, str]) -> bool:
    return row in picture and picture[row].digest == right.get(_place(row))


def _rise(was: Mapping[Row, Held], now: Mapping[Row, Held], row: Row) -> int:
    """By how much its version has; a slot that is put right is written once."""
    return now[row].version - was[row].version if row in was else 0


def _risen_amiss(was: Mapping[Row, Held], now: Mapping[Row, Held], row: Row) -> str:
    rise = _rise(was, now, row)
    return UNRAISED if rise < 1 else f"under a version that has risen by {rise}, and not by 1"


def _right(trial: Trial, s1sp: Component, changed: Container[Place]) -> Mapping[Place, Contents]:
    """What a corrected slot that has changed has to hold, with the octets or, where the S1SP keeps none, without."""
    octets = s1sp in trial.population().keep_octets
    contents = lru_cache(lambda owner, slot: trial.planting.certificates.contents(owner, USES[slot], octets=octets))
    corrigible = (one for one in trial.planted(s1sp) if one.expects == CORRECTED)
    return {
        place: contents(one.owner, one.slot) for one in corrigible if (place := (one.device_id, one.slot)) in changed
    }


def _digest(place: Place, contents: Contents) -> str:
    device, slot = place
    return snapshots.digest([device, slot.value, *(contents[name] for name in CONTENTS)])


def _amiss(held: Mapping[Place, Contents], right: Mapping[Place, Contents]) -> dict[Place, str]:
    """What slots hold that do not hold what they have to. What is held is known of small populations only."""
    found = {place: _apart(held[place], wanted) for place, wanted in right.items() if place in held}
    return {place: said for place, said in found.items() if said}


def _apart(held: Contents, wanted: Contents) -> str:
    """The first that differs: the Certificate ID, the owner or the use, the form, the octets."""
    if (is_held := certificate_id(held)) != (is_wanted := certificate_id(wanted)):
        return f"holds {is_held}, and not {is_wanted}"
    for name in ("owner", "use"):
        if held[name] != wanted[name]:
            return f"its {name} is {shown(held[name])}, and not {shown(wanted[name])}"
    if (held["certificate"] is None) != (wanted["certificate"] is None):
        return WITHOUT_OCTETS if wanted["certificate"] else WITH_OCTETS
    return "" if held["certificate"] == wanted["certificate"] else OTHER_OCTETS


def _place(row: Row) -> Place:
    return row.key[0], Slot(row.key[1])
