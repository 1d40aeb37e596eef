"""The small inputs of an update: parties, published certificates, SMKI material, and how old each is."""

from collections.abc import Iterator

from sqlalchemy import Connection, insert

from rulebook.vocabulary import UserRole
from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.population_certificates import ISSUER, Mint
from sut_adapters.s1sp_database.population_days import SINCE, Days, moment
from sut_adapters.s1sp_database.population_operators import (
    FORMERLY,
    LICENCES,
    TO_COME,
    UNTIL_TODAY,
    Publication,
)

AGES = {"registrations": -1, "parties": -1.6, "published_certificates": -3.3, "smki_material": 0}
"""In days, counted from the moment of the population."""


def write_inputs(connection: Connection, tables: Tables, mint: Mint, days: Days) -> None:
    """Into empty tables."""
    published = [
        {
            "issuer": ISSUER,
            "serial": each.serial,
            "eui": each.licence.eui,
            "licence_area": each.licence.licence_area,
            "use": each.use.value,
            "role": each.role,
            "not_before": moment(each.validity.start),
            "not_after": moment(each.validity.end),
            "revoked_at": None if each.listed_revoked is None else days.moment(each.listed_revoked),
            "certificate": each.der,
        }
        for each in mint.published()
    ]
    connection.execute(insert(tables.parties), list(_parties(days)))
    connection.execute(insert(tables.published_certificates), published)
    material = [{"kind": kind, "content": content} for kind, content in mint.material().items()]
    connection.execute(insert(tables.smki_material), material)
    ages = [{"name": name, "as_of": days.moment(age)} for name, age in AGES.items()]
    connection.execute(insert(tables.input_extracts), ages)


def _parties(days: Days) -> Iterator[dict[str, str | None]]:
    begun = {licence: days.day(last + 1) for licence, _, _, last in FORMERLY}
    ends = {UNTIL_TODAY: days.last_of_now} | {licence: days.day(9) for licence, _ in TO_COME}
    for each in LICENCES:
        if each.is_a_party:
            yield _party(each.eui, each.registrable, each.operator, begun.get(each, SINCE), ends.get(each))
        if Publication.FOR_ANOTHER_AREA in each.beside:
            yield _party(each.eui, each.elsewhere.registrable, each.operator, SINCE)
    for licence, registrable, operator, last in FORMERLY:
        yield _party(licence.eui, registrable, operator, SINCE, days.day(last))
    for licence, operator in TO_COME:
        yield _party(licence.eui, licence.registrable, operator, days.day(10))


def _party(
    eui: str, registrable: tuple[str, UserRole, str], operator: str, first: str, last: str | None = None
) -> dict[str, str | None]:
    participant, role, area = registrable
    return {
        "eui": eui,
        "market_participant": participant,
        "role": role.value,
        "licence_area": area,
        "effective_from": first,
        "sec_party": operator,
        "effective_to": last,
    }
