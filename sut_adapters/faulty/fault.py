"""What a faulty build is: wrong in one way, with the words of the law that it goes against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rulebook.model import RIGHT, Build
from rulebook.vocabulary import Rulings
from sut_adapters.breaches import Breach
from sut_adapters.reference import ReferenceModel
from sut_adapters.simulator.conduct import PROPER, Conduct

if TYPE_CHECKING:
    from sut_adapters.simulator.scrutiny import Scrutiny


System = Callable[[Rulings, Build], object]
"""From the rulings that it follows and its build to a system that offers the ports."""


def as_built(rulings: Rulings, build: Build) -> object:
    """The reference model, faulty where the build is."""
    return ReferenceModel(rulings, build=build)


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to be wrong.

    `breaks` begins with the clause that the fault is named for; each of them must be what a scenario catches it by.
    `mistake` is what a Service Provider did to come by it, in one sentence. `rulings` are those without which it is not
    wrong. `features` is the folder of scenarios that can meet it. `scrutiny` gives how it looks at messages, where that
    is what is wrong with it, and `conduct` what a simulator does that is wrong in the way of `system`.
    """

    name: str
    breaks: tuple[Breach, ...]
    mistake: str
    build: Build = RIGHT
    system: System = as_built
    rulings: Mapping[str, str] = field(default_factory=dict)
    features: str = "requirement_1/"
    scrutiny: "Callable[[], Scrutiny] | None" = None
    conduct: Conduct = PROPER

    @property
    def clause(self) -> str:
        """The statement that it is named for."""
        return self.breaks[0].statement

    @property
    def limb(self) -> str:
        """The limb of that statement which it breaks; empty where it breaks none in particular."""
        return self.breaks[0].limb

    @property
    def can_be_served(self) -> bool:
        """Whether a simulator can be wrong in this way: not where it takes a memory that no simulator has."""
        return self.system is as_built or self.conduct is not PROPER

    def under(self, rulings: Rulings) -> object:
        """A system with this fault, which follows these rulings and those that make it wrong."""
        ruled = self.ruled(rulings)
        if self.scrutiny:
            return ReferenceModel(ruled, build=self.build, scrutiny=self.scrutiny)
        return self.system(ruled, self.build)

    def ruled(self, rulings: Rulings) -> Rulings:
        """These rulings, and those that make it wrong."""
        return Rulings({**rulings.ruled, **self.rulings}, rulings.defaults)
