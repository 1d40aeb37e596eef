"""`mp107 explore` and its exit codes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from commands.__main__ import app

FEW = ("--examples", "20", "--steps", "3")


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, ["explore", *words])


def test_an_agreement_is_said_with_what_was_asked() -> None:
    ended = typed(*FEW)
    assert ended.exit_code == 0, ended.output
    assert "requests: " in ended.output
    assert ended.output.endswith("seed 107, 20 sequences of at most 3 events: no disagreement\n")


def test_a_disagreement_is_printed_as_a_scenario_with_its_place() -> None:
    ended = typed("--sut", "faulty:refused-and-written")
    assert ended.exit_code == 10
    assert ended.output.startswith("expected  no slot changed\nobserved  the ESME's critical Network Operator")
    assert "\nAt the end of features/requirement_1/" in ended.output
    assert (
        "\n      When Northmoor places Northmoor's certificates in the ESME's Network Operator slots\n" in ended.output
    )


def test_a_machine_reads_the_same() -> None:
    content = json.loads(typed("--sut", "faulty:refused-and-written", "--json").output)
    assert (content["exit_code"], content["seed"], content["finding"]["replayed"]) == (10, 107, True)
    assert "Then the S1SP refuses the request" in content["finding"]["scenario"]


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (["--sut", "fax"], 12, "mp107 explore: --sut: no system is called 'fax'; known: reference"),
        (["--profile", "gone.toml"], 12, "mp107 explore: gone.toml: No such file or directory"),
        (["--reading", "O9=x"], 12, "O9 has no reading 'x'; known: send-command"),
        (["--release", "DSP=maybe"], 12, "write DSP=on or DSP=off"),
        (["--steps", "0"], 2, "--steps"),
    ],
)
def test_a_slip_is_named_in_one_line(words: list[str], code: int, complaint: str) -> None:
    ended = typed(*words)
    assert ended.exit_code == code
    assert complaint in " ".join(ended.output.replace("│", " ").split())


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed(*FEW).exit_code == 0
    assert list(tmp_path.iterdir()) == []
