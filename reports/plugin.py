"""Writes the evidence of a run: which report goes into which file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from harness.record import RunRecord
from harness.session import Run
from reports import (
    allure_gherkin,
    annotations,
    clock,
    exchanges,
    junit,
    summary_md,
    traceability_csv,
    traceability_html,
    verdict_json,
)
from reports.discretion import discreet
from reports.pack.leaving import leave_pack
from sut_adapters.trouble import Misconfigured

WRITERS: dict[str, Callable[[RunRecord], bytes]] = {
    "junit.xml": junit.document,
    "traceability.csv": traceability_csv.document,
    "traceability.html": traceability_html.document,
}


@pytest.hookimpl(tryfirst=True)
def pytest_mp107_run_begins(record: RunRecord, folder: Path) -> None:
    """What stays if the run is killed: a verdict that it did not end. Raises Misconfigured for a clock set wrongly."""
    (folder / "verdict.json").write_bytes(verdict_json.document(discreet(record)))
    clock.epoch()


@pytest.hookimpl(tryfirst=True)
def pytest_mp107_run_ended(record: RunRecord, folder: Path, run: Run) -> None:
    """The verdict first: it is there whatever becomes of the rest."""
    told = discreet(record, *run.described_in, pseudonymise=run.options.evidence.pseudonymise)
    shown, at = _by_the_clock(told)
    (folder / "verdict.json").write_bytes(verdict_json.document(shown))
    _tell_others(shown, run)
    if at:
        (folder / "timings.json").write_bytes(clock.timings(told))
    for name, document in WRITERS.items():
        (folder / name).write_bytes(document(shown))
    allure_gherkin.write(shown, folder / "allure-results")
    exchanges.write(shown, folder / "exchanges")
    if run.options.evidence.pack:
        leave_pack(shown, folder, run)


def _by_the_clock(record: RunRecord) -> tuple[RunRecord, datetime | None]:
    """The record as the clock has it, and the moment that is fixed. A clock set wrongly was said when the run began."""
    try:
        return clock.fixed(record), clock.epoch()
    except Misconfigured:
        return record, None


def _tell_others(record: RunRecord, run: Run) -> None:
    """Whoever reads the summary on a pull request, where the run was asked for one."""
    wanted = run.options.evidence
    for path, document in ((wanted.summary, summary_md.document), (wanted.annotations, annotations.document)):
        if path:
            path.write_bytes(document(record))
