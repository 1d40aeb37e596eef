"""`mp107 run` and its exit codes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands import run as run_module
from commands.__main__ import app
from commands.evidence import borne_out, stamp
from tests.harness.conftest import Runner

terminal = CliRunner()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What pytest would have been called with."""
    arguments: list[str] = []
    monkeypatch.setattr(run_module, "_pytest", lambda given, _: arguments.extend(given) or 0)
    return arguments


def test_one_clause_runs_with_its_controls_and_a_partial_claim(mp107: Runner) -> None:
    ended = mp107("run", "srpd-6.2.d", "--sut", "fake", "--seed", "7", "-q")
    assert ended.code == 0, ended.said
    assert len(ended.verdicts) == 3
    assert "no failure in the 3 of 7 that ran" in ended.said


def test_an_unknown_address_is_a_usage_error_with_a_suggestion(mp107: Runner) -> None:
    ended = mp107("run", "srpd-6.3.d", "--sut", "fake")
    assert ended.code == 2
    assert "no scenario has the address 'srpd-6.3.d'; near: srpd-6.2.d" in ended.said


def test_an_unknown_reading_is_a_usage_error_that_names_those_there_are(mp107: Runner) -> None:
    ended = mp107("run", "--reading", "O3=neither")
    assert ended.code == 2
    assert ended.said.strip() == "ERROR: --reading: O3 has no reading 'neither'; known: rdp-first, ownership-first"


def test_two_rulings_of_one_point_are_a_usage_error(mp107: Runner) -> None:
    ended = mp107("run", "--reading", "O3=rdp-first", "--reading", "O3=ownership-first")
    assert ended.code == 2
    assert ended.said.strip() == "ERROR: --reading: O3 is ruled both rdp-first and ownership-first; leave one"


def test_two_states_of_one_component_are_a_usage_error(mp107: Runner) -> None:
    ended = mp107("run", "--release", "DSP=on,DSP=off")
    assert ended.code == 2
    assert ended.said.strip() == "ERROR: --release: DSP: is named twice; leave one"


def test_a_process_that_an_adapter_ended_is_no_conformant_run(mp107: Runner) -> None:
    assert mp107("run", "--sut", "fake", "--seed", "7", "-q").code == 0
    ended = mp107("run", "--sut", "fake:exits", "--seed", "7", "-q")
    assert ended.code == 13
    assert "ended with exit 0 and left a verdict.json that says 13: no claim (exit 13)" in ended.said


@pytest.mark.parametrize(
    ("code", "content", "borne"),
    [
        (0, '{"exit_code": 0}', 0),
        (10, '{"exit_code": 10}', 10),
        (0, '{"exit_code": 13}', 13),
        (10, '{"exit_code": 0}', 13),
        (11, "", 13),
        (0, "[]", 13),
        (0, None, 13),
        (12, None, 12),
        (13, None, 13),
        (2, None, 2),
    ],
)
def test_an_exit_code_is_borne_out_by_the_evidence(tmp_path: Path, code: int, content: str | None, borne: int) -> None:
    if content is not None:
        (tmp_path / "verdict.json").write_text(content)
    assert borne_out(code, tmp_path, None) == borne


def test_the_evidence_of_an_earlier_run_bears_nothing_out(tmp_path: Path) -> None:
    (tmp_path / "verdict.json").write_text('{"exit_code": 0}')
    assert borne_out(0, tmp_path, stamp(tmp_path)) == 13


@pytest.mark.parametrize("option", [["--stage", "later"], ["--boundary", "csp"], ["--seed", "x"], ["--unheard-of"]])
def test_a_wrong_command_line_exits_2(option: list[str]) -> None:
    assert terminal.invoke(app, ["run", *option]).exit_code == 2


def test_options_reach_pytest(asked: list[str]) -> None:
    given = (
        "a.feature --sut fake --stage sit --boundary dsp --release on --reading O2=x --reading O9=y -m pit -k who -v"
    )
    assert terminal.invoke(app, ["run", *given.split()]).exit_code == 0
    assert asked == [
        "--sut=fake",
        "--stage=sit",
        "--boundary=dsp",
        "--release=on",
        "--reading=O2=x",
        "--reading=O9=y",
        "--address=a.feature",
        "-m=pit",
        "-k=who",
        "-v",
    ]


def test_files_are_those_of_the_caller(asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.toml").touch()
    terminal.invoke(app, ["run", "--sut", "mine:p.toml", "--profile", "p.toml", "--out", "evidence"])
    assert asked == [f"--sut=mine:{tmp_path}/p.toml", f"--profile={tmp_path}/p.toml", f"--out={tmp_path}/evidence"]


def test_options_of_the_evidence_reach_pytest(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = ("sign-key", "sign-certificate", "waivers", "board-certificate", "summary", "annotations")
    given = [word for name in files for word in (f"--{name}", f"{name}.x")]
    assert terminal.invoke(app, ["run", *given, "--pack", "--certify", "--nonce", "N", "--pseudonymise"]).exit_code == 0
    assert asked == [
        "--sut=reference",
        "--nonce=N",
        *(f"--{name}={tmp_path}/{name}.x" for name in files),
        "--pack",
        "--certify",
        "--pseudonymise",
    ]


def test_what_is_no_file_is_passed_as_it_is(asked: list[str]) -> None:
    terminal.invoke(app, ["run", "--sut", "mine:http://localhost:1"])
    assert asked == ["--sut=mine:http://localhost:1"]


@pytest.mark.parametrize("command", ["run", "explain"])
def test_help_shows_an_example(command: str) -> None:
    ended = terminal.invoke(app, [command, "--help"])
    assert ended.exit_code == 0
    assert f"Example: mp107 {command} " in ended.output
