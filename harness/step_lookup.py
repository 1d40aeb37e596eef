"""Finds a step's definition without walking through every fixture for every step, as pytest-bdd does.

Stands in for one function of one version of pytest-bdd; any other version keeps its own, slower look-up.
"""

import hashlib
import importlib
import inspect
from collections.abc import Callable, Iterator
from importlib.metadata import version
from weakref import WeakKeyDictionary

from _pytest.fixtures import FixtureDef, FixtureManager
from _pytest.nodes import Node
from pytest_bdd.compat import get_fixture_names, getfixturedefs
from pytest_bdd.parser import Step
from pytest_bdd.steps import StepNamePrefix, step_function_context_registry

KNOWN_VERSION = "9.0.1"
KNOWN_SOURCE = "0de5589ea01cffaf42f8e56d7fdb38e5c1bc5f9c28d744a2f7461c70cc6504fa"
"""SHA-256 of the source of the function that is replaced."""

_pytest_bdd_scenario = importlib.import_module("pytest_bdd.scenario")  # `pytest_bdd.scenario` itself is a decorator
_stock = _pytest_bdd_scenario.find_fixturedefs_for_step
_parsing: WeakKeyDictionary[FixtureManager, dict[tuple[str, str], list[str]]] = WeakKeyDictionary()


def install() -> bool:
    """Put the look-up in place; False, and nothing changed, where pytest-bdd is not the one it was written for."""
    if version("pytest-bdd") != KNOWN_VERSION or hash_of(_stock) != KNOWN_SOURCE:
        return False
    setattr(_pytest_bdd_scenario, _stock.__name__, find_fixturedefs_for_step)
    return True


def find_fixturedefs_for_step(step: Step, fixturemanager: FixtureManager, node: Node) -> Iterator[FixtureDef[object]]:
    """What pytest-bdd's own gives. Which fixtures can parse a sentence is found out once for each sentence.

    Step definitions are known when collection ends; pytest still decides which of them this node sees.
    """
    known = _parsing.setdefault(fixturemanager, {})
    sentence = (step.type, step.name)
    if sentence not in known:
        known[sentence] = [name for name in _step_definitions(fixturemanager) if _parses(fixturemanager, name, step)]
    for name in known[sentence]:
        for fixture in getfixturedefs(fixturemanager, name, node) or ():
            if _can_parse(fixture, step):
                yield fixture


def hash_of(function: Callable[..., object]) -> str:
    """SHA-256 of a function's source."""
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()


def _step_definitions(fixturemanager: FixtureManager) -> list[str]:
    return [name for name in get_fixture_names(fixturemanager) if name.startswith(StepNamePrefix.step_def.value)]


def _parses(fixturemanager: FixtureManager, name: str, step: Step) -> bool:
    """Whether any definition of this name can, whoever sees it."""
    everywhere = fixturemanager._arg2node2fixturedefs.get(name, {}).values()
    return any(_can_parse(fixture, step) for fixtures in everywhere for fixture in fixtures)


def _can_parse(fixture: FixtureDef[object], step: Step) -> bool:
    context = step_function_context_registry.get(fixture.func)
    if context is None or context.type not in (None, step.type):
        return False
    return bool(context.parser.is_matching(step.name))
