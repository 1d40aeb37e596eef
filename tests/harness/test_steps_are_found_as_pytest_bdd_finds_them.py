"""The step look-up that stands in for pytest-bdd's own."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_bdd import given, parsers, step

from harness import step_lookup

PARSED: list[str] = []


class Counting(parsers.parse):
    """Notes how often it is asked."""

    def is_matching(self, name: str) -> bool:
        PARSED.append(name)
        return super().is_matching(name)


@given(Counting("{party} is registered"))
def _(party: str) -> None: ...


@given(Counting("Northmoor is registered"))
def _() -> None: ...


@step(Counting("{party} acts"))
def _(party: str) -> None: ...


def names(find: Callable[..., Iterator[Any]], request: pytest.FixtureRequest, kind: str, sentence: str) -> list[str]:
    wanted = SimpleNamespace(type=kind, name=sentence)
    return [fixture.argname for fixture in find(wanted, request._fixturemanager, request.node)]


@pytest.mark.parametrize(
    ("kind", "sentence", "number"),
    [
        ("given", "Northmoor is registered", 2),
        ("given", "Southfell is registered", 1),
        ("when", "Southfell is registered", 0),
        ("when", "Southfell acts", 1),
        ("then", "Southfell acts", 1),
        ("given", "nobody says this", 0),
    ],
)
def test_it_finds_the_same_definitions(request: pytest.FixtureRequest, kind: str, sentence: str, number: int) -> None:
    ours = names(step_lookup.find_fixturedefs_for_step, request, kind, sentence)
    assert ours == names(step_lookup._stock, request, kind, sentence)
    assert len(ours) == number


def test_a_sentence_is_parsed_once_by_those_it_is_not_for(request: pytest.FixtureRequest) -> None:
    """So that a scenario costs the same however many definitions there are."""
    names(step_lookup.find_fixturedefs_for_step, request, "given", "Westbrook is registered")
    PARSED.clear()
    for _ in range(3):
        names(step_lookup.find_fixturedefs_for_step, request, "given", "Westbrook is registered")
    assert PARSED == ["Westbrook is registered"] * 3


def test_it_is_in_place_here() -> None:
    assert step_lookup.install()
    assert step_lookup._pytest_bdd_scenario.find_fixturedefs_for_step is step_lookup.find_fixturedefs_for_step


def test_the_function_that_it_replaces_is_the_one_that_it_was_written_for() -> None:
    """Red when pytest-bdd changes: read its new look-up, then write down the new version and hash."""
    assert step_lookup.hash_of(step_lookup._stock) == step_lookup.KNOWN_SOURCE


@pytest.mark.parametrize(("name", "value"), [("KNOWN_VERSION", "9.1.0"), ("KNOWN_SOURCE", "changed")])
def test_another_pytest_bdd_keeps_its_own(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setattr(step_lookup, name, value)
    monkeypatch.setattr(step_lookup._pytest_bdd_scenario, "find_fixturedefs_for_step", step_lookup._stock)
    assert not step_lookup.install()
    assert step_lookup._pytest_bdd_scenario.find_fixturedefs_for_step is step_lookup._stock
