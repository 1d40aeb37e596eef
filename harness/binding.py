"""Which scenario of the feature files each collected item is."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from pytest_bdd.scenario import scenario_wrapper_template_registry

from harness.corpus import Corpus, ScenarioText

MODULE = "test_conformance.py"
EXAMPLE = "_pytest_bdd_example"

_Key = tuple[str, int, frozenset[tuple[str, str]]]


def is_conformance(node: pytest.Item | pytest.Collector, root: Path) -> bool:
    """Whether a node comes from the one module that binds the features."""
    return node.path == root / MODULE


def bind(items: Iterable[pytest.Item], corpus: Corpus) -> dict[str, ScenarioText]:
    """The scenario of each item by node id. Items that are none are left out: the guard has a word with them."""
    known: dict[_Key, ScenarioText] = {
        (one.path, one.definition_line, frozenset(one.row.items())): one for one in corpus.scenarios
    }
    keys = {item.nodeid: _key(item, corpus.folder) for item in items}
    return {node: known[key] for node, key in keys.items() if key in known}


def _key(item: pytest.Item, folder: Path) -> _Key | None:
    template = scenario_wrapper_template_registry.get(getattr(item, "function", is_conformance))
    if template is None or not Path(template.feature.filename).is_relative_to(folder):
        return None
    path = Path(template.feature.filename).relative_to(folder).as_posix()
    callspec = getattr(item, "callspec", None)
    row: dict[str, str] = callspec.params.get(EXAMPLE, {}) if callspec else {}
    return path, template.line_number, frozenset(row.items())
