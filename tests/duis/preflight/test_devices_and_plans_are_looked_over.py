"""Devices, states, anomaly thresholds, what an earlier run left: each fault with its exact mend."""

from pathlib import Path

import pytest

from rulebook.vocabulary import BASELINE, DeviceType, UserRole
from sut_adapters.duis.ledger import Found, Ledger
from sut_adapters.duis.preflight import Needs
from sut_adapters.duis.preflight.findings import Finding, State
from sut_adapters.duis.preflight.thresholds import thresholds
from sut_adapters.duis.profile import read_profile
from sut_adapters.port import DeviceSpec
from tests.duis.estate.devices import ELECTRICITY, RIGHT, WRONG, held_by
from tests.duis.estate.lab import Lab, inventory_entry
from tests.duis.estate.test_ways_there_and_back import suppliers
from tests.duis.preflight.conftest import Look, edited, faults, only_fault

STRANGER = "00-DB-12-34-00-00-00-99"
NEEDS = Needs(states=((RIGHT, ("one",)), (WRONG, ("two", "three"))))


def registered(lab: Lab, more: str, top: str = "") -> Path:
    """A profile whose inboxes are at fixed ports, and known to the lab."""
    profile = lab.profile(more=more, top=top)
    system = lab.system(profile)
    urls = dict(system.inbox_urls)
    system.close()
    text = profile.read_text(encoding="utf-8")
    for name, user_id in lab.pki.user_id.items():
        if user_id in urls:
            port = urls[user_id].rsplit(":", 1)[1].split("/")[0]
            text = text.replace(f'[party."{name}"]\n', f'[party."{name}"]\ninbox_port = {port}\n')
    profile.write_text(text, encoding="utf-8")
    return profile


def test_a_device_in_order_and_what_it_can_be_brought_to(lab: Lab, look: Look) -> None:
    device = lab.place(RIGHT)
    findings = look(registered(lab, inventory_entry(device, RIGHT, ELECTRICITY), 'release = "on"\n'), NEEDS)
    assert faults(findings) == []
    assert "2 of the 2 states that scenarios need can be had" in [one.said for one in findings]


def test_a_state_that_cannot_be_had(lab: Lab, look: Look) -> None:
    device = lab.place(RIGHT)
    lab.switch(BASELINE)
    profile = registered(lab, inventory_entry(device, RIGHT, ELECTRICITY), 'release = "off"\n')
    check, subject, said, mend = only_fault(look(profile, NEEDS))
    assert check == "states"
    assert said.startswith(f"no device can be had: {device}: it could not be given back: Southfell holds its slots")
    assert said.endswith("is not registered, and SECMP0107 is not in force at the DSP")
    assert subject.startswith("SMETS1 ESME, Commissioned, critical Network Operator slot Southfell's digital signing")
    assert mend == "give such a [[device]] or what is missing, or have 2 scenarios NOT-EXERCISED"


def test_no_device_of_the_kind(lab: Lab, look: Look) -> None:
    device = lab.place(RIGHT)
    profile = registered(lab, inventory_entry(device, RIGHT, ELECTRICITY))
    needs = Needs(states=((DeviceSpec(DeviceType.GPF), ("one",)),))
    assert only_fault(look(profile, needs))[2] == "no device can be had: the inventory has none of the kind"


def test_neither_test_control_nor_devices(lab: Lab, look: Look) -> None:
    found = [fault for fault in faults(look(registered(lab, ""))) if fault[0] == "devices"]
    assert found == [
        (
            "devices",
            "device",
            "there is neither test control nor a device to lease",
            "give [test_control] or a [[device]]",
        )
    ]


def test_a_device_that_the_smart_metering_inventory_does_not_hold(lab: Lab, look: Look) -> None:
    fault = only_fault(look(registered(lab, inventory_entry(STRANGER, RIGHT, ELECTRICITY))))
    assert fault == (
        "safety",
        STRANGER,
        "the Smart Metering Inventory does not hold it",
        "mend the id of the [[device]], or remove it",
    )


def test_a_device_that_is_other_than_the_profile_says(lab: Lab, look: Look) -> None:
    device = lab.place(RIGHT)
    said = inventory_entry(device, DeviceSpec(DeviceType.GPF), {UserRole.GAS_SUPPLIER: "Heron"}, status="Pending")
    found = {fault[2]: fault[3] for fault in faults(look(registered(lab, said)))}
    assert not found.keys() & {""}
    assert any("its registered parties cannot read it" in one for one in found)
    said = inventory_entry(device, RIGHT, ELECTRICITY, status="Pending")
    assert only_fault(look(registered(lab, said)))[2:] == (
        "its status is Commissioned in the Smart Metering Inventory, and Pending in the profile",
        "mend status of the [[device]], or give another device",
    )


def test_a_device_whose_registered_parties_cannot_read_it(lab: Lab, look: Look) -> None:
    device = lab.place(RIGHT)
    roles = {UserRole.IMPORT_SUPPLIER: "Dunlin", UserRole.ELECTRICITY_DISTRIBUTOR: "Southfell"}
    fault = only_fault(look(registered(lab, inventory_entry(device, RIGHT, roles))))
    assert (fault[0], fault[3]) == ("devices", "mend `registered` of the [[device]], or give those parties' signers")


def test_test_control_that_does_not_answer(lab: Lab, look: Look) -> None:
    profile = edited(lab.profile(control=True), "/test-control/v1", "/elsewhere")
    fault = only_fault(look(profile))
    assert (fault[0], fault[1]) == ("devices", "test_control")
    assert fault[3] == "mend test_control.url in the profile, or see the environment's own log"


FOUND = Found({**held_by("Southfell"), **suppliers("Curlew")}, {})


def left_behind(profile: Path, device: str) -> None:
    lease = Ledger(profile.parent / "estate").lease(device)
    assert lease is not None
    lease.note(FOUND)
    lease.end()


def test_a_device_that_an_earlier_run_did_not_put_back(lab: Lab, look: Look) -> None:
    device = lab.place(RIGHT)
    profile = registered(lab, inventory_entry(device, RIGHT, ELECTRICITY))
    left_behind(profile, device)
    check, subject, said, mend = only_fault(look(profile))
    assert (check, subject, said) == ("safety", device, "an earlier run has not put it back as it was found")
    assert mend.startswith("put back what it held (critical Network Operator: Southfell's digital signing certificate,")


def test_a_device_outside_the_inventory_that_somebody_leased(lab: Lab, look: Look) -> None:
    profile = lab.profile(control=True)
    left_behind(profile, STRANGER)
    check, subject, said, mend = only_fault(look(profile))
    assert (check, subject) == ("safety", STRANGER)
    assert said.endswith("and is no [[device]] of the inventory")
    assert mend == "have its owner see what it holds, then remove its file there, or give the [[device]]"


def planned(lab: Lab, threshold: int | None, *, control: bool = False) -> list[Finding]:
    needs = Needs(critical_requests={"Northmoor": 5}, planting={"Northmoor": 3})
    limit = "" if threshold is None else f"anomaly_threshold = {threshold}\n"
    profile = edited(lab.profile(control=control), '[party."Northmoor"]\n', f'[party."Northmoor"]\n{limit}')
    return list(thresholds(read_profile(profile), needs))


def test_more_critical_requests_than_the_threshold_lets_through(lab: Lab) -> None:
    key = "party.Northmoor.anomaly_threshold"
    check, subject, said, mend = only_fault(planned(lab, 7))
    assert (check, subject) == ("anomaly thresholds", key)
    assert said.startswith("8 Critical requests are planned (3 of them at most to plant and to put back)")
    assert said.endswith("and only 7 are let through")
    assert mend.startswith(f"have the threshold raised and {key} with it, or run fewer scenarios at a time")


@pytest.mark.parametrize(
    ("threshold", "control", "state"),
    [(8, False, State.FINE), (5, True, State.FINE), (None, False, State.LEFT_OUT), (None, True, State.FINE)],
)
def test_as_many_as_the_threshold_lets_through(lab: Lab, threshold: int | None, control: bool, state: State) -> None:
    assert [one.state for one in planned(lab, threshold, control=control)] == [state]
