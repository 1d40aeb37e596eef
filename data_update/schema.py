"""The tables that the reference update makes and writes, beside those that it reads and the slots."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text

from sut_adapters.s1sp_database.schema import EUI
from sut_adapters.s1sp_database.schema_inputs import MOMENT, NAME

metadata = MetaData()
temporary = MetaData()
RUN, SLOT, SERIAL = String(64), String(32), String(49)

update_runs = Table(
    "update_runs",
    metadata,
    Column("run", RUN, primary_key=True),
    Column("s1sp", String(8), nullable=False),
    Column("at", MOMENT, nullable=False, comment="the moment that it judges at"),
    Column("state", String(16), nullable=False, comment="planning, applying, done, rolling back or rolled back"),
    Column("device_id", EUI, nullable=False, comment="how far the planning or the applying has come"),
    Column("slot", SLOT, nullable=False),
    Column("inputs", Text, nullable=False, comment="how old each input was, in JSON"),
)


def _plan(name: str, of: MetaData, prefixes: list[str]) -> Table:
    return Table(
        name,
        of,
        Column("run", RUN, primary_key=True),
        Column("device_id", EUI, primary_key=True),
        Column("slot", SLOT, primary_key=True),
        Column("version", Integer, nullable=False, comment="of the slot, as it was found"),
        Column("device_type", String(8), nullable=False),
        Column("cohort", String(8)),
        Column("operator", NAME, comment="the SEC Party registered"),
        Column("market_participant", NAME),
        Column("role", String(32)),
        Column("licence_area", NAME),
        Column("wrong", Integer, nullable=False, comment="1 where the certificate is shown to be another operator's"),
        Column("reason", String(32), comment="why it is left alone; null where it is to be corrected"),
        prefixes=prefixes,
        sqlite_with_rowid=False,
    )


update_plan = _plan("update_plan", metadata, [])
scratch_plan = _plan("update_scratch_plan", temporary, ["TEMPORARY"])
"""Of a dry run, or of the count afterwards: gone with the connection."""

update_journal = Table(
    "update_journal",
    metadata,
    Column("run", RUN, primary_key=True),
    Column("device_id", EUI, primary_key=True),
    Column("slot", SLOT, primary_key=True),
    Column("version", Integer, nullable=False, comment="this and the next five: the slot as it was"),
    Column("owner", EUI),
    Column("use", String(16)),
    Column("issuer", String(64)),
    Column("serial", SERIAL),
    Column("certificate", LargeBinary),
    Column("new_issuer", String(64), nullable=False),
    Column("new_serial", SERIAL, nullable=False),
    Column("restored_at", MOMENT),
    Column("restored_version", Integer, comment="under which stands what was put back"),
    sqlite_with_rowid=False,
)

update_audit = Table(
    "update_audit",
    metadata,
    Column("run", RUN, primary_key=True),
    Column("device_id", EUI, primary_key=True),
    Column("slot", SLOT, primary_key=True),
    Column("action", String(16), primary_key=True, comment="corrected or restored"),
    Column("before_owner", EUI),
    Column("before_serial", SERIAL),
    Column("after_owner", EUI),
    Column("after_serial", SERIAL),
    Column("why", Text, nullable=False),
    Column("at", MOMENT, nullable=False),
    sqlite_with_rowid=False,
)

holders = Table(
    "update_holders",
    temporary,
    Column("eui", EUI, primary_key=True),
    Column("market_participant", NAME, primary_key=True),
    Column("role", String(32), primary_key=True),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)
"""Which Entity Identifiers belong to the operator behind a market participant today."""

owners = Table("update_owners", temporary, Column("eui", EUI, primary_key=True), prefixes=["TEMPORARY"])
"""The Entity Identifiers that belong to anybody today."""

participants = Table(
    "update_participants",
    temporary,
    Column("market_participant", NAME, primary_key=True),
    Column("role", String(32), primary_key=True),
    Column("operator", NAME, nullable=False),
    prefixes=["TEMPORARY"],
)

choices = Table(
    "update_choices",
    temporary,
    Column("market_participant", NAME, primary_key=True),
    Column("role", String(32), primary_key=True),
    Column("licence_area", NAME, primary_key=True),
    Column("slot", SLOT, primary_key=True),
    Column("reason", String(32), comment="why there is no certificate for it; null where there is one"),
    Column("issuer", String(64)),
    Column("serial", SERIAL),
    prefixes=["TEMPORARY"],
)
"""What goes into a slot of a device that is registered so."""

certificates = Table(
    "update_certificates",
    temporary,
    Column("issuer", String(64), primary_key=True),
    Column("serial", SERIAL, primary_key=True),
    Column("owner", EUI, nullable=False),
    Column("use", String(16), nullable=False),
    Column("certificate", LargeBinary, nullable=False),
    prefixes=["TEMPORARY"],
)
"""Those of the choices, each once."""
