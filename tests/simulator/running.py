"""A simulator that serves from this process, on databases of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rulebook.law import rulings
from rulebook.vocabulary import S1SPS, Component
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.opening import Law, opened
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.simulation import Simulation
from tests.simulator.stores import sqlite_urls


@contextmanager
def simulation_in(folder: Path, settings: Settings, law: Law | None = None) -> Iterator[Simulation]:
    """Its databases are files in the folder."""
    urls = sqlite_urls(folder)
    databases = Databases.open(urls[Component.DSP], {s1sp: urls[s1sp] for s1sp in S1SPS})
    try:
        yield opened(settings, databases, law or Law(rulings()))
    finally:
        databases.close()
