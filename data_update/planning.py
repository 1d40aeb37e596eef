"""Finds the slots, a page of devices at a time where it must be, and writes them down as a plan."""

from sqlalchemy import Connection, Table, func, insert, literal, select

from data_update.rule import Rule
from sut_adapters.s1sp_database.schema import devices
from sut_adapters.trouble import Misconfigured

PAGES = {"sqlite": 50_000}
"""Devices looked at in one statement, where that locks a whole file. Elsewhere all are."""

COLUMNS = (
    "device_id",
    "slot",
    "version",
    "device_type",
    "cohort",
    "operator",
    "market_participant",
    "role",
    "licence_area",
    "wrong",
    "reason",
)


def check_s1sp(connection: Connection, s1sp: str) -> None:
    """Raises Misconfigured where the devices are all somebody else's, by their rows."""
    of = devices.c.s1sp
    if connection.execute(select(of).where(of == s1sp).limit(1)).first():
        return
    if others := sorted(connection.execute(select(of).where(of.is_not(None)).distinct()).scalars()):
        raise Misconfigured(f"--s1sp: the database has no device of {s1sp}; it has those of {', '.join(others)[:200]}")


def find(connection: Connection, rule: Rule, run: str, after: str, last: str, into: Table) -> None:
    """Add to a plan what is found on a page of devices, the first excluded, the last included."""
    found = rule.findings().where(devices.c.device_id > after, devices.c.device_id <= last).subquery()
    rows = select(literal(run), *(found.c[name] for name in COLUMNS))
    connection.execute(insert(into).from_select(["run", *COLUMNS], rows))


def last_of_page(connection: Connection, after: str) -> str | None:
    """The last device of the page after a device, or None where there is none left."""
    of = devices.c.device_id
    last: str | None = None
    if page := PAGES.get(connection.dialect.name):
        nth = select(of).where(of > after).order_by(of).offset(page - 1).limit(1)
        last = connection.execute(nth).scalar()
    return last or connection.execute(select(func.max(of)).where(of > after)).scalar()
