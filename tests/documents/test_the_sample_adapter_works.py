"""What docs/adapters.md shows as an adapter is one, and the README's profile is one."""

from pathlib import Path

import pytest

from harness.profile import read_profile
from rulebook import law
from rulebook.vocabulary import Accepted, DeviceType, Refused, ServiceRequest
from sut_adapters import port
from sut_adapters.catalogue import known_systems, system_under_test
from sut_adapters.port import DeviceSpec, Estate, SlotInspection, UserGateway
from sut_adapters.trouble import Misconfigured
from tests.documents.passages import README, blocks


@pytest.mark.usefixtures("importable")
def test_the_catalogue_builds_it_and_it_answers_through_its_ports() -> None:
    assert "closed-door" in known_systems()
    system = system_under_test("closed-door:somewhere", law.rulings())
    assert isinstance(system, Estate)
    assert isinstance(system, SlotInspection)
    assert isinstance(system, UserGateway)
    assert not isinstance(system, port.ReleaseControl | port.AlertInbox | port.S1spGateway)
    device = system.place(DeviceSpec(DeviceType.ESME))
    assert len(system.slots(device)) == 4
    assert isinstance(system.send(ServiceRequest("6.15.1", "Southfell", device)), Refused)
    assert not isinstance(system.send(ServiceRequest("8.2", "Southfell", device)), Accepted)


def test_without_it_installed_the_name_is_unknown() -> None:
    with pytest.raises(Misconfigured, match="no system is called 'closed-door'"):
        system_under_test("closed-door", law.rulings())


def test_the_profile_is_read_whole(tmp_path: Path) -> None:
    shown = next(block.text for block in blocks(README, "toml") if "not_applicable" in block.text)
    file = tmp_path / "profile.toml"
    file.write_text(shown, encoding="utf-8")
    profile = read_profile(file)
    assert profile.release is not None
    assert law.rulings(profile.readings).ruled
    assert profile.why_no_port(port.AlertTrigger.__name__)


@pytest.fixture
def importable(plugged_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if it were installed in this environment."""
    monkeypatch.syspath_prepend(plugged_in)
