"""What has been done to the databases, and what they were like after each step: done once, and looked at by many.

A scenario says what is done; where an earlier one has done just the same, its pictures are looked at again. An update
is started as often as there are different stories, and not as often as there are scenarios.
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.s1sp_database import snapshots
from sut_adapters.s1sp_database.check import Check
from sut_adapters.s1sp_database.mapping import Tables
from sut_adapters.s1sp_database.planting import SMALL, Planting
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.s1sp_database.rehearsing import rehearsed
from sut_adapters.s1sp_database.snapshots import Picture
from sut_adapters.s1sp_database.states import FILL, Deed, History, State
from sut_adapters.s1sp_database.trial_database import Contents, TrialDatabase
from sut_adapters.trouble import Trouble
from sut_adapters.update_terms import Place

Question = tuple[History, str, Component]
Result = TypeVar("Result")


@dataclass
class Trial:
    """The databases of one check, with their histories: the one that a scenario has told, and the one that is real."""

    check: Check
    tables: Tables
    told: History = ()
    real: History | None = None
    _states: dict[History, State] = field(default_factory=dict)
    _deeds: dict[Deed, Callable[[], object]] = field(default_factory=dict)
    _seen: dict[Question, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mp107-", ignore_cleanup_errors=True)
        self.planting = Planting.of_today(self.check)
        self.databases = [
            TrialDatabase(url, s1sps, self._named(s1sps), self.tables) for url, s1sps in self.check.urls.items()
        ]

    def of(self, s1sp: Component) -> TrialDatabase:
        """The database that holds an S1SP's devices."""
        return next(database for database in self.databases if s1sp in database.s1sps)

    def begin(self) -> None:
        """Nothing has been told yet; on a day after the last, nothing has been done either."""
        self.told = ()
        if self.planting.is_over:
            self.planting, self.real = Planting.of_today(self.check), None
            for known in (self._states, self._deeds, self._seen):
                known.clear()

    def population(self) -> Population:
        """The one that has been filled."""
        return self.planting.population(self._kind)

    def planted(self, s1sp: Component) -> tuple[Planted, ...]:
        """What the population says of an S1SP's slots."""
        self.filled()
        return self.planting.planted(self._kind, s1sp)

    @property
    def _kind(self) -> str:
        return self.told[0][1] if self.told else SMALL

    def state(self) -> State:
        """What has been told has come to this."""
        self.filled()
        return self._states[self.told]

    def filled(self, kind: str = "") -> None:
        """Begin with a population, by default the one of the check, unless this has been told."""
        if not self.told:
            self.do((FILL, kind or self.planting.usual), self._fill)

    def before(self) -> Mapping[Place, Contents]:
        """What slots held when the databases had been filled."""
        self.filled()
        return self._states[self.told[:1]].held

    def before_the_last(self) -> Mapping[Place, Contents]:
        """What slots held before what has been told last."""
        self.filled()
        return self._states[self.told[:-1] or self.told].held

    def do(self, deed: Deed, how: Callable[[], Result]) -> Result:
        """Tell it, and give what it gave; raises the trouble that it came to."""
        if deed[0] != FILL:
            self.filled()
        self.told = (*self.told, deed)
        self._deeds[deed] = how
        if self.told not in self._states:
            self._make_real(self.told)
        state = self._states[self.told]
        if state.trouble is not None:
            raise state.trouble
        return cast("Result", state.result)

    def look(self, what: str, s1sp: Component, how: Callable[[], Result]) -> Result:
        """At what has been told has come to, which changes nothing: once for each story."""
        self.filled()
        question = (self.told, what, s1sp)
        if question not in self._seen:
            self._make_real(self.told)
            self._seen[question] = how()
        return cast("Result", self._seen[question])

    def results(self, s1sp: Component) -> tuple[object, ...]:
        """What the deeds that have been told of one S1SP gave."""
        lengths = range(1, len(self.told) + 1)
        return tuple(self._states[self.told[:n]].result for n in lengths if s1sp.value in self.told[n - 1])

    def picture(self, s1sp: Component, history: History) -> Picture:
        """Of the database that holds an S1SP's devices, after a history."""
        state = self._states[history]
        if not state.pictures:
            self._make_real(history)
            state.pictures.update(self._pictures(history))
        return state.pictures[s1sp]

    def pictured(self) -> None:
        """What has been told will be compared with what is told later."""
        self.filled()
        for s1sp in S1SPS:
            self.picture(s1sp, self.told)

    def close(self) -> None:
        """Let the databases go."""
        for database in self.databases:
            database.close()
        self._folder.cleanup()

    def _make_real(self, history: History) -> None:
        if self.real is None or history[: len(self.real)] != self.real:
            self.real = ()
        for length in range(len(self.real) + 1, len(history) + 1):
            self._carry_out(history[:length])

    def _carry_out(self, history: History) -> None:
        self.real = None
        try:
            result, trouble = self._deeds[history[-1]](), None
            self.planting.refuse_if_over()
        except Trouble as error:
            result, trouble = None, error
        if trouble is not None and not history[1:]:
            self.told = ()
            raise trouble
        known = self._states.get(history)
        if trouble is not None and known is not None and known.trouble is None:
            raise trouble
        if known is None:
            asked = self.population().is_small or history[1:] == ()
            pictures = self._pictures(history) if asked else {}
            self._states[history] = State(result, pictures, self._held(), trouble)
        self.real = history if trouble is None else None

    def _held(self) -> Mapping[Place, Contents]:
        held: dict[Place, Contents] = {}
        for s1sp in S1SPS if self.population().is_small else ():
            database = self.of(s1sp)
            with database.transaction() as connection:
                held |= database.slots(connection, {one.device_id for one in self.planted(s1sp)})
        return held

    def _pictures(self, history: History) -> dict[Component, Picture]:
        pictures: dict[Component, Picture] = {}
        for number, database in enumerate(self.databases):
            whole = Path(self._folder.name) / f"{number}-{'-'.join(history[0])}"
            picture = snapshots.noted(database.picture(whole), self._rehearsed(database))
            pictures |= dict.fromkeys(database.s1sps, picture)
        return pictures

    def _rehearsed(self, database: TrialDatabase) -> tuple[str, ...]:
        planted = [one for s1sp in database.s1sps for one in self.planting.planted(self._kind, s1sp)]
        return rehearsed(database, planted, self.planting.certificates, self.population().keep_octets)

    def _fill(self) -> None:
        for database in self.databases:
            database.fill(self.population())

    def _named(self, s1sps: tuple[Component, ...]) -> str:
        return "database" if len(s1sps) > 1 else f"databases.{s1sps[0]}"
