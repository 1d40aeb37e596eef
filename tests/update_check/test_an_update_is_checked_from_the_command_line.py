"""`mp107 update-check` writes a check, runs it by the usual run, and leaves the usual evidence."""

import os
import subprocess
import sys
from pathlib import Path

from reports import verdict_json

ROOT = Path(__file__).parents[2]


ONE = (
    "requirement_2/fia_5_1_2_database_script.feature::a-database-is-all-that-the-update-needs"
    "::with-no-gateway-no-dsp-and-no-other-s1sp-within-reach-the-script-of-s1sp-corrects-what-is-wrong::s1sp1"
)


def update_check(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return called(folder, "update-check", *words)


def called(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    command = [sys.executable, "-m", "commands", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_reference_update_conforms_in_both_tiers_without_a_word_more(tmp_path: Path) -> None:
    done = update_check(tmp_path, "--claim", "tier2", "--out", str(tmp_path / "evidence"))
    assert done.returncode == 0, done.stdout + done.stderr
    record = verdict_json.read((tmp_path / "evidence" / "verdict.json").read_text(encoding="utf-8"))
    assert {str(one.verdict) for one in record.scenarios} == {"PASS", "NOT-APPLICABLE"}
    left_out = {one.reason for one in record.scenarios if str(one.verdict) == "NOT-APPLICABLE"}
    assert left_out == {"the population is another: --population fia"}


def test_what_a_report_says_to_ask_again_can_be_asked_when_the_run_is_over(tmp_path: Path) -> None:
    (tmp_path / "update.py").write_text("")
    done = update_check(tmp_path, ONE, "--command", f"{sys.executable} update.py", "--out", str(tmp_path / "one"))
    assert done.returncode == 10, done.stdout + done.stderr
    (again,) = [line.split() for line in done.stdout.splitlines() if line.strip().startswith("mp107 run ")]
    assert str(tmp_path / "CHECK.toml") in " ".join(again)
    repeated = called(tmp_path, *again[1:], "--out", str(tmp_path / "two"))
    assert repeated.returncode == 10, repeated.stdout + repeated.stderr
    assert "1 FAIL" in repeated.stdout


def test_a_check_that_is_kept_elsewhere_starts_the_update_where_it_was_called(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "update.py").write_text("import sys; sys.exit('here I am')")
    words = ["--command", f"{sys.executable} update.py", "--check", "elsewhere/check.toml"]
    done = update_check(tmp_path, ONE, *words, "--out", str(tmp_path / "evidence"))
    assert "here I am" in done.stdout


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
