"""The DSP's own records: facts, acknowledged requests, and what has not been delivered yet."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from sut_adapters.simulator.dsp_schema import facts, outbox, requests
from sut_adapters.simulator.exchange import Push
from sut_adapters.simulator.facts import Facts
from sut_adapters.simulator.state import REMEMBERED_REQUESTS, Work


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An acknowledged request that had not come to its end."""

    request_id: str
    document: bytes
    received: datetime
    handed_over: bool


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that the simulator reads back, oldest first; `outbox` by number."""

    facts: Mapping[str, str]
    unfinished: tuple[Unfinished, ...]
    answered: tuple[str, ...]
    outbox: Mapping[int, Push]


KNOWN = delete(facts).where(facts.c.name == bindparam("gone"))
ENDED = (
    update(requests)
    .where(requests.c.request_id == bindparam("ended"), requests.c.acted_on.is_(None))
    .values(document=None, acted_on=bindparam("acted"))
)
DELIVERED = delete(outbox).where(outbox.c.number == bindparam("gone"))
"""Made once: SQLAlchemy takes longer to build a statement than SQLite to carry it out."""


def learn(connection: Connection, new: Facts) -> None:
    """Facts in place of those of the same name."""
    if new:
        connection.execute(KNOWN, [{"gone": name} for name in new])
    if rows := [{"name": name, "value": value} for name, value in new.items() if value is not None]:
        connection.execute(insert(facts), rows)


def begin(connection: Connection, works: Sequence[Work]) -> None:
    """Requests have been acknowledged."""
    rows = [
        {
            "request_id": work.request_id,
            "document": work.document,
            "received": work.received.isoformat(),
            "handed_over": work.handed_over,
        }
        for work in works
    ]
    if rows:
        connection.execute(insert(requests), rows)


def finish(connection: Connection, ended: Mapping[str, bool]) -> None:
    """Requests have come to their end: by RequestID, whether they were acted on."""
    if ended:
        connection.execute(ENDED, [{"ended": name, "acted": acted_on} for name, acted_on in ended.items()])


def post(connection: Connection, pushes: Mapping[int, Push]) -> None:
    """Messages to be delivered, each under its number."""
    rows = [
        {"number": number, "user_id": push.user_id, "document": push.document, "acted_on": push.acted_on}
        for number, push in pushes.items()
    ]
    if rows:
        connection.execute(insert(outbox), rows)


def forget(connection: Connection, numbers: Collection[int]) -> None:
    """They have been delivered, or never will be."""
    if numbers:
        connection.execute(DELIVERED, [{"gone": number} for number in numbers])


def read(connection: Connection) -> Records:
    """Requests that ended long ago are dropped on the way."""
    ended = connection.scalars(
        select(requests.c.request_id).where(requests.c.acted_on.is_(True)).order_by(requests.c.number.desc())
    ).all()
    connection.execute(delete(requests).where(requests.c.acted_on.is_(False)))
    if old := ended[REMEMBERED_REQUESTS:]:
        connection.execute(delete(requests).where(requests.c.request_id.in_(old)))
    open_ones = select(requests).where(requests.c.acted_on.is_(None)).order_by(requests.c.number)
    return Records(
        facts={row.name: row.value for row in connection.execute(select(facts))},
        unfinished=tuple(
            Unfinished(row.request_id, row.document, datetime.fromisoformat(row.received), row.handed_over)
            for row in connection.execute(open_ones)
        ),
        answered=tuple(reversed(ended[:REMEMBERED_REQUESTS])),
        outbox={
            row.number: Push(row.user_id, row.document, row.acted_on)
            for row in connection.execute(select(outbox).order_by(outbox.c.number))
        },
    )
