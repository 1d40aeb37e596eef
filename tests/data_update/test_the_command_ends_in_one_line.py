"""Whoever breaks it off, or does not take what it says, reads one line of what became of the work."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.data_update.trying import AT, TO_CORRECT, Trial

NAME = "mp107-one-off-update: "
FULL = "standard output: No space left on device; all is done, and "


def words(trial: Trial, mode: str) -> Sequence[str]:
    at = f"{AT:%Y-%m-%dT%H:%M:%SZ}"
    known = ["--database", trial.url, "--s1sp", "S1SP1", "--mode", mode, "--at", at, "--batch", "1"]
    return [sys.executable, "-m", "data_update", *known]


def ended(trial: Trial, mode: str, redirection: str) -> tuple[int, str]:
    """Its exit code and what it says on standard error, its standard output being sent there by a shell."""
    shell = ["bash", "-c", f'set -o pipefail; "$@" {redirection}', "bash", *words(trial, mode)]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def journal(trial: Trial) -> int:
    there = "SELECT count(*) FROM sqlite_master WHERE name = 'update_journal'"
    if trial.url.startswith("postgres"):
        there = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'update_journal'"
    return trial.rows("SELECT count(*) FROM update_journal")[0][0] if trial.rows(there)[0][0] else 0


@pytest.mark.parametrize(
    ("redirection", "why"),
    [("> /dev/full", "No space left on device"), (">&-", "it is closed"), ("| true", "Broken pipe")],
)
def test_an_account_that_cannot_be_written_can_be_had_again(trial: Trial, redirection: str, why: str) -> None:
    code, said = ended(trial, "apply", redirection)
    run = trial.rows("SELECT run FROM update_runs")[0][0]
    again = f"--mode apply --run {run}"
    assert (code, said) == (12, f"{NAME}standard output: {why}; all is done, and {again} says it again\n")
    assert trial.ask("apply", "--run", run).counts["corrected"]["slots"] == len(TO_CORRECT)


def test_a_dry_run_and_a_roll_back_say_it_too(trial: Trial) -> None:
    again = "--mode dry-run says it again\n"
    assert ended(trial, "dry-run", "> /dev/full") == (12, f"{NAME}{FULL}{again}")
    trial.ask("apply", "--run", "one")
    again = "--mode roll-back --run one says it again\n"
    assert ended(trial, "roll-back", "> /dev/full") == (12, f"{NAME}{FULL}{again}")
    assert trial.ask("roll-back", "--run", "one").counts["restored"]["slots"] == len(TO_CORRECT)


def test_without_anybody_to_tell_it_ends_all_the_same(trial: Trial) -> None:
    assert ended(trial, "apply", ">&- 2>&-") == (12, "")
    assert trial.disagreements() == []


def test_broken_off_it_says_so_and_goes_on_when_it_is_started_again(either: Trial) -> None:
    begun = subprocess.Popen(words(either, "apply"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while journal(either) < 3:
        assert begun.poll() is None
    os.kill(begun.pid, signal.SIGINT)
    said, complaint = begun.communicate()
    assert (begun.returncode, said) == (130, "")
    assert complaint == f"{NAME}interrupted; what has been committed stands, and the same command goes on from there\n"
    assert 0 < journal(either) < len(TO_CORRECT)
    assert either.ask("apply").counts["corrected"]["slots"] == len(TO_CORRECT)
    assert either.disagreements() == []


def test_broken_off_before_it_has_begun_it_says_so() -> None:
    """Whoever imports SQLAlchemy is interrupted, as by Ctrl-C at that moment."""
    body = """
import os, runpy, signal, sys

class Interrupting:
    def find_spec(self, name, path, target=None):
        if name == "sqlalchemy":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
runpy.run_module("data_update", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", f"{NAME}interrupted\n")
