"""What an update knows besides slots and registrations, in temporary tables: who holds what, what to place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, select, text

from data_update import schema
from data_update.choosing import pair
from data_update.decisions import Decisions
from data_update.judged import Published, published
from data_update.moments import Moment
from rulebook.vocabulary import NETWORK_OPERATOR_SLOTS, NETWORK_OPERATORS, SUPPLIER_SLOTS, Slot
from sut_adapters.s1sp_database.schema_inputs import parties

SIGNING_SLOTS = frozenset({Slot.CRITICAL_NETWORK_OPERATOR, Slot.CRITICAL_SUPPLIER})

LEARNT = (schema.owners, schema.participants, schema.holders, schema.choices, schema.certificates)


@dataclass(frozen=True, slots=True)
class Licence:
    """A party in force, as the table has it."""

    eui: str
    market_participant: str
    role: str
    licence_area: str
    sec_party: str


def learn(connection: Connection, at: Moment, decisions: Decisions) -> None:
    """Fill the temporary tables, which must be empty."""
    licences = [Licence(*row) for row in connection.execute(_in_force(at))]
    listed = published(connection, at, decisions.store)
    behind = _operators(licences)
    _write(connection, schema.owners, [{"eui": eui} for eui in sorted({each.eui for each in licences})])
    _write(connection, schema.participants, [_named(key) | {"operator": name} for key, name in sorted(behind.items())])
    _write(connection, schema.holders, list(_holders(licences, behind)))
    _write_choices(connection, licences, listed, decisions)
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"ANALYZE {', '.join(table.name for table in LEARNT)}"))


def _in_force(at: Moment) -> Select[Any]:
    of = parties.c
    ended = of.effective_to.is_(None) | (of.effective_to >= at.day)
    columns = (of.eui, of.market_participant, of.role, of.licence_area, of.sec_party)
    return select(*columns).where(of.effective_from <= at.day, ended).distinct()


def _operators(licences: Iterable[Licence]) -> dict[tuple[str, str], str]:
    """The SEC Party behind a market participant in a role; left out where there is more than one."""
    found = defaultdict(set)
    for each in licences:
        found[each.market_participant, each.role].add(each.sec_party)
    return {key: names.copy().pop() for key, names in found.items() if len(names) == 1}


def _holders(licences: list[Licence], behind: dict[tuple[str, str], str]) -> Iterable[dict[str, str | None]]:
    held = defaultdict(set)
    for each in licences:
        held[each.sec_party, each.role].add(each.eui)
    for (participant, role), name in sorted(behind.items()):
        for eui in sorted(held[name, role]):
            yield _named((participant, role)) | {"eui": eui}


def _write_choices(
    connection: Connection, licences: list[Licence], listed: list[Published], decisions: Decisions
) -> None:
    """What the operator has published, by its Entity Identifiers for the licence area."""
    of: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for each in licences:
        if each.role in NETWORK_OPERATORS:
            of[each.market_participant, each.role, each.licence_area].add(each.eui)
    rows: list[dict[str, str | None]] = []
    chosen: dict[tuple[str, str], Published] = {}
    for (participant, role, area), euis in sorted(of.items()):
        listed_here = [each for each in listed if each.eui in euis and decisions.listed_for(each, area)]
        found = pair(listed_here, decisions.choice)
        for slot in sorted(NETWORK_OPERATOR_SLOTS | SUPPLIER_SLOTS):
            one = found.signing if slot in SIGNING_SLOTS else found.agreement
            row = _named((participant, role)) | {"licence_area": area, "slot": slot.value, "reason": found.reason}
            rows.append(row | {"issuer": one.issuer if one else None, "serial": one.serial if one else None})
            if one:
                chosen[one.issuer, one.serial] = one
    _write(connection, schema.choices, rows)
    octets = [
        {"issuer": one.issuer, "serial": one.serial, "owner": one.eui, "use": one.use.value, "certificate": one.der}
        for one in chosen.values()
    ]
    _write(connection, schema.certificates, octets)


def _named(key: tuple[str, str]) -> dict[str, str | None]:
    return {"market_participant": key[0], "role": key[1]}


def _write(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), [dict(row) for row in rows])
