"""The small project of the harness's own tests, as a clone with nothing changed in it."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.harness.conftest import project, run

__all__ = ["project", "run"]

NOBODY = {
    "GIT_AUTHOR_NAME": "nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.com",
    "GIT_COMMITTER_NAME": "nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    ended = subprocess.run(command, env={**os.environ, **NOBODY}, capture_output=True, text=True, check=True)
    return ended.stdout.strip()


def committed(folder: Path) -> str:
    """The commit of everything in the folder."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "everything")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def clone(project: Path) -> str:
    """The commit that the small project is at."""
    (project / ".gitignore").write_text("reports/latest/\n__pycache__/\nasked.log\n")
    return committed(project)
