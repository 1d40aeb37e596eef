"""Puts a simulator together from its databases, its PKI and the law that it goes by."""

from dataclasses import dataclass, replace

from rulebook.vocabulary import SECMP0107, Release, Rulings
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.keeping import Keeper
from sut_adapters.simulator.recovery import recovered
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.simulation import Clock, Simulation, now
from sut_adapters.simulator.state import State


@dataclass(frozen=True, slots=True)
class Law:
    """What the components go by. Without a release the state stays as it was kept, at first in force everywhere."""

    rulings: Rulings
    release: Release | None = None


def opened(settings: Settings, databases: Databases, law: Law, clock: Clock = now) -> Simulation:
    """Where the databases say that it was, or with nothing but the cast; Unreachable where one has gone away."""
    fresh = State.fresh(settings, SECMP0107, law.rulings, clock())
    known = recovered(databases, fresh)
    simulation = Simulation(known, Keeper(databases, known.state, max(known.outbox, default=0)), clock)
    if law.release is not None:
        simulation.adopt(replace(simulation.state, release=law.release))
    return simulation
