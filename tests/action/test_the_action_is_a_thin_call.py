"""`action.yml`: valid, and its shell does what it says, whatever the inputs and the system say."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from commands.__main__ import app
from harness.verdicts import EXIT_CODES, USAGE_ERROR

ROOT = Path(__file__).parents[2]
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
MAKE, ASK = ACTION["runs"]["steps"]
DEFAULTS = {f"WITH_{name.upper()}": given["default"] for name, given in ACTION["inputs"].items()}

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action is for bash")


@dataclass(frozen=True)
class Step:
    """A step that has ended: what it printed, and what it gave to the workflow."""

    code: int
    said: str
    outputs: dict[str, str]
    summary: str
    words: list[str]


def ask(folder: Path, mp107: str, **inputs: str) -> Step:
    """Runs the shell of the action in `folder`, with `mp107` as the script of the command."""
    command = folder / "action" / ".venv" / "bin" / "mp107"
    command.parent.mkdir(parents=True)
    command.write_text(mp107)
    command.chmod(0o755)
    told = {name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "WORDS")}
    environment = {**os.environ, **DEFAULTS, **inputs, **{name: str(path) for name, path in told.items()}}
    environment["GITHUB_ACTION_PATH"] = str(folder / "action")
    shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", ASK["run"]]
    ended = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    outputs = read_outputs(told["GITHUB_OUTPUT"].read_text())
    summary = told["GITHUB_STEP_SUMMARY"].read_text() if told["GITHUB_STEP_SUMMARY"].exists() else ""
    words = told["WORDS"].read_text().split("\0")[:-1] if told["WORDS"].exists() else []
    return Step(ended.returncode, ended.stdout + ended.stderr, outputs, summary, words)


def read_outputs(text: str) -> dict[str, str]:
    """As GitHub reads them: `name=value`, or `name<<END`, the lines of the value, and END."""
    found, lines = {}, iter(text.splitlines())
    for line in lines:
        if "<<" in line.partition("=")[0]:
            name, end = line.split("<<", 1)
            found[name] = "\n".join(iter(lambda: next(lines), end))
        else:
            name, value = line.split("=", 1)
            found[name] = value
    return found


FAKE = """#!/bin/sh
printf '%s\\0' "$@" > "$WORDS"
echo '::error::from the system'
for word in "$@"; do case "$word" in
  --summary=*) echo '## all of it' > "${word#*=}" ;;
  --annotations=*) echo '::error file=features/a.feature,line=1::mine' > "${word#*=}" ;;
esac; done
exit 10
"""


def test_it_is_valid_by_the_published_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_input_reaches_the_shell_but_by_the_environment() -> None:
    assert [step["run"] for step in ACTION["runs"]["steps"] if "${{" in step["run"]] == []
    used = {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]}
    assert used == {value for step in ACTION["runs"]["steps"] for value in step["env"].values()}


def test_its_words_are_options_of_the_command(tmp_path: Path) -> None:
    given = {"WITH_PROFILE": "p.toml", "WITH_STAGE": "sit", "WITH_RELEASE": "on"}
    words = ask(tmp_path, FAKE, **given, WITH_ARGUMENTS="--seed=7\n\nsrpd-6.2.d\n").words
    run = get_command(app).get_command(None, "run")
    said = run.make_context("run", words[1:]).params
    assert (words[0], said["sut"], str(said["profile"]), said["pack"]) == ("run", "reference", "p.toml", True)
    assert (said["seed"], said["address"], said["release"]) == (7, ["srpd-6.2.d"], "on")


def test_hostile_inputs_stay_words(tmp_path: Path) -> None:
    hostile = "$(touch pwned) `touch pwned`; touch pwned \" ' *"
    step = ask(tmp_path, FAKE, WITH_SUT=hostile, WITH_ARGUMENTS=hostile)
    assert f"--sut={hostile}" in step.words
    assert step.words[-1] == hostile
    assert not (tmp_path / "pwned").exists()


def test_a_hostile_folder_adds_no_output(tmp_path: Path) -> None:
    step = ask(tmp_path, FAKE, WITH_OUT="a folder\nexit-code=0\nother=1")
    assert step.outputs == {"exit-code": "10", "evidence": "a folder\nexit-code=0\nother=1"}


@pytest.mark.parametrize("python", ["x; touch pwned", "$(shell touch pwned)", "`touch pwned`", "a b", "", "-c\nfoo"])
def test_a_hostile_python_makes_nothing(tmp_path: Path, python: str) -> None:
    environment = {**os.environ, "WITH_PYTHON": python, "GITHUB_ACTION_PATH": str(ROOT)}
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", MAKE["run"]], cwd=tmp_path, env=environment, check=False)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_the_environment_is_made_with_the_python_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text(".venv/run.stamp:\n\t@echo made with $(PYTHON)\n")
    environment = {**os.environ, "WITH_PYTHON": "/opt/python3.12", "GITHUB_ACTION_PATH": str(tmp_path)}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", MAKE["run"]], env=environment, capture_output=True, check=True
    )
    assert done.stdout == b"made with /opt/python3.12\n"


def test_the_exit_code_the_summary_and_the_annotations_get_out(tmp_path: Path) -> None:
    step = ask(tmp_path, FAKE)
    assert step.code == 10
    assert step.outputs == {"exit-code": "10", "evidence": "mp107-evidence"}
    assert step.summary == "## all of it\n"


def test_what_the_system_says_is_no_command(tmp_path: Path) -> None:
    lines = ask(tmp_path, FAKE).said.splitlines()
    (begins,) = [number for number, line in enumerate(lines) if line.startswith("::stop-commands::")]
    token = lines[begins].removeprefix("::stop-commands::")
    ends = lines.index(f"::{token}::")
    assert begins < lines.index("::error::from the system") < ends
    assert lines.index("::error file=features/a.feature,line=1::mine") > ends
    assert len(token) == 32


def test_a_run_that_says_nothing_still_ends(tmp_path: Path) -> None:
    step = ask(tmp_path, "#!/bin/sh\nexit 12\n")
    assert (step.code, step.outputs["exit-code"], step.summary) == (12, "12", "")


def test_it_runs_the_suite(tmp_path: Path) -> None:
    mp107 = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m commands "$@"\n'
    step = ask(tmp_path, mp107, WITH_ARGUMENTS="srpd-6.2.d.variant\n-q")
    assert step.code == 0, step.said
    assert step.summary.startswith("## SECMP0107: conformant (exit 0)\n")
    assert len(list((tmp_path / "mp107-evidence").glob("evidence-all-*.zip"))) == 1


def test_the_exit_codes_are_told() -> None:
    told = ACTION["outputs"]["exit-code"]["description"]
    assert all(f"{code} " in told for code in {*EXIT_CODES.values(), USAGE_ERROR})
