"""`mp107 check-adapter`: exit codes, what is printed, what is refused in one line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from commands import check_adapter as command
from rulebook.vocabulary import Rulings
from sut_adapters.port import Misconfigured
from tests.check_adapter import fakes

Check = Callable[..., Result]
NO_MESSAGES = '[[not_applicable]]\nport = "MessageEndpoint"\nreason = "elsewhere"\n'


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Check:
    """The command, with the fakes by their names for systems, and a profile that says `also`."""

    def build(name: str, rulings: Rulings, schemas: Path | None = None) -> object:
        if not hasattr(fakes, name):
            raise Misconfigured(f"--sut: no system is called {name!r}")
        return getattr(fakes, name)()

    monkeypatch.setattr(command, "system_under_test", build)
    app = typer.Typer()
    app.command()(command.check_adapter)
    profile = tmp_path / "profile.toml"

    def run(*words: str, also: str = "") -> Result:
        profile.write_text(also + NO_MESSAGES, encoding="utf-8")
        return CliRunner().invoke(app, [*words, f"--profile={profile}"])

    return run


def test_an_adapter_without_a_finding_is_said_to_have_none(check: Check) -> None:
    ended = check("Right")
    assert ended.exit_code == 0
    assert "no findings; " in ended.stdout
    assert "MessageEndpoint: elsewhere" in ended.stdout


def test_each_finding_says_what_was_asked_expected_observed_and_what_to_mend(check: Check) -> None:
    ended = check("AlwaysAccepts")
    assert ended.exit_code == 10
    first = ended.stdout.splitlines()[:5]
    assert first[0] == "1. Sanderling, an Other User, sends SRV 6.15.1"
    assert first[1] == "   expected  refused by the DSP at its user role check (E2)"
    assert first[2] == "   observed  accepted"
    assert first[3].startswith("   mend      everything is accepted: ")


def test_a_machine_reads_the_same(check: Check) -> None:
    ended = check("TellsAnotherParty", "--json")
    assert ended.exit_code == 10
    said = json.loads(ended.stdout)
    assert said["sut"] == "TellsAnotherParty"
    assert {tuple(finding) for finding in said["findings"]} == {("asked", "expected", "observed", "mend")}
    assert said["asked"]
    assert said["left_out"]


def test_a_declared_state_of_release_is_not_switched(check: Check) -> None:
    assert check("CannotBeSwitched").exit_code == 10
    assert check("CannotBeSwitched", also='release = "on"\n').exit_code == 0


@pytest.mark.parametrize(
    ("name", "also", "said"),
    [
        ("Nobody", "", "no system is called 'Nobody'"),
        ("Right", "release = 7\n", "profile.toml: release"),
        ("Right", '[readings]\n"O99" = "x"\n', "no open question is called 'O99'"),
    ],
    ids=["system", "release", "reading"],
)
def test_a_wrong_set_up_is_told_in_one_line(check: Check, name: str, also: str, said: str) -> None:
    ended = check(name, also=also)
    assert ended.exit_code == 12
    assert ended.stderr.startswith("mp107 check-adapter: ")
    assert said in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_limits_are_numbers_of_seconds(check: Check) -> None:
    assert check("Right", "--slow=-1").exit_code == 2
    assert check("Right", "--limit=soon").exit_code == 2
