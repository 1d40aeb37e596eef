"""What a profile declares about a run."""

from pathlib import Path
from typing import get_args

import pytest

from harness.declarations import PortName
from harness.profile import read_profile
from rulebook.vocabulary import BASELINE, SECMP0107
from sut_adapters import port
from sut_adapters.trouble import Misconfigured
from tests.harness.conftest import Runner
from tests.harness.scenario_texts import text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profile.toml"


def test_it_declares_a_state_rulings_and_what_is_out_of_scope(file: Path) -> None:
    file.write_text(
        """
        [release]
        DSP = "on"
        S1SP1 = "on"
        S1SP2 = "on"
        S1SP3 = "on"
        [readings]
        O2 = "same-fuel"
        [[not_applicable]]
        clause = "srpd-6.2.a"
        reason = "there is no Join Service here"
        [[not_applicable]]
        port = "AlertTrigger"
        reason = "nobody can make a meter alert"
        [[not_applicable]]
        stage = "tto"
        reason = "not before November"
        [[not_applicable]]
        release = "off"
        reason = "the switch was removed"
        [gateway]
        url = "https://somebody.else.reads.this"
        """
    )
    profile = read_profile(file)
    assert str(profile.release) == str(SECMP0107)
    assert profile.readings == {"O2": "same-fuel"}
    assert profile.why_not(text("joined", "pit", clause="srpd-6.2.a")) == "there is no Join Service here"
    assert profile.why_not(text("later", "tto")) == "not before November"
    assert profile.why_not(text("both", "tto", "pit")) == ""
    assert profile.why_no_port("AlertTrigger") == "nobody can make a meter alert"
    assert profile.why_no_port("UserGateway") == ""
    assert profile.why_not_at(BASELINE) == "the switch was removed"
    assert profile.why_not_at(SECMP0107) == ""


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("[release", "is no TOML"),
        ('release = "DSP=maybe"', "release: DSP: 'maybe' is no release state; write DSP=on or DSP=off"),
        ('[[not_applicable]]\nclause = "srpd-6.2.a"', "not_applicable.0.reason: Field required; add it"),
        (
            '[[not_applicable]]\nclauses = "x"\nreason = "y"',
            "not_applicable.0.clauses: is no key of an exclusion; known: reason, port",
        ),
        ('[[not_applicable]]\nreason = "y"', "not_applicable.0: name exactly one of port, stage"),
        ('[[not_applicable]]\nport = "Gateway"\nreason = "y"', "not_applicable.0.port: Input should be 'UserGateway'"),
        (
            '[[not_applicable]]\nrelease = "so"\nreason = "y"',
            "not_applicable.0.release: 'so' is no component that has a release",
        ),
        ("[readings]\nO2 = 1", "readings.O2: Input should be a valid string; write it in quotes"),
        ("release = 3", "release: 3 is no release state; write it in quotes, such as"),
        ('relase = "on"', "relase: is no key of a profile; write release"),
        ('[[not_aplicable]]\nclause = "x"\nreason = "y"', "not_aplicable: is no key of a profile; write not_app"),
        ('[reading]\nO2 = "same-fuel"', "reading: is no key of a profile; write readings"),
        ('Release = "on"', "Release: is no key of a profile; write release"),
        ('not_applicable = "x"', "not_applicable: Input should be a valid list; write it as tables"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(file: Path, content: str, complaint: str) -> None:
    file.write_text(content)
    with pytest.raises(Misconfigured) as caught:
        read_profile(file)
    assert str(caught.value).startswith(f"{file}: {complaint}")


def test_a_missing_file_is_named(file: Path) -> None:
    with pytest.raises(Misconfigured, match=r"profile.toml: No such file"):
        read_profile(file)


def test_an_exclusion_of_nothing_is_a_mistake(file: Path) -> None:
    file.write_text('[[not_applicable]]\nclause = "srpd-6.3"\nreason = "it is hard"')
    with pytest.raises(Misconfigured, match=r"not_applicable.0.clause: there is no 'srpd-6.3'; near: srpd-6.2"):
        read_profile(file).refuse_unknown([text("one", clause="srpd-6.2")])


def test_every_port_that_a_scenario_can_be_handed_may_be_declared_missing() -> None:
    apart = {"Claims", "Closeable", "KeptMessage", "MessageEvidence", "ScenarioScope"}
    ports = {name for name in port.__all__ if getattr(getattr(port, name), "_is_protocol", False)}
    assert set(get_args(PortName)) == ports - apart


def test_the_profile_of_a_real_system_says_as_well_what_holds_for_the_run(mp107: Runner, tmp_path: Path) -> None:
    profile = tmp_path / "environment.toml"
    profile.write_text('[[not_applicable]]\nclause = "srpd-9"\nreason = "it is hard"')
    ended = mp107("run", f"--sut=duis:{profile}", "--seed=7")
    assert ended.code == 12
    assert f"--sut duis: {profile}: not_applicable.0.clause: there is no 'srpd-9'" in " ".join(ended.said.split())
    assert ended.record.profile == "environment.toml"


def test_a_profile_that_is_given_goes_before_it(mp107: Runner, tmp_path: Path) -> None:
    given = tmp_path / "given.toml"
    given.write_text('[readings]\nO99 = "x"')
    ended = mp107("run", "--sut=duis:nowhere.toml", f"--profile={given}", "--seed=7")
    assert ended.code == 12
    assert f"--profile {given}: readings: no open question is called 'O99'" in " ".join(ended.said.split())
