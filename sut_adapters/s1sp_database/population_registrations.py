"""Rows of `registrations` for each way in which a device of a population is registered."""

from collections.abc import Mapping
from dataclasses import dataclass

from sut_adapters.s1sp_database.population_days import SINCE, Days
from sut_adapters.s1sp_database.population_operators import CORRECTABLE, CURLEW, ED, GT, HERON, Licence
from sut_adapters.s1sp_database.population_stories import Point, Registered, Story

Row = tuple[str | None, ...]
NORTHMOORS_SISTER = CORRECTABLE[1]
RECORDED = -400
"""When most records were made, in days from now."""


@dataclass(frozen=True, slots=True)
class Record:
    """Days are counted from now; a `start` of None is long ago. `of_rival` is whether it names the other operator,
    `of_sister` whether it names another market participant of the operator's SEC Party.
    """

    of_rival: bool = False
    of_sister: bool = False
    start: int | None = None
    end: int | None = None
    recorded: int = RECORDED
    withdrawn: int | None = None


RECORDS: Mapping[Registered, tuple[Record, ...]] = {
    Registered.ONCE: (Record(),),
    Registered.NEVER: (),
    Registered.AFTER_ANOTHER: (Record(of_rival=True, end=-366), Record(start=-365)),
    Registered.SINCE_TODAY: (Record(of_rival=True, end=-1), Record(start=0)),
    Registered.CORRECTED: (Record(of_rival=True, withdrawn=-2), Record(recorded=-2)),
    Registered.WITHDRAWN_LATER: (Record(withdrawn=2),),
    Registered.ENDED: (Record(end=-10),),
    Registered.TWICE: (Record(), Record(of_rival=True)),
    Registered.TWICE_ONE_PARTY: (Record(), Record(of_sister=True)),
    Registered.TWICE_FOR_A_DAY: (Record(), Record(of_rival=True, end=0)),
    Registered.WITH_LAST_DAY: (Record(end=10),),
    Registered.WITH_SUCCESSOR: (Record(end=9), Record(of_rival=True, start=10, recorded=-5)),
    Registered.OPEN_ENDED_WITH_SUCCESSOR: (Record(), Record(of_rival=True, start=10, recorded=-5)),
}
ELSEWHERE = {
    Point.OWN_EXPORT: (Record(), "8", "export"),
    Point.OWN_SECONDARY: (Record(), "9", "secondary import"),
    Point.SISTER_EXPORT: (Record(of_sister=True), "8", "export"),
    Point.OTHER_EXPORT: (Record(of_rival=True), "8", "export"),
    Point.OTHER_SECONDARY: (Record(of_rival=True), "9", "secondary import"),
}
"""Whose the other meter point is, the digit that its MPAN begins with, and its kind."""
SUPPLIERS = {ED: CURLEW, GT: HERON}
"""Registered for every meter point of a planted device: who supplies is no network operator."""


def rows(story: Story, mpxn: str, home: Licence, rival: Licence, days: Days) -> tuple[Row, ...]:
    """In the order of population_staging.REGISTRATION_COLUMNS."""
    kind = "import" if home.role is ED else "gas"
    own = [_row(record, mpxn, kind, _who(record, home, rival), home, days) for record in RECORDS[story.registered]]
    own.append(_row(Record(), mpxn, kind, SUPPLIERS[home.role], home, days))
    if story.point in ELSEWHERE:
        record, digit, elsewhere = ELSEWHERE[story.point]
        own.append(_row(record, other_mpan(digit, mpxn), elsewhere, _who(record, home, rival), home, days))
    return tuple(own)


def _who(record: Record, home: Licence, rival: Licence) -> Licence:
    return rival if record.of_rival else NORTHMOORS_SISTER if record.of_sister else home


def other_mpan(digit: str, mpan: str) -> str:
    """The device's other MPAN, made from its Import MPAN."""
    return digit + mpan[1:]


def _row(record: Record, mpxn: str, kind: str, who: Licence, home: Licence, days: Days) -> Row:
    return (
        mpxn,
        who.market_participant,
        who.role.value,
        SINCE if record.start is None else days.day(record.start),
        days.moment(record.recorded),
        kind,
        home.licence_area,
        None if record.end is None else days.day(record.end) if record.end else days.last_of_now,
        None if record.withdrawn is None else days.moment(record.withdrawn),
    )
