"""A test PKI, a state with the cast in it, and devices whose Network Operator slots hold the wrong certificates."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from rulebook.law import rulings
from rulebook.vocabulary import S1SPS, SECMP0107, Component, Release
from sut_adapters.duis.schemas import Schemas, schemas_from
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.in_thread import InThread
from sut_adapters.simulator.opening import Law, opened
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.simulator.state import State
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from tests.simulator.asking import Asking
from tests.simulator.parties import Parties
from tests.simulator.running import simulation_in
from tests.simulator.stores import Postgres, Urls, postgres, sqlite_urls

Begin = Callable[..., Simulation]


@pytest.fixture(scope="session")
def pki() -> TestPki:
    return mint()


@pytest.fixture(scope="session")
def schemas() -> Schemas | None:
    """The genuine schemas, where this machine has them."""
    return schemas_from(None)


@pytest.fixture(scope="session")
def settings(pki: TestPki, schemas: Schemas | None) -> Settings:
    return Settings.of(pki, schemas)


@pytest.fixture
def parties(pki: TestPki, settings: Settings) -> Parties:
    return Parties(pki, settings)


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def state(settings: Settings, now: datetime) -> State:
    """The cast, SECMP0107 in force everywhere, no device."""
    return State.fresh(settings, SECMP0107, rulings(), now)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgres]:
    """PostgreSQL, or a skip that says why there is none."""
    with postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Urls:
    """Databases of both kinds, empty."""
    if request.param == "sqlite":
        return sqlite_urls(tmp_path)
    server: Postgres = request.getfixturevalue("postgresql")
    return server.urls()


@pytest.fixture
def begin(urls: Urls, settings: Settings) -> Iterator[Begin]:
    """Start a simulator on the same databases, as often as need be."""
    opened_ones: list[Databases] = []

    def started(release: Release | None = None) -> Simulation:
        opened_ones.append(Databases.open(urls[Component.DSP], {s1sp: urls[s1sp] for s1sp in S1SPS}))
        return opened(settings, opened_ones[-1], Law(rulings(), release))

    yield started
    for databases in opened_ones:
        databases.close()


@pytest.fixture
def simulation(settings: Settings, tmp_path: Path) -> Iterator[Simulation]:
    """A simulator without its sockets."""
    with simulation_in(tmp_path, settings) as simulation:
        yield simulation


@pytest.fixture
def dsp(simulation: Simulation) -> Iterator[Asking]:
    """The same with its sockets, by plain HTTP."""
    with InThread(simulation) as server, httpx.Client(base_url=server.url, timeout=60) as client:
        yield Asking(client)
