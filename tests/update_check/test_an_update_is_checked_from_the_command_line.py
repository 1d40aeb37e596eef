"""`mp107 update-check` writes a check, runs it by the usual run, and leaves the usual evidence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports import verdict_json

ROOT = Path(__file__).parents[2]


def update_check(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    command = [sys.executable, "-m", "commands", "update-check", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_reference_update_conforms_in_both_tiers_without_a_word_more(tmp_path: Path) -> None:
    done = update_check(tmp_path, "--claim", "tier2", "--out", str(tmp_path / "evidence"))
    assert done.returncode == 0, done.stdout + done.stderr
    record = verdict_json.read((tmp_path / "evidence" / "verdict.json").read_text(encoding="utf-8"))
    assert {str(one.verdict) for one in record.scenarios} == {"PASS", "NOT-APPLICABLE"}
    left_out = {one.reason for one in record.scenarios if str(one.verdict) == "NOT-APPLICABLE"}
    assert left_out == {"the population is another: --population fia"}
    assert not (tmp_path / "CHECK.toml").exists()


def test_the_second_tier_is_listed_where_it_is_not_claimed(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/s1sps.sqlite"
    program = f"{sys.executable} -c pass"
    words = ["update-1", "--database", database, "--command", program, "--out", str(tmp_path / "evidence")]
    done = update_check(tmp_path, *words)
    assert "the update does not claim it: --claim tier2" in done.stdout
    assert done.returncode == 11, done.stdout
    written = (tmp_path / "CHECK.toml").read_text(encoding="utf-8")
    assert f'database = "{database}"' in written


def test_a_file_is_the_one_beside_the_caller_for_the_suite_and_for_the_update(tmp_path: Path) -> None:
    words = ["mp107-03", "--database", "sqlite:///s1sps.sqlite", "--out", str(tmp_path / "evidence")]
    done = update_check(tmp_path, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "s1sps.sqlite").is_file()
    assert f'database = "sqlite:///{tmp_path}/s1sps.sqlite"' in (tmp_path / "CHECK.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--database", "a", "--database", "b"], "--database: give one bare URL for all S1SPs, or S1SP1=URL"),
        (["--database", "S1SP1=a", "--database", "S1SP1=b"], "--database: an S1SP stands twice"),
        (
            ["--database", "S1SP1=sqlite:///a"],
            "databases: S1SP2 and S1SP3 are missing; add --database S1SP2=URL --database S1SP3=URL, or",
        ),
        (
            [
                word
                for url in ("S1SP1=sqlite:///a", "S1SP2=sqlite:///./a", "S1SP3=sqlite:///b")
                for word in ("--database", url)
            ],
            "databases: two S1SPs have the same; name it as database, for all of them",
        ),
        (["--command", ""], "--command: is empty; name a program"),
        (["--command", "no-such-program-here"], "--command: no-such-program-here: there is no such program"),
        (["--command", "'"], "--command: No closing quotation"),
        (["--population", "many"], "--population: 'many' is neither fia nor a number of devices"),
        (["--population", "5"], "--population: a population of 5 devices has no room for each kind; ask for"),
        (["--claim", "tier9"], "--claim: 'tier9' is no claim; tier2 is the only one"),
        (["--database", "db2://here/one"], "--database: 'db2' is no kind of database known here; write sqlite:///FILE"),
        (["--database", "S1SP1=here"], "--database: is no database URL; write sqlite:///FILE"),
        (["--schema-map", "none.toml"], "--schema-map: none.toml: No such file or directory; name a file"),
        (
            ["--schema-map", "pyproject.toml"],
            "--schema-map: pyproject.toml: no table is called 'project' here; known are",
        ),
        (["--check", "pyproject.toml"], "is no check that this command wrote; name another by --check"),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, words: list[str], said: str) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    done = update_check(tmp_path, *words)
    assert done.returncode == 12, done.stdout
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert (tmp_path / "pyproject.toml").read_text() == "[project]\n"
    assert not (tmp_path / "CHECK.toml").exists()
