"""Whole runs of a small project that has the real harness in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.record import RunRecord
from reports import verdict_json
from rulebook.law import STATEMENT_FILES

ROOT = Path(__file__).parents[2]
SMALL_PROJECT = Path(__file__).parent / "project"
SHARED = (
    "commands",
    "data_update",
    "harness",
    "reports",
    "rulebook",
    "sut_adapters",
    "conftest.py",
    "test_conformance.py",
    "pytest.ini",
)


@dataclass(frozen=True)
class Finished:
    """A run that has ended; `record` raises where it left no verdict."""

    code: int
    said: str
    folder: Path

    @property
    def record(self) -> RunRecord:
        return verdict_json.read((self.folder / "verdict.json").read_text(encoding="utf-8"))

    @property
    def verdicts(self) -> dict[str, str]:
        return {scenario.title: str(scenario.verdict) for scenario in self.record.scenarios}

    @property
    def reasons(self) -> dict[str, str]:
        return {scenario.title: scenario.reason for scenario in self.record.scenarios}


Runner = Callable[..., Finished]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, to be spoilt at will."""
    return small_project(tmp_path / "project")


@pytest.fixture
def run(project: Path) -> Runner:
    """`pytest` in the small project."""
    return lambda *arguments: finished(project, "pytest", *arguments)


@pytest.fixture
def mp107(project: Path) -> Runner:
    """`mp107` in the small project."""
    return lambda *arguments: finished(project, "commands", *arguments)


def small_project(folder: Path) -> Path:
    shutil.copytree(SMALL_PROJECT, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    (folder / "reports").unlink()
    shutil.copytree(ROOT / "reports", folder / "reports", ignore=shutil.ignore_patterns("__pycache__", "latest"))
    for name in (*STATEMENT_FILES, "stages.toml"):
        (folder / "legal" / name).touch()
    (folder / "legal" / "srv_eligibility.csv").symlink_to(ROOT / "legal" / "srv_eligibility.csv")
    return folder


def finished(project: Path, *arguments: str) -> Finished:
    environment = {**os.environ, "COLUMNS": "200"}
    environment |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "pytest_bdd.plugin"}
    command = [sys.executable, "-m", *arguments]
    ended = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    return Finished(ended.returncode, ended.stdout + ended.stderr, project / "reports" / "latest")
