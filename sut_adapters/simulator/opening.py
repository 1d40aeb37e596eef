"""Puts a simulator together from its databases, its PKI and the law that it goes by."""

from dataclasses import dataclass, replace

from rulebook.model import RIGHT, Build
from rulebook.vocabulary import SECMP0107, Release, Rulings
from sut_adapters.simulator.clocks import Clock, now
from sut_adapters.simulator.conduct import PROPER, Conduct
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.keeping import Keeper
from sut_adapters.simulator.recovery import Recovered, recovered
from sut_adapters.simulator.scrutiny import THOROUGH, Scrutiny
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.simulator.state import State


@dataclass(frozen=True, slots=True)
class Law:
    """What the components go by. Without a release the state stays as it was kept, at first in force everywhere.

    The last three are how they are built: rightly, unless they are faulty.
    """

    rulings: Rulings
    release: Release | None = None
    build: Build = RIGHT
    scrutiny: Scrutiny = THOROUGH
    conduct: Conduct = PROPER


def opened(settings: Settings, databases: Databases, law: Law, clock: Clock = now) -> Simulation:
    """Where the databases say that it was, or with nothing but the cast; Unreachable where one has gone away."""
    settings = replace(settings, build=law.build, scrutiny=law.scrutiny, conduct=law.conduct)

    def recover() -> tuple[Recovered, Keeper]:
        known = recovered(databases, State.fresh(settings, SECMP0107, law.rulings, clock()))
        return known, Keeper(databases, known.state, max(known.outbox, default=0))

    simulation = Simulation(recover, clock)
    if law.release is not None:
        simulation.adopt(replace(simulation.state, release=law.release))
    return simulation
