"""Whether a User can still replace what an update has placed: tried on its slots, and taken back unseen.

A trigger may stand on the tables as long as this comes true: one that writes an audit record does not matter, one that
puts back what the update wrote does.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from rulebook.vocabulary import NETWORK_OPERATOR_SLOTS, CertificateUse, Slot
from sut_adapters.s1sp_database.certificates import Certificates
from sut_adapters.s1sp_database.connecting import LOCKED, is_busy
from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.s1sp_database.population_operators import CURLEW
from sut_adapters.s1sp_database.population_stories import CORRECTED, RIGHT
from sut_adapters.s1sp_database.trial_database import Contents, TrialDatabase
from sut_adapters.update_terms import Place

USE = dict(zip(sorted(NETWORK_OPERATOR_SLOTS), CertificateUse, strict=True))
BESIDE = dict(zip(USE, sorted(set(Slot) - NETWORK_OPERATOR_SLOTS), strict=True))
"""The Supplier slot for certificates of the same use."""

AT_MOST = 400
"""Network Operator slots, evenly from the first to the last."""


def rehearsed(
    database: TrialDatabase, planted: Sequence[Planted], certificates: Certificates, octets: Container[str]
) -> tuple[str, ...]:
    """What became otherwise than a User's 6.15.1 would have it.

    Network Operators replace certificates in slots that the update has put right or found right, by newer ones of
    theirs and by another's in turn, and Suppliers theirs beside them. `octets` are the S1SPs that keep more than
    Certificate IDs.
    """
    renewed = lru_cache(lambda owner, slot, kept: certificates.contents(owner, USE[slot], 2, octets=kept))
    right = [one for one in planted if one.expects in (CORRECTED, RIGHT)]
    wanted: dict[Place, Contents] = {}
    for number, one in enumerate(some := right[:: 1 + len(right) // AT_MOST]):
        kept, whose = one.s1sp in octets, (one, some[0])[number // 2 % 2]
        wanted[one.device_id, one.slot] = renewed(whose.owner, one.slot, kept)
        wanted[one.device_id, BESIDE[one.slot]] = renewed(CURLEW.eui, one.slot, kept)
    with database.transaction() as connection:
        tried = connection.begin_nested()
        try:
            return tuple(_otherwise(connection, database, wanted))
        except SQLAlchemyError as error:
            if is_busy(error) or getattr(getattr(error, "orig", None), "sqlstate", None) in LOCKED:
                raise
            reason = str(getattr(error, "orig", None) or error).strip().splitlines()[:1]
            return (f"a User can replace no certificate: {''.join(reason)[:200]}",)
        finally:
            tried.rollback()


def _otherwise(connection: Connection, database: TrialDatabase, wanted: Mapping[Place, Contents]) -> Iterator[str]:
    there = database.slots(connection, {device for device, _ in wanted})
    for place, contents in wanted.items():
        database.write(connection, place, contents)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("set constraints all immediate")
    found = database.slots(connection, {device for device, _ in wanted})
    for place, held in there.items():
        if found.get(place) != wanted.get(place, held):
            yield f"what a User places in {place[0]}'s {place[1]} is not kept"
