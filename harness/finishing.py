"""The end of a run: the verdict, the evidence and the exit code."""

import pytest

from harness.asking import AdapterFault, Asked, offers
from harness.session import Problem, Run, run_of
from harness.summary import summarise
from harness.verdicts import Verdict
from sut_adapters.port import Closeable
from sut_adapters.trouble import Misconfigured, Trouble

ABORTED = {
    pytest.ExitCode.INTERRUPTED: "the run was interrupted",
    pytest.ExitCode.INTERNAL_ERROR: "pytest itself failed; the traceback is above",
}


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    run = run_of(session.config)
    if not run.conformance or session.config.getoption("collectonly") or exitstatus == pytest.ExitCode.USAGE_ERROR:
        return
    if exitstatus in ABORTED:
        run.problem(Verdict.SUITE_ERROR, ABORTED[pytest.ExitCode(exitstatus)])
    run.record = summarise(run)
    if problem := _left_open(run):
        run.problem(problem.verdict, problem.text)
        run.record = summarise(run)
    if problem := _unpublished(run, session.config):
        run.problem(problem.verdict, problem.text)
        run.record = summarise(run)
        _unpublished(run, session.config)
    session.exitstatus = run.record.exit_code


def _left_open(run: Run) -> Problem | None:
    """What went wrong in closing the system, where it has something open: a device may not be as it was."""
    if not offers(run.sut, Closeable):
        return None
    try:
        Asked(run.sut).close()
    except (Trouble, AdapterFault) as error:
        return Problem(Verdict.CONFIG_ERROR, f"the system under test could not be closed: {error}")
    return None


def _unpublished(run: Run, config: pytest.Config) -> Problem | None:
    """What went wrong in writing the evidence. The verdict is written first, so that a second try corrects it."""
    if run.folder is None:
        return None
    try:
        config.hook.pytest_mp107_run_ended(record=run.record, folder=run.folder, run=run)
    except Misconfigured as error:
        return Problem(Verdict.CONFIG_ERROR, str(error))
    except OSError as error:
        return Problem(Verdict.CONFIG_ERROR, f"--out {run.folder}: evidence cannot be written: {error}")
    except Exception as error:  # a mistake of ours in a report is a verdict, and no traceback
        said = f"{type(error).__name__}: {error}"
        return Problem(Verdict.SUITE_ERROR, f"the evidence could not be made: {said}")
    return None
