"""From the collected items to the scenarios that will run."""

from collections.abc import Generator

import pytest

from harness.binding import MODULE, bind, is_conformance
from harness.certifying import turn
from harness.corpus import read_corpus
from harness.guard import collected_scenarios, collection_findings
from harness.selection import UnknownAddress, addressed, for_system, in_scope, with_controls
from harness.session import Run, run_of
from harness.verdicts import Verdict


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if is_conformance(collector, collector.config.rootpath):
        run = run_of(collector.config)
        run.conformance = True
        if report.failed:
            run.problem(Verdict.SUITE_ERROR, f"{MODULE}: cannot be collected: {_said(report)}")
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Generator[None]:
    run = run_of(config)
    collected = list(items)
    if run.conformance:
        _bind(run, config, items)
    yield
    if run.conformance:
        _select(run, {item.nodeid for item in items})
        _keep(run, config, collected, items)


def _bind(run: Run, config: pytest.Config, items: list[pytest.Item]) -> None:
    run.corpus = read_corpus(config.rootpath / config.getini("bdd_features_base_dir"))
    ours = [item for item in items if is_conformance(item, config.rootpath)]
    run.bound = bind(ours, run.corpus)
    by_name = any("::" in argument for argument in config.args)
    collected = collected_scenarios(ours, run.corpus.folder)
    for finding in collection_findings(run.corpus, collected, complete=not by_name):
        run.problem(Verdict.SUITE_ERROR, str(finding))


def _select(run: Run, left: set[str]) -> None:
    """By kind of system, stage, boundary and address, from what `-k` and `-m` left; controls come along."""
    suited = for_system(run.corpus.scenarios, run.options.sut_name)
    run.in_scope = in_scope(suited, run.options.stage, run.options.boundary)
    try:
        named = {scenario.id for scenario in addressed(suited, run.options.addresses)}
    except UnknownAddress as error:
        raise pytest.UsageError(f"--address: {error}") from error
    named &= {scenario.id for node, scenario in run.bound.items() if node in left}
    run.chosen = with_controls((scenario for scenario in run.in_scope if scenario.id in named), run.in_scope)


def _keep(run: Run, config: pytest.Config, collected: list[pytest.Item], items: list[pytest.Item]) -> None:
    """Leave the chosen scenarios, and whatever else `-k` and `-m` left, in the order that pytest wants them in."""
    chosen = {scenario.id for scenario in run.chosen}
    wanted = {node for node, scenario in run.bound.items() if scenario.id in chosen}
    dropped = [item for item in items if item.nodeid in run.bound and item.nodeid not in wanted]
    kept = [item for item in items if item not in dropped]
    brought_back = [item for item in collected if item.nodeid in wanted and item not in kept]
    items[:] = kept + brought_back
    if run.options.evidence.certify:
        nonce = run.options.evidence.nonce
        items.sort(key=lambda item: turn(nonce, run.bound[item.nodeid].id) if item.nodeid in run.bound else b"")
    if dropped:
        config.hook.pytest_deselected(items=dropped)


def _said(report: pytest.CollectReport) -> str:
    lines = [line.removeprefix("E").strip() for line in report.longreprtext.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"
