"""`mp107 preflight`: 0 where a run can begin, 10 with what to mend, 12 where the profile cannot be used."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from commands.preflight import preflight
from commands.preflight.needs import needs_of
from harness.corpus import read_corpus
from rulebook.law import rulings
from rulebook.vocabulary import DeviceType
from tests.duis.estate.lab import Lab
from tests.duis.preflight.conftest import edited

FEATURES = Path(__file__).parents[3] / "features"

app = typer.Typer()
app.command()(preflight)


def asked(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def _no_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MP107_DUIS_DIR", raising=False)


def test_a_run_can_begin(lab: Lab) -> None:
    result = asked(lab.profile(control=True), "--stage", "fat")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "a run can begin; this is no verdict about the system"


def test_a_fault_is_shown_with_its_mend(lab: Lab) -> None:
    profile = edited(lab.profile(control=True), "northmoor/xml-signing.key", "southfell/xml-signing.key")
    result = asked(profile, "--stage", "fat")
    assert result.exit_code == 10
    assert "-> give the pair" in result.stdout
    assert result.stdout.splitlines()[-1] == "1 to mend before a run; this is no verdict about the system"


def test_a_machine_reads_the_same(lab: Lab) -> None:
    profile = edited(lab.profile(control=True), "northmoor/xml-signing.key", "southfell/xml-signing.key")
    result = asked(profile, "--stage", "fat", "--json")
    said = json.loads(result.stdout)
    assert (result.exit_code, said["exit_code"], said["profile"]) == (10, 10, str(profile))
    (fault,) = [finding for finding in said["findings"] if finding["state"] == "fault"]
    assert (fault["check"], fault["subject"], fault["mend"]) == ("keys", "party.Northmoor.signer", "give the pair")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('environment = "test"', 'environment = "live"', 'environment: "live" is refused'),
        ('environment = "test"', "environment = test", "is no TOML"),
        ("[trust]", '[readings]\nO99 = "x"\n[trust]', "readings: "),
        ("[trust]", "[unheard]\nof = 1\n[trust]", "unheard"),
    ],
)
def test_a_profile_that_cannot_be_used(lab: Lab, before: str, after: str, said: str) -> None:
    profile = edited(lab.profile(control=True), before, after)
    result = asked(profile)
    assert result.exit_code == 12
    assert result.stderr.startswith(f"mp107 preflight: {profile}: ")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_schemas_that_are_not_where_they_were_said_to_be(lab: Lab, tmp_path: Path) -> None:
    result = asked(lab.profile(control=True), "--duis-schemas", tmp_path)
    assert result.exit_code == 12
    assert "name a folder with the DUIS schemas" in result.stderr


def test_what_scenarios_need_is_found_by_playing_them() -> None:
    chosen = [
        one for one in read_corpus(FEATURES).scenarios if one.path.endswith("srpd_6_2_d_network_operator.feature")
    ]
    needs = needs_of(chosen, rulings(), lambda: None)
    assert {spec.device_type for spec, _ in needs.states} <= {DeviceType.ESME, DeviceType.GPF, DeviceType.GSME}
    assert {name for _, ids in needs.states for name in ids} == {one.id for one in chosen}
    assert needs.critical_requests["Southfell"] > 0
    assert needs.planting["Northmoor"] > 0
