"""Writes the evidence of a run: which report goes into which file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.record import RunRecord
from reports import allure_gherkin, junit, traceability_csv, traceability_html, verdict_json

WRITERS: dict[str, Callable[[RunRecord], bytes]] = {
    "junit.xml": junit.document,
    "traceability.csv": traceability_csv.document,
    "traceability.html": traceability_html.document,
}


@pytest.hookimpl(tryfirst=True)
def pytest_mp107_run_begins(record: RunRecord, folder: Path) -> None:
    """What stays if the run is killed: a verdict that it did not end."""
    (folder / "verdict.json").write_bytes(verdict_json.document(record))


@pytest.hookimpl(tryfirst=True)
def pytest_mp107_run_ended(record: RunRecord, folder: Path) -> None:
    """The verdict first: it is there whatever becomes of the rest."""
    (folder / "verdict.json").write_bytes(verdict_json.document(record))
    for name, document in WRITERS.items():
        (folder / name).write_bytes(document(record))
    allure_gherkin.write(record, folder / "allure-results")
