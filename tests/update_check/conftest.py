"""Scenarios of Requirement 2, and a player of them."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from harness.corpus import ScenarioText
from harness.judge import PASSED, judge
from proof.collection import collection
from proof.player import Player
from proof.update_trials import FEATURES, called
from rulebook import law
from steps import MODULES
from sut_adapters.reference import ReferenceModel
from sut_adapters.s1sp_database.adapter import S1spDatabases
from sut_adapters.s1sp_database.check import Check
from sut_adapters.s1sp_database.command import Command
from sut_adapters.s1sp_database.connecting import sqlite_url
from tests.simulator.stores import Postgres, postgres

Played = Callable[[S1spDatabases, str], dict[str, str]]
Opened = Callable[..., S1spDatabases]


@pytest.fixture(scope="session")
def scenarios() -> tuple[ScenarioText, ...]:
    found = collection()
    assert not found.findings
    return tuple(one for one in found.scenarios if one.path.startswith(FEATURES))


@pytest.fixture(scope="session")
def player() -> Player:
    return Player([import_module(name) for name in MODULES])


@pytest.fixture(scope="session")
def play(scenarios: tuple[ScenarioText, ...], player: Player) -> Played:
    """Every scenario with these words in its address, by its title, with `PASS` or what is wrong."""

    def played(system: S1spDatabases, words: str) -> dict[str, str]:
        found = {}
        for scenario in scenarios:
            if words in scenario.id:
                system.begin(scenario.id, 107)
                found[scenario.name] = _outcome(player, scenario, system)
        assert found
        return found

    return played


def _outcome(player: Player, scenario: ScenarioText, system: S1spDatabases) -> str:
    try:
        player.play(scenario, system, law.rulings())
    except Exception as error:
        judgement = judge(error, Path.cwd())
        return f"{judgement.verdict}: {judgement.reason}"
    return str(PASSED.verdict)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Databases for an update, the reference unless another command is given; let go when the test ends."""
    systems: list[S1spDatabases] = []

    def system(command: Command | None = None, **said: object) -> S1spDatabases:
        content = {"command": "update", "database": sqlite_url(tmp_path / "s1sps.sqlite"), **said}
        check = Check.model_validate(content)
        systems.append(S1spDatabases(check, ReferenceModel(law.rulings()), command or called(None)))
        return systems[-1]

    yield system
    for one in systems:
        one.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgres]:
    """PostgreSQL, or a skip that says why there is none."""
    with postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of an empty database, once in SQLite and once in PostgreSQL."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "one.sqlite")
    server: Postgres = request.getfixturevalue("postgresql")
    return next(iter(server.urls().values()))
