"""What a one-off update reads beside the slots: who is registered, who is who, what is published (FIA 4.2.2).

Days are ISO dates and moments ISO in UTC with a Z, as text, which sorts as time does. Days count whole, first and last.
"""

from sqlalchemy import Column, LargeBinary, MetaData, String, Table

from sut_adapters.s1sp_database.schema import EUI

metadata = MetaData()
DAY = String(10)
MOMENT = String(20)
NAME = String(64)

registrations = Table(
    "registrations",
    metadata,
    Column("mpxn", String(13), primary_key=True),
    Column("market_participant", NAME, primary_key=True),
    Column("role", String(32), primary_key=True, comment="a value of rulebook.vocabulary.UserRole"),
    Column("effective_from", DAY, primary_key=True),
    Column("recorded_at", MOMENT, primary_key=True),
    Column("meter_point", String(16), nullable=False, comment="import, secondary import, export or gas"),
    Column("licence_area", NAME, nullable=False),
    Column("effective_to", DAY, comment="the last day, or null"),
    Column("withdrawn_at", MOMENT, comment="since when the record counts no more; null while it stands"),
    sqlite_with_rowid=False,
)

parties = Table(
    "parties",
    metadata,
    Column("eui", EUI, primary_key=True),
    Column("market_participant", NAME, primary_key=True),
    Column("role", String(32), primary_key=True),
    Column("licence_area", NAME, primary_key=True),
    Column("effective_from", DAY, primary_key=True),
    Column("sec_party", NAME, nullable=False, comment="the operator, whatever Entity Identifiers it holds"),
    Column("effective_to", DAY, comment="the last day, or null"),
)

published_certificates = Table(
    "published_certificates",
    metadata,
    Column("issuer", String(64), primary_key=True, comment="the Common Name of the certificate's issuer"),
    Column("serial", String(49), primary_key=True, comment="decimal"),
    Column("eui", EUI, nullable=False),
    Column("licence_area", NAME, nullable=False),
    Column("use", String(16), nullable=False, comment="a value of rulebook.vocabulary.CertificateUse"),
    Column("role", String(2), nullable=False, comment="the Remote Party Role, two hexadecimal digits"),
    Column("not_before", MOMENT, nullable=False),
    Column("not_after", MOMENT, nullable=False),
    Column("revoked_at", MOMENT),
    Column("certificate", LargeBinary, nullable=False, comment="DER, which decides where the columns differ from it"),
)

smki_material = Table(
    "smki_material",
    metadata,
    Column("kind", String(8), primary_key=True, comment="root, issuing or crl"),
    Column("content", LargeBinary, nullable=False, comment="DER"),
)

input_extracts = Table(
    "input_extracts",
    metadata,
    Column("name", String(32), primary_key=True, comment="the table, or smki_material"),
    Column("as_of", MOMENT, nullable=False),
)
"""How old each input is."""
