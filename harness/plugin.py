"""The pytest plugin of the suite: options and markers; the modules it names do the rest, in the order of a run."""

import os

import pytest

from harness import hooks, step_lookup
from harness.markers import register_markers
from harness.options import add_options, parse_options
from harness.session import RUN, Run
from harness.verdicts import Verdict
from rulebook import law
from rulebook.vocabulary import Rulings
from sut_adapters.duis.schemas import VARIABLE

pytest_plugins = [
    "harness.ports",
    "harness.update_ports",
    "harness.collecting",
    "harness.running",
    "harness.finishing",
    "harness.terminal",
]


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.add_hookspecs(hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    add_options(parser)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    step_lookup.install()
    run = Run(parse_options(config), Rulings())
    config.stash[RUN] = run
    shuffle_by(run.options.seed, config)
    if run.options.duis_schemas:
        os.environ[VARIABLE] = str(run.options.duis_schemas)
    try:
        register_markers(config)
        run.rulings = law.rulings()
        law.closures()
    except law.LawError as error:
        run.problem(Verdict.SUITE_ERROR, str(error))
        return
    run.rulings = _rulings(run.options.readings)


def shuffle_by(seed: int, config: pytest.Config) -> None:
    """Where pytest-randomly is at work, and nobody gave it a seed: the order follows from the one that is printed."""
    if getattr(config.option, "randomly_seed", None) == "default":
        config.option.randomly_seed = seed


def _rulings(readings: dict[str, str]) -> Rulings:
    try:
        return law.rulings(readings)
    except law.LawError as error:
        raise pytest.UsageError(f"--reading: {error}") from error
