"""The small inputs of an update: parties, published certificates, SMKI material, and how old each is."""

from sqlalchemy import Connection, insert

from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.population_certificates import ISSUER, Mint
from sut_adapters.s1sp_database.population_days import SINCE, Days, moment
from sut_adapters.s1sp_database.population_operators import LICENCES, Publication

AGES = {"registrations": -1, "parties": -1, "published_certificates": -3, "smki_material": 0}
"""In days, counted from the moment of the population."""


def write_inputs(connection: Connection, tables: Tables, mint: Mint, days: Days) -> None:
    """Into empty tables."""
    parties = [
        {
            "eui": each.eui,
            "market_participant": each.market_participant,
            "role": each.role.value,
            "licence_area": each.licence_area,
            "effective_from": SINCE,
            "sec_party": each.operator,
        }
        for each in LICENCES
        if each.is_a_party
    ]
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
            "revoked_at": days.moment(-30) if each.licence.publishes is Publication.REVOKED else None,
            "certificate": each.der,
        }
        for each in mint.published()
    ]
    connection.execute(insert(tables.parties), parties)
    connection.execute(insert(tables.published_certificates), published)
    material = [{"kind": kind, "content": content} for kind, content in mint.material().items()]
    connection.execute(insert(tables.smki_material), material)
    ages = [{"name": name, "as_of": days.moment(age)} for name, age in AGES.items()]
    connection.execute(insert(tables.input_extracts), ages)
