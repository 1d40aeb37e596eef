"""A stored certificate is compared to the letter, a refusal by what the documents fix, and nothing else may change."""

from dataclasses import replace
from typing import cast

import pytest

from rulebook.vocabulary import (
    Accepted,
    Certificate,
    CertificateUse,
    Check,
    Component,
    DeviceType,
    Failed,
    FailureKind,
    Outcome,
    Refused,
    RemotePartyRole,
    ServiceRequest,
    Slot,
)
from steps.anchor_slots import expect_stored
from steps.certificates import USES, named
from steps.expectations import expect_refusal
from steps.scene import Scene
from sut_adapters.port import DeviceSpec, Disagreement, Estate, SlotInspection

OWNERSHIP, REGISTRATION = Check.CERTIFICATE_OWNERSHIP, Check.REGISTRATION
SIGNING = Certificate("Northmoor", CertificateUse.DIGITAL_SIGNING, 2)
AGREEING = Certificate("Northmoor", CertificateUse.KEY_AGREEMENT, 2)
CRITICAL, NON_CRITICAL = Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR
UPDATE = ServiceRequest("6.15.1", "Northmoor", "ESME", RemotePartyRole.NETWORK_OPERATOR, (SIGNING, AGREEING))


class Stored:
    """Devices whose slots are whatever a test says."""

    def __init__(self) -> None:
        first = {slot: Certificate("Northmoor", use) for slot, use in USES.items()}
        self.by_device: dict[str, dict[Slot, Certificate | None]] = {"ESME": {**first}, "GSME": {**first}}

    def place(self, spec: DeviceSpec) -> str:
        return str(spec.device_type)

    def slots(self, device: str) -> dict[Slot, Certificate | None]:
        return self.by_device[device]


@pytest.fixture
def stored() -> Stored:
    return Stored()


@pytest.fixture
def scene(stored: Stored) -> Scene:
    scene = Scene(cast("Estate", stored), cast("SlotInspection", stored))
    scene.specify(DeviceType.ESME)
    scene.specify(DeviceType.GSME)
    scene.device(DeviceType.ESME)
    scene.before_event()
    scene.ended(UPDATE, Accepted())
    return scene


def test_a_request_names_its_slots_by_role_and_use() -> None:
    assert named(UPDATE) == {CRITICAL: SIGNING, NON_CRITICAL: AGREEING}
    assert named(replace(UPDATE, certificates=(AGREEING,))) == {NON_CRITICAL: AGREEING}


def test_what_was_placed_last_is_what_is_expected(scene: Scene) -> None:
    assert scene.expected(DeviceType.ESME, CRITICAL, "Northmoor") == SIGNING
    assert scene.expected(DeviceType.GSME, CRITICAL, "Northmoor") == replace(SIGNING, issue=1)


@pytest.mark.parametrize(
    "instead",
    [None, replace(SIGNING, issue=1), replace(SIGNING, use=AGREEING.use), replace(SIGNING, owner="Westbrook")],
)
def test_no_other_certificate_will_do(scene: Scene, stored: Stored, instead: Certificate | None) -> None:
    stored.by_device["ESME"] = {**stored.by_device["ESME"], CRITICAL: SIGNING}
    expect_stored(scene, "ESME", {CRITICAL: SIGNING})
    stored.by_device["ESME"][CRITICAL] = instead
    with pytest.raises(Disagreement):
        expect_stored(scene, "ESME", {CRITICAL: SIGNING})


@pytest.mark.parametrize(("device", "slot"), [("ESME", Slot.CRITICAL_SUPPLIER), ("GSME", CRITICAL)])
def test_a_slot_that_the_request_does_not_name_goes_astray(
    scene: Scene, stored: Stored, device: str, slot: Slot
) -> None:
    stored.by_device["ESME"] = {**stored.by_device["ESME"], CRITICAL: SIGNING, NON_CRITICAL: AGREEING}
    assert scene.astray() == []
    stored.by_device[device] = {**stored.by_device[device], slot: None}
    assert scene.astray() == [f"the {device}'s {slot}"]


@pytest.mark.parametrize(
    ("by", "check", "outcome"),
    [
        (Component.DSP, REGISTRATION, Refused(Component.DSP, REGISTRATION, "E4")),
        (Component.DEVICE, OWNERSHIP, Refused(Component.DEVICE, OWNERSHIP, "any code")),
        (Component.DEVICE, OWNERSHIP, Failed(FailureKind.RESPONSE, "no trust anchor")),
    ],
)
def test_a_refusal_is_known_by_what_the_documents_fix(by: Component, check: Check, outcome: Outcome) -> None:
    expect_refusal(by, check, outcome)


@pytest.mark.parametrize(
    ("by", "check", "outcome"),
    [
        (Component.DSP, REGISTRATION, Refused(Component.DSP, REGISTRATION, "E2")),
        (Component.DSP, REGISTRATION, Refused(Component.S1SP1, REGISTRATION, "S1VE4")),
        (Component.DEVICE, OWNERSHIP, Refused(Component.DEVICE, REGISTRATION, "any code")),
        (Component.S1SP1, OWNERSHIP, Failed(FailureKind.RESPONSE, "failure")),
        (Component.DSP, REGISTRATION, Accepted()),
    ],
)
def test_nothing_else_is_that_refusal(by: Component, check: Check, outcome: Outcome) -> None:
    with pytest.raises(Disagreement):
        expect_refusal(by, check, outcome)
