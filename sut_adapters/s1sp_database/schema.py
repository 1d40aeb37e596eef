"""The tables of one S1SP's database: one schema for the simulator's S1SPs and for whatever updates them.

The FIA gives no schema of a real S1SP. What is kept follows S1SR clause 2, which knows a certificate by its serial
number and its issuer's Common Name. Entity Identifiers are EUI-64 in capitals with hyphens.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

from sut_adapters.s1sp_database.counter import Counter

metadata = MetaData()
EUI = String(23)

devices = Table(
    "devices",
    metadata,
    Column("device_id", EUI, primary_key=True),
    Column("device_type", String(8), nullable=False),
    Column("mpxn", String(13), comment="the Import MPAN of an ESME, the MPRN of a gas device"),
    Column("secondary_mpan", String(13)),
    Column("export_mpan", String(13)),
    Column("generation", String(8), nullable=False, server_default="SMETS1"),
    Column("status", String(32), nullable=False, server_default="Commissioned"),
    Column("s1sp", String(8), comment="whose device it is; null where the database is one S1SP's alone"),
    Column("cohort", String(8), comment="IOC, MOC, FOC or null"),
    sqlite_with_rowid=False,
)

anchor_slots = Table(
    "anchor_slots",
    metadata,
    Column("device_id", EUI, ForeignKey("devices.device_id", ondelete="CASCADE"), primary_key=True),
    Column("slot", String(32), primary_key=True, comment="a value of rulebook.vocabulary.Slot"),
    Column("owner", EUI, comment="null, like the columns after it, where the slot is empty"),
    Column("use", String(16), comment="a value of rulebook.vocabulary.CertificateUse"),
    Column("issuer", String(64), comment="the Common Name of the certificate's issuer"),
    Column("serial", String(49), comment="decimal"),
    Column("certificate", LargeBinary, comment="DER; null as well where the S1SP keeps Certificate IDs only"),
    Column("version", Integer, nullable=False, default=1, comment="how many times the slot has been written"),
    sqlite_with_rowid=False,
)
"""Every device has a row for each of its four slots."""

execution_counters = Table(
    "execution_counters",
    metadata,
    Column("device_id", EUI, ForeignKey("devices.device_id", ondelete="CASCADE"), primary_key=True),
    Column("party", EUI, primary_key=True),
    Column("counter", Counter, nullable=False, comment="the highest originator counter taken from the party"),
)

handled_requests = Table(
    "handled_requests",
    metadata,
    Column("request_id", String(70), primary_key=True),
    Column("device_id", EUI, nullable=False),
    Column("received", String(40), nullable=False, comment="when the DSP took it: a RequestID can come again"),
    Column("messages", Text, nullable=False, comment="what is to be pushed about it, in JSON"),
)
"""Requests that changed something here and of which the DSP may not know yet; written along with the change."""
