"""What the rows of a population are, and in what order they are written, a hundred thousand devices at a time."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, insert, text

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database import population_staging as staging
from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.population_certificates import ISSUER, USES, Mint
from sut_adapters.s1sp_database.population_days import SINCE, Days
from sut_adapters.s1sp_database.population_devices import HEXADECIMAL, SLOTS, device, home_of
from sut_adapters.s1sp_database.population_inputs import write_inputs
from sut_adapters.s1sp_database.population_layout import SHARES, Layout
from sut_adapters.s1sp_database.population_operators import CURLEW, ED, HERON, LICENCES, Licence
from sut_adapters.s1sp_database.population_stories import ESME, GPF, RIGHT, Held, Registered, Story
from sut_adapters.s1sp_database.population_writing import drop_staging, write, writing

CHUNK = 100_000
FORMS = 2
"""In which a slot holds a certificate: its ID alone, and with its octets."""
PATTERN = 200
"""Ordinary devices repeat themselves after so many: shares in hundredths, two types, four operators of each."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows of `staging`, and the registrations of those among them that are not ordinary."""

    rows: list[Row]
    records: list[Row]


class Filling:
    """Into empty tables. `octets` are the S1SPs whose slots hold certificates, and not only their IDs."""

    def __init__(self, engine: Engine, tables: Tables, at: datetime, seed: int, octets: Collection[Component]) -> None:
        self._engine, self._tables, self._days = engine, tables, Days(at)
        self._mint, self._octets = Mint(seed, at), octets
        self._number = {licence: number for number, licence in enumerate(LICENCES)}

    def fill(
        self,
        layout: Layout,
        cohort_of: Mapping[Component, str],
        s1sps: Collection[Component],
        progress: Callable[[int, int], None],
    ) -> None:
        """The devices of these S1SPs, and every input."""
        with writing(self._engine, self._make_staging) as connections:
            write_inputs(connections[0], self._tables, self._mint, self._days)
            self._devices(connections, layout, cohort_of, s1sps, progress)
            drop_staging(connections)
        if self._engine.dialect.name == "postgresql":
            with self._engine.begin() as connection:
                connection.execute(text("ANALYZE"))

    def _make_staging(self, connection: Connection) -> None:
        staging.metadata.create_all(connection)
        certificates = [
            {
                "key": FORMS * number + form,
                "owner": each.licence.eui,
                "use": each.use.value,
                "issuer": ISSUER,
                "serial": each.serial,
                "certificate": (None, each.der)[form],
            }
            for number, each in enumerate(self._mint.stored())
            for form in range(FORMS)
        ]
        connection.execute(insert(staging.held), certificates)
        names = ("market_participant", "role", "licence_area")
        records = [
            {"key": number, **dict(zip(names, each.registrable, strict=True)), "meter_point": _kind(each)}
            for each, number in self._number.items()
        ]
        connection.execute(insert(staging.registered), records)
        slots = [{"number": number, "slot": slot.value} for number, slot in enumerate(SLOTS)]
        connection.execute(insert(staging.kinds), slots)

    def _devices(
        self,
        connections: Sequence[Connection],
        layout: Layout,
        cohort_of: Mapping[Component, str],
        s1sps: Collection[Component],
        progress: Callable[[int, int], None],
    ) -> None:
        insertions = staging.insertions(self._tables, SINCE, self._days.moment(-400))
        of_their_own = insert(self._tables.registrations)
        count = 0

        def work(connection: Connection, chunk: Chunk) -> int:
            staging.stage(connection, chunk.rows)
            for statement in insertions:
                connection.execute(statement)
            staging.unstage(connection)
            if chunk.records:
                names = staging.REGISTRATION_COLUMNS
                connection.execute(of_their_own, [dict(zip(names, each, strict=True)) for each in chunk.records])
            return len(chunk.rows)

        def done(more: int) -> None:
            nonlocal count
            count += more
            progress(count, layout.size)

        write(connections, self._chunks(layout, cohort_of, s1sps), work, done)

    def _chunks(
        self, layout: Layout, cohort_of: Mapping[Component, str], s1sps: Collection[Component]
    ) -> Iterator[Chunk]:
        records: list[Row] = []
        rows = self._rows(layout, cohort_of, s1sps, records)
        while taken := list(islice(rows, CHUNK)):
            yield Chunk(taken, records.copy())
            records.clear()

    def _rows(
        self, layout: Layout, cohort_of: Mapping[Component, str], s1sps: Collection[Component], records: list[Row]
    ) -> Iterator[Row]:
        """In the order of the places; appends to `records` the registrations of devices that are not ordinary.

        No device says whose it is in a database that holds one S1SP's.
        """
        planted = {place: (s1sp, story) for place, s1sp, story in layout.planted()}
        alone = len(s1sps) == 1
        pattern = [self._ordinary(place, cohort_of, alone=alone) for place in range(PATTERN)]
        for place in range(layout.size):
            if place in planted:
                s1sp, story = planted[place]
                if s1sp in s1sps:
                    made = device(place, s1sp, cohort_of[s1sp], story, self._days)
                    records += made.registrations
                    yield (
                        *(_nobodys(made.row) if alone else made.row),
                        *(self._certificate(s1sp, licence, slot) for slot, licence in enumerate(made.held)),
                        None,
                    )
            else:
                s1sp, area, tail = pattern[place % PATTERN]
                if s1sp in s1sps:
                    a, b, c, d = place.to_bytes(4)
                    identifier = f"02-4D-50-44-{HEXADECIMAL[a]}-{HEXADECIMAL[b]}-{HEXADECIMAL[c]}-{HEXADECIMAL[d]}"
                    if area:
                        yield (identifier, "ESME", f"{area}{place:011d}", *tail)
                    else:
                        yield (identifier, "GPF", f"{place + 1:010d}", *tail)

    def _ordinary(self, place: int, cohort_of: Mapping[Component, str], *, alone: bool) -> tuple[Component, str, Row]:
        """Whose the correct devices of this remainder are, how an MPAN of theirs begins, and the columns after it."""
        s1sp = _share(place)
        story = Story("right", GPF if place % 2 else ESME, Held.OWN, Held.OWN, RIGHT, RIGHT, Registered.ONCE)
        home = home_of(place, story)
        supplier = HERON if place % 2 else CURLEW
        held = (self._certificate(s1sp, licence, n) for n, licence in enumerate((home, supplier, home, supplier)))
        tail = (
            None,
            None,
            "SMETS1",
            "Commissioned",
            None if alone else s1sp.value,
            cohort_of[s1sp],
            *held,
            self._number[home],
        )
        return s1sp, "" if place % 2 else home.licence_area, tail

    def _certificate(self, s1sp: Component, licence: Licence | None, slot: int) -> int | None:
        """The key of what the slot holds: signing in the critical slots, which come first."""
        if licence is None:
            return None
        return FORMS * (self._number[licence] * len(USES) + slot // 2) + (s1sp in self._octets)


def _nobodys(row: Row) -> Row:
    *before, _s1sp, cohort = row
    return (*before, None, cohort)


def _share(place: int) -> Component:
    place %= 100
    for s1sp, share in SHARES.items():
        if place < share:
            return s1sp
        place -= share
    raise ValueError(place)


def _kind(licence: Licence) -> str:
    return "import" if licence.role is ED else "gas"
