"""The tables of the simulated DSP's own database.

Beside them are those of `sut_adapters.s1sp_database.schema`, for the slots of SMETS2 devices: nobody else keeps them.
"""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

facts = Table(
    "facts",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("value", Text, nullable=False, comment="JSON"),
)
"""What the DSP knows of Users, devices, registrations and releases, one thing a row."""

requests = Table(
    "requests",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("request_id", String(70), nullable=False, index=True),
    Column("document", LargeBinary, comment="as it came; null once it has come to its end"),
    Column("received", String(40), nullable=False),
    Column("handed_over", Boolean, nullable=False),
    Column("acted_on", Boolean, comment="null until it has come to its end"),
)
"""Every request that was acknowledged, oldest first. A RequestID that was refused can come again (O12)."""

outbox = Table(
    "outbox",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("user_id", String(23), nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("acted_on", String(70)),
)
"""What has not been delivered yet, oldest first."""
