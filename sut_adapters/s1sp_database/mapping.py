"""Our names for the tables and columns of an S1SP, and whatever a Service Provider calls them.

A map is TOML; what it leaves out is called as we call it:

    [anchor_slots]
    table = "ORG_CERT_SLOT"
    owner = "ORG_EUI"
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from sqlalchemy import Column, Engine, MetaData, Table

from sut_adapters.s1sp_database import schema, schema_inputs
from sut_adapters.shapes import in_one_line
from sut_adapters.trouble import Misconfigured

Names = Mapping[str, Mapping[str, str]]
NAME = "table"
OWN = frozenset(
    ("mp107_trial", "update_audit", *(f"population_{name}" for name in ("staging", "held", "registered", "slots")))
)
"""What the suite itself makes or reads in the databases."""

SYSTEMS = ("sqlite_", "pg_")
LONGEST = 63
"""Octets of a name in PostgreSQL, which cuts the rest off."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables, each column under our key: `tables.anchor_slots.c.owner`, whatever its name there."""

    devices: Table
    anchor_slots: Table
    registrations: Table
    parties: Table
    published_certificates: Table
    smki_material: Table
    input_extracts: Table

    @property
    def metadata(self) -> tuple[MetaData, ...]:
        """What makes them, the slots' first."""
        return tuple(dict.fromkeys(getattr(self, each.name).metadata for each in fields(self)))

    def make(self, engine: Engine) -> None:
        """Those that are not there, as tables or as views; and none beside them."""
        for metadata in self.metadata:
            ours = [getattr(self, each.name) for each in fields(self)]
            metadata.create_all(engine, tables=[table for table in ours if table.metadata is metadata])


STANDARD = Tables(
    schema.devices,
    schema.anchor_slots,
    schema_inputs.registrations,
    schema_inputs.parties,
    schema_inputs.published_certificates,
    schema_inputs.smki_material,
    schema_inputs.input_extracts,
)


def mapped(names: Names) -> Tables:
    """The tables under these names."""
    known = {each.name: getattr(STANDARD, each.name) for each in fields(Tables)}
    if strange := sorted(set(names) - set(known)):
        raise Misconfigured(f"no table is called {strange[0]!r} here; known are {', '.join(known)}")
    metadata = MetaData()
    _refuse_twins("two tables are", [names.get(key, {}).get(NAME, table.name) for key, table in known.items()])
    for key in names:
        _refuse_strange(key, names[key])
        _refuse_taken(key, names[key].get(NAME, key))
    return Tables(**{key: _mapped(table, names.get(key, {}), metadata) for key, table in known.items()})


def read_map(path: Path) -> Tables:
    """From a TOML file; raises Misconfigured with the file, the key and the mend."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise Misconfigured(f"{path}: {error.strerror}; name a file that can be read") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Misconfigured(f"{path}: cannot be read as TOML: {error}; see docs/data-update.md") from error
    for key, value in content.items():
        if not isinstance(value, dict) or not all(isinstance(name, str) and name for name in value.values()):
            raise Misconfigured(f'{path}: {key}: must be a table of names, such as owner = "ORG_EUI"')
    try:
        return mapped(content)
    except Misconfigured as error:
        raise Misconfigured(f"{path}: {error}") from error


def _refuse_twins(which: str, names: Sequence[str]) -> None:
    """Also where only capitals differ, since databases differ in whether they do."""
    for name, times in Counter(map(str.lower, names)).items():
        if times > 1:
            raise Misconfigured(f"{which} called {name!r}; give each a name of its own")


def _refuse_taken(key: str, name: str) -> None:
    """A name that is the suite's or the database's own, or that would be another there than here."""
    if name.lower() in OWN:
        raise Misconfigured(f"{key}: {name!r} is a table of this suite's own; name the one that holds your {key}")
    if name.lower().startswith(SYSTEMS):
        raise Misconfigured(f"{key}: {name!r} is the database's own; name the table that holds your {key}")
    if "." in name:
        mend = "name a table that is found without its schema, or give a view of it"
        raise Misconfigured(f"{key}: {in_one_line(name, LONGEST)!r} has a full stop in it; {mend}")


def _refuse_strange(key: str, names: Mapping[str, str]) -> None:
    for name in names.values():
        if not name.isprintable() or len(name.encode()) > LONGEST:
            shown = in_one_line(name, LONGEST)
            raise Misconfigured(f"{key}: {shown!r} is no name; give one of at most {LONGEST} plain octets")


def _mapped(table: Table, names: Mapping[str, str], metadata: MetaData) -> Table:
    known = {NAME, *table.c.keys()}
    if strange := sorted(set(names) - known):
        raise Misconfigured(f"{table.name}: there is no {strange[0]!r}; known are {', '.join(sorted(known))}")
    _refuse_twins(f"{table.name}: two columns are", [names.get(each.key, each.key) for each in table.columns])
    columns = [
        Column(
            names.get(column.key, column.key),
            column.type,
            key=column.key,
            primary_key=column.primary_key,
            nullable=column.nullable,
            default=getattr(column.default, "arg", None),
            server_default=getattr(column.server_default, "arg", None),
        )
        for column in table.columns
    ]
    return Table(names.get(NAME, table.name), metadata, *columns)
