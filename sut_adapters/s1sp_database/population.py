"""A population of devices for an S1SP's database: known to the last slot, and the same for the same seed and moment."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.s1sp_database import population_devices as devices
from sut_adapters.s1sp_database import population_layout as layouts
from sut_adapters.s1sp_database.mapping import STANDARD, Tables
from sut_adapters.s1sp_database.population_days import Days
from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.s1sp_database.population_filling import Filling
from sut_adapters.s1sp_database.population_layout import COHORT_OF, Layout

SMALL_UP_TO = 20_000
"""Slots of larger populations hold Certificate IDs only."""

OCTETS_AT = frozenset({Component.S1SP1, Component.S1SP2})
"""The third keeps Certificate IDs only, which S1SR clause 2 calls enough."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Population:
    """`at` is the moment round which registrations begin and end: now, for an update that goes by the clock."""

    layout: Layout
    at: datetime
    cohort_of: Mapping[Component, str] = field(default_factory=lambda: COHORT_OF)

    @classmethod
    def fia(cls, at: datetime, seed: int = 107) -> "Population":
        """The figures of FIA 4.2.2 among a million correct devices."""
        return cls(layouts.fia(seed), at)

    @classmethod
    def sized(cls, number: int, at: datetime, seed: int = 107) -> "Population":
        """So many devices; raises Misconfigured where that is not enough for one of each kind."""
        return cls(layouts.sized(number, seed), at)

    @classmethod
    def small(cls, at: datetime, seed: int = 107) -> "Population":
        """A few hundred devices, one of each kind at each S1SP."""
        return cls(layouts.small(seed), at)

    @property
    def is_small(self) -> bool:
        """Few enough devices to look at each slot after each step."""
        return self.layout.size <= SMALL_UP_TO

    @property
    def keep_octets(self) -> Collection[Component]:
        """The S1SPs whose slots hold certificates, and not only their IDs."""
        return OCTETS_AT if self.is_small else frozenset()

    def planted(self) -> Iterator[Planted]:
        """Every slot that is no ordinary correct one, with what is expected of it. For the judge; no table has it."""
        days = Days(self.at)
        for place, s1sp, story in self.layout.planted():
            yield from devices.planted(devices.device(place, s1sp, self.cohort_of[s1sp], story, days), story)

    def fill(
        self,
        engine: Engine,
        s1sps: Collection[Component] = S1SPS,
        tables: Tables = STANDARD,
        progress: Progress = lambda _done, _of: None,
    ) -> None:
        """Into empty tables, which are made where they are not there: the devices of these S1SPs, and every input."""
        tables.make(engine)
        filling = Filling(engine, tables, self.at, self.layout.seed, self.keep_octets)
        filling.fill(self.layout, self.cohort_of, frozenset(s1sps), progress)
