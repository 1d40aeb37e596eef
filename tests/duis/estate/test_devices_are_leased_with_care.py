"""Without test control: a device in the state, else planted in the order of care, else none; and given back."""

import json
import sys
from pathlib import Path

import pytest

from rulebook.vocabulary import (
    BASELINE,
    SECMP0107,
    Accepted,
    Certificate,
    CertificateUse,
    RemotePartyRole,
    ServiceRequest,
    Slot,
    UserRole,
    Variant,
)
from sut_adapters.duis.adapter import DuisSystem
from sut_adapters.duis.ledger import Ledger
from sut_adapters.port import DeviceSpec, Misconfigured, NotExercised
from tests.duis.estate.devices import ELECTRICITY, RIGHT, WRONG, held_by
from tests.duis.estate.lab import Asked, Lab, inventory_entry


def update(sender: str, owner: str, device: str) -> ServiceRequest:
    placed = tuple(Certificate(owner, use) for use in CertificateUse)
    return ServiceRequest(
        Variant.UPDATE_SECURITY_CREDENTIALS_KRP, sender, device, RemotePartyRole.NETWORK_OPERATOR, placed
    )


def leasing(lab: Lab, profile: Path) -> Asked:
    system = lab.system(profile)
    assert isinstance(system, Asked)
    system.begin("a scenario", 1)
    return system


def sent(system: Asked, variant: str) -> int:
    """How many requests of a variant have gone out."""
    assert isinstance(system, DuisSystem)
    wanted = f"<sr:ServiceReferenceVariant>{variant}<".encode()
    return sum(wanted in message.document for message in system.messages() if message.way == "sent")


def end_states(profile: Path) -> list[dict[str, object]]:
    lines = (profile.parent / "estate" / "end-states.ndjson").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_device_that_is_in_the_state_is_taken_as_it_is(lab: Lab) -> None:
    right, wrong = lab.place(RIGHT), lab.place(WRONG)
    inventory = inventory_entry(right, RIGHT, ELECTRICITY) + inventory_entry(wrong, WRONG, ELECTRICITY, hub="b")
    system = leasing(lab, lab.profile(more=inventory))
    assert system.place(WRONG) == wrong
    assert sent(system, "6.15.1") == 0


def test_the_holder_itself_plants_and_the_new_holder_gives_back(lab: Lab) -> None:
    device = lab.place(RIGHT)
    profile = lab.profile(more=inventory_entry(device, RIGHT, ELECTRICITY), top='release = "on"\n')
    system = leasing(lab, profile)
    assert system.place(WRONG) == device
    assert lab.holds(device) == {"Southfell"}
    system.end()
    assert lab.holds(device) == {"Northmoor"}
    assert [(state["device"], state["put_back"]) for state in end_states(profile)] == [(device, True)]


@pytest.mark.parametrize(
    ("release", "without", "reason"),
    [
        ("", (), "nobody says which components have SECMP0107 in force"),
        ('release = "off"\n', (), "SECMP0107 is not in force at the DSP"),
        ('release = "DSP=on"\n', (), "SECMP0107 is not in force at S1SP"),
        ('release = "on"\n', ("Southfell",), "Southfell's digital signing certificate is not in the profile, or its"),
        ('release = "on"\n', ("Northmoor",), "the signer of Northmoor, which holds its slots, is not in the profile"),
    ],
)
def test_nothing_is_planted_that_could_not_be_given_back(
    lab: Lab, release: str, without: tuple[str, ...], reason: str
) -> None:
    device = lab.place(RIGHT)
    entry = inventory_entry(device, RIGHT, ELECTRICITY, s1sp=lab.control.get(f"/devices/{device}/slots")["served_by"])
    system = leasing(lab, lab.profile(more=entry, top=release, without=without))
    with pytest.raises(NotExercised, match=reason):
        system.place(WRONG)
    assert sent(system, "6.15.1") == 0
    assert lab.holds(device) == {"Northmoor"}


def test_the_supplier_plants_where_the_profile_says_that_the_device_takes_it(lab: Lab) -> None:
    device = lab.place(WRONG)
    lab.switch(BASELINE)
    entry = inventory_entry(device, WRONG, ELECTRICITY, takes_handover=True)
    system = leasing(lab, lab.profile(more=entry, top='release = "off"\n'))
    assert system.place(RIGHT) == device
    assert sent(system, "6.21") == 1
    assert lab.holds(device) == {"Northmoor"}
    system.end()
    assert lab.holds(device) == {"Southfell"}


def test_a_registration_is_moved_instead_of_the_certificate(lab: Lab, tmp_path: Path) -> None:
    spec = DeviceSpec(RIGHT.device_type, registered={UserRole.ELECTRICITY_DISTRIBUTOR: "Southfell"})
    device = lab.place(spec)
    lab.switch(BASELINE)
    log = tmp_path / "moves"
    script = "import sys; open(sys.argv[1], 'a').write(' '.join(sys.argv[2:]) + '\\n')"
    command = json.dumps([sys.executable, "-c", script, str(log), "{device}", "{role}", "{user_id}"])
    registered = {**ELECTRICITY, UserRole.ELECTRICITY_DISTRIBUTOR: "Southfell"}
    more = inventory_entry(device, spec, registered) + f"\n[estate]\nmove_registration = {command}\n"
    system = leasing(lab, lab.profile(more=more, top='release = "off"\n'))
    assert system.place(WRONG) == device
    system.end()
    moved = [line.split() for line in log.read_text(encoding="utf-8").splitlines()]
    users = [lab.pki.user_id["Northmoor"], lab.pki.user_id["Southfell"]]
    assert moved == [[device, "ED", user_id] for user_id in users]


def test_where_no_device_can_be_had_the_reason_is_said(lab: Lab) -> None:
    device = lab.place(RIGHT)
    system = leasing(
        lab, lab.profile(more=inventory_entry(device, RIGHT, {**ELECTRICITY, UserRole.IMPORT_SUPPLIER: "Dunlin"}))
    )
    with pytest.raises(NotExercised, match="its registered Import Supplier is Dunlin, not Curlew"):
        system.place(RIGHT)
    with pytest.raises(NotExercised, match=r"SMETS1 ESME, Suspended.*none that is free"):
        system.place(DeviceSpec(RIGHT.device_type, status="Suspended"))  # type: ignore[arg-type]


def test_two_runs_never_have_one_device(lab: Lab) -> None:
    device = lab.place(RIGHT)
    profile = lab.profile(more=inventory_entry(device, RIGHT, ELECTRICITY))
    system, another = leasing(lab, profile), Ledger(profile.parent / "estate").lease(device)
    assert another is not None
    with pytest.raises(NotExercised, match="another run has it"):
        system.place(RIGHT)
    another.end()
    assert system.place(RIGHT) == device
    assert Ledger(profile.parent / "estate").lease(device) is None


def test_what_the_scenario_itself_changed_is_put_back(lab: Lab) -> None:
    device = lab.place(WRONG)
    profile = lab.profile(more=inventory_entry(device, WRONG, ELECTRICITY), top='release = "on"\n')
    system = leasing(lab, profile)
    assert system.send(update("Southfell", "Northmoor", system.place(WRONG))) == Accepted()
    assert lab.holds(device) == {"Northmoor"}
    system.end()
    assert lab.holds(device) == {"Southfell"}


def test_what_cannot_be_put_back_is_listed_with_the_reason_and_remembered(lab: Lab) -> None:
    device = lab.place(RIGHT)
    profile = lab.profile(more=inventory_entry(device, RIGHT, ELECTRICITY), top='release = "on"\n')
    system = leasing(lab, profile)
    system.place(WRONG)
    lab.switch(BASELINE)
    system.end()
    (state,) = end_states(profile)
    assert state["put_back"] is False
    assert "refused by the DSP at its registration check" in str(state["reason"])
    assert "critical Network Operator slot holds Southfell's" in str(state["reason"])
    lab.switch(SECMP0107)
    system.begin("another scenario", 2)
    assert system.place(WRONG) == device
    system.end()
    assert lab.holds(device) == {"Northmoor"}


def test_nothing_outside_the_inventory_is_touched(lab: Lab) -> None:
    leased, other = lab.place(RIGHT), lab.place(RIGHT)
    system = leasing(lab, lab.profile(more=inventory_entry(leased, RIGHT, ELECTRICITY)))
    with pytest.raises(Misconfigured, match="nothing is done to a device outside the inventory"):
        system.register(other, UserRole.ELECTRICITY_DISTRIBUTOR, "Southfell")
    with pytest.raises(Misconfigured, match="nothing outside the inventory is asked"):
        system.slots(other)


def test_a_certificate_that_the_profile_does_not_know_is_never_replaced(lab: Lab) -> None:
    spec = DeviceSpec(RIGHT.device_type, slots=held_by("Southfell", 2))
    device = lab.place(spec)
    profile = lab.profile(more=inventory_entry(device, spec, ELECTRICITY), top='release = "on"\n')
    text = profile.read_text(encoding="utf-8")
    issues = [line for line in text.splitlines() if "southfell/digital-signing-2" in line and "digital_signing" in line]
    profile.write_text(text.replace(issues[0], issues[0].partition(", ")[0] + "]"), encoding="utf-8")
    system = leasing(lab, profile)
    with pytest.raises(
        NotExercised, match="could not be given back: Southfell's digital signing certificate is not in"
    ):
        system.place(RIGHT)
    assert {Slot.CRITICAL_NETWORK_OPERATOR} <= set(spec.slots)
