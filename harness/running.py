"""The scenarios one after the other, once the suite, the system and the evidence folder are known to be in order."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from pytest_bdd.parser import Step

from harness.asking import Asked, offers
from harness.claimed import unclaimed
from harness.closed_ways import closed_at
from harness.corpus import ScenarioText
from harness.judge import Judgement, judge, worse
from harness.notebook import Notebook
from harness.preparation import prepare
from harness.releases import put_into
from harness.seeds import scenario_seed
from harness.session import Run, run_of
from harness.set_aside import set_aside_by
from harness.support import without_unknown_support
from harness.verdicts import Verdict
from sut_adapters.port import MessageEvidence, NotApplicable, ReleaseControl, ScenarioScope

FAILED = frozenset({Verdict.SUITE_ERROR, Verdict.CONFIG_ERROR, Verdict.FAIL})
UNPLAYED = Judgement(Verdict.NOT_EXERCISED, "not every step of it was played")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Nothing is asked of any system while anything is wrong with the suite or its set-up."""
    run = run_of(session.config)
    if not run.conformance or session.config.getoption("collectonly"):
        return None
    prepare(run, session.config)
    return True if run.problems else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    run = run_of(item.config)
    scenario = run.bound.get(item.nodeid)
    if scenario is None:
        return
    run.current = Notebook(scenario)
    if offers(run.sut, MessageEvidence):
        run.current.tape.mail.source = Asked(run.sut).messages
    if reason := _out_of_scope(run, scenario):
        raise NotApplicable(reason)
    if offers(run.sut, ScenarioScope):
        run.current.begun = True
        Asked(run.sut).begin(scenario.id, scenario_seed(run.options.seed, scenario.id))
    if run.declared_release is not None and offers(run.sut, ReleaseControl):
        put_into(run.declared_release, cast("ReleaseControl", Asked(run.sut)))


def _out_of_scope(run: Run, scenario: ScenarioText) -> str:
    """By a ruling, by the stage or by the profile, or for want of a claim: nobody else declares it."""
    return (
        set_aside_by(scenario, run.rulings)
        or closed_at(scenario, run.options.stage)
        or run.profile.why_not(scenario)
        or unclaimed(scenario, run.sut)
    )


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    run = run_of(item.config)
    if run.current and run.current.begun:
        Asked(run.sut).end()


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step) -> None:
    if notebook := run_of(request.config).current:
        notebook.step_begins()
        if step.type != "given":
            notebook.tape.before_each()


def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    if notebook := run_of(request.config).current:
        notebook.step_ends(Verdict.PASS)


def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: Exception) -> None:
    if notebook := run_of(request.config).current:
        notebook.step_ends(judge(exception, request.config.rootpath).verdict)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    run = run_of(item.config)
    if item.nodeid not in run.bound or run.current is None:
        return (yield from _own_test(run, item))
    judgement = _judged(run.current, call, item.config.rootpath)
    with _no_traceback(call, judgement):
        report = yield
    run.current.judgement = worse(run.current.judgement, judgement)
    if judgement.verdict is not Verdict.PASS:
        _relabel(report, run.current.judgement, item)
    if report.when == "teardown":
        _close(run, run.current)
    return report


def _own_test(run: Run, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test beside the scenarios says something about the suite, not about any system."""
    report = yield
    if report.failed and run.conformance:
        run.problem(Verdict.SUITE_ERROR, f"{item.nodeid}: the suite's own test failed")
    return report


def _judged(notebook: Notebook, call: pytest.CallInfo[Any], root: Path) -> Judgement:
    judgement = judge(call.excinfo.value if call.excinfo else None, root)
    exchanges = notebook.tape.exchanges
    return without_unknown_support(judgement, exchanges[-1] if exchanges else None)


@contextmanager
def _no_traceback(call: pytest.CallInfo[Any], judgement: Judgement) -> Iterator[None]:
    """Keep pytest from working out a traceback, which takes far longer than a scenario, where nobody will read it."""
    excinfo = call.excinfo
    if judgement.verdict is not Verdict.SUITE_ERROR:
        call.excinfo = None
    try:
        yield
    finally:
        call.excinfo = excinfo


def _relabel(report: pytest.TestReport, judgement: Judgement, item: pytest.Item) -> None:
    """pytest knows three outcomes; the verdict goes with them, and instead of a traceback its reason."""
    report.user_properties.append(("verdict", str(judgement.verdict)))
    report.sections.append(("traceback", report.longreprtext))
    if judgement.verdict in FAILED:
        report.outcome, report.longrepr = "failed", judgement.reason
    else:
        report.outcome, report.longrepr = "skipped", (str(item.path), item.location[1] or 0, judgement.reason)


def _close(run: Run, notebook: Notebook) -> None:
    if notebook.judgement.verdict is Verdict.PASS and notebook.unplayed:
        notebook.judgement = UNPLAYED
    record = notebook.record()
    run.records[record.id] = record
    run.current = None
