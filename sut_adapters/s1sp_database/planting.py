"""The populations that a check fills its databases with, by their names: what they plant, and whose certificates."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.certificates import Certificates
from sut_adapters.s1sp_database.check import FIA, Check
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.trouble import Phase, Unreachable

SMALL = "small"
ENDED = "the day has ended, in UTC, and registrations with it, while the story was played; run the scenario again"


def now() -> datetime:
    """By the clock of this machine, which an update goes by too."""
    return datetime.now(UTC)


@dataclass
class Planting:
    """`at` is the moment of all populations. A name is `fia`, `small` or a number of devices.

    It holds for the day: days count whole, so that any moment of the day gives the same registrations.
    """

    check: Check
    at: datetime
    _planted: dict[str, tuple[Planted, ...]] = field(default_factory=dict)

    @classmethod
    def of_today(cls, check: Check) -> "Planting":
        """From this moment on."""
        return cls(check, now())

    @property
    def is_over(self) -> bool:
        """Whether an update that begins now would judge by another day."""
        return now().date() != self.at.date()

    def refuse_if_over(self) -> None:
        """Raises Unreachable: nobody can say by which day an update went that began on one and ended on the next."""
        if self.is_over:
            raise Unreachable(Phase.REACH, ENDED)

    @property
    def usual(self) -> str:
        """What most scenarios are played on."""
        return SMALL if self.check.population in (None, FIA) else str(self.check.population)

    def population(self, name: str) -> Population:
        """The one of this name."""
        if name == FIA:
            return Population.fia(self.at, self.check.seed)
        if name == SMALL:
            return Population.small(self.at, self.check.seed)
        return Population.sized(int(name), self.at, self.check.seed)

    def planted(self, name: str, s1sp: Component) -> tuple[Planted, ...]:
        """What it says of an S1SP's slots."""
        if name not in self._planted:
            self._planted[name] = tuple(self.population(name).planted())
        return tuple(one for one in self._planted[name] if one.s1sp == s1sp.value)

    @cached_property
    def certificates(self) -> Certificates:
        """Those that all of them go by."""
        return Certificates(self.check.seed, self.at)
