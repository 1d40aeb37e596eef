"""What one scenario costs against the number of step definitions: the harness's look-up and stock pytest-bdd."""

import json
from collections.abc import Mapping
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from rich.console import Group
from rich.table import Table

from tests.benchmarks.child import run_child
from tests.benchmarks.mini_project import KINDS, write_mini_project

UNUSED = (10, 40, 160)
ROUNDS = 5
ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
CLOCK = "tests.benchmarks.scenario_clock"
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "pytest_bdd.plugin", "-p", CLOCK)
LOOK_UPS: Mapping[str, tuple[str, ...]] = {
    "the harness": ("-p", "tests.benchmarks.our_look_up"),
    "stock pytest-bdd": (),
}

Costs = dict[tuple[str, int], float]


def look_up_cost() -> Group:
    """Milliseconds of processor time a scenario, and how they grow."""
    with TemporaryDirectory() as folder:
        costs = _costs(Path(folder))
    title = f"One scenario of {len(KINDS)} steps, in ms of the processor, among step definitions that it does not use:"
    table = Table("look-up")
    for unused in UNUSED:
        table.add_column(f"{unused} unused", justify="right")
    table.add_column("growth", justify="right")
    for name in LOOK_UPS:
        found = [costs[name, unused] for unused in UNUSED]
        table.add_row(name, *(f"{1000 * cost:.2f}" for cost in found), f"{found[-1] / found[0]:.2f}")
    ours, stock = (costs[name, UNUSED[-1]] for name in LOOK_UPS)
    return Group(
        title, table, f"Best of {ROUNDS}. With {UNUSED[-1]} unused, stock costs {stock / ours:.1f} times as much."
    )


def _costs(folder: Path) -> Costs:
    """Round by round, so that a busy moment of the machine does not fall on one look-up alone.

    The best of the rounds for each scenario, and of those the mean. The first scenario is left out: there every
    definition's pattern is compiled, once for a run, whichever look-up asks.
    """
    projects = {unused: write_mini_project(folder / str(unused), unused) for unused in UNUSED}
    keys = [(name, unused) for unused in UNUSED for name in LOOK_UPS]
    rounds = [{key: _taken(projects[key[1]], LOOK_UPS[key[0]]) for key in keys} for _ in range(ROUNDS)]
    best = {key: list(map(min, *(taken[key] for taken in rounds))) for key in keys}
    return {key: mean(scenarios[1:]) for key, scenarios in best.items()}


def _taken(project: Path, plugins: tuple[str, ...]) -> list[float]:
    clock = project / "clock.json"
    run_child([*PYTEST, *plugins, f"--scenario-clock={clock}"], project, ALONE)
    found: list[float] = json.loads(clock.read_text(encoding="utf-8"))
    return found
