"""What a device's anchor slots hold: given beforehand, and seen afterwards."""

from collections.abc import Mapping

from pytest_bdd import given, then

from rulebook.vocabulary import Certificate, DeviceType, Slot
from steps.certificates import USES, written
from steps.expectations import expect
from steps.phrases import SLOT_WORDS, SlotWords, phrase
from steps.scene import Scene

NO_SLOT = "no slot"


def held(scene: Scene, device: DeviceType, words: SlotWords, owner: str | None, issue: int = 1) -> None:
    """Add to a device's specification what some of its slots hold; an owner of None leaves them empty."""
    stored = {slot: owner and Certificate(owner, USES[slot], issue) for slot in words.slots}
    scene.specify(device, slots={**scene.specs[device].slots, **stored})


@given(phrase("the {device:DeviceType}'s {slots:Slots} hold {owner:Party}'s certificates"))
@given(phrase("the {device:DeviceType}'s {slots:Slots} holds {owner:Party}'s certificate"))
def _(scene: Scene, device: DeviceType, slots: SlotWords, owner: str) -> None:
    held(scene, device, slots, owner)


@given(phrase("the {device:DeviceType}'s {slots:Slots} are empty"))
def _(scene: Scene, device: DeviceType, slots: SlotWords) -> None:
    held(scene, device, slots, None)


@given(
    phrase("the {device:DeviceType}'s Network Operator slots hold certificates that {owner:Party} has since renewed")
)
def _(scene: Scene, device: DeviceType, owner: str) -> None:
    held(scene, device, SLOT_WORDS["Network Operator slots"], owner)
    scene.issues[owner] = scene.issue(owner) + 1


@then(phrase("the {device:DeviceType}'s {slots:Slots} hold {owner:Party}'s certificates"))
@then(phrase("the {device:DeviceType}'s {slots:Slots} holds {owner:Party}'s certificate"))
def _(scene: Scene, device: DeviceType, slots: SlotWords, owner: str) -> None:
    handle = scene.device(device)
    expect_stored(scene, handle, {slot: scene.expected(device, slot, owner) for slot in slots.slots})


@then(phrase("the {device:DeviceType}'s {slots:Slots} hold {owner:Party}'s renewed certificates"))
def _(scene: Scene, device: DeviceType, slots: SlotWords, owner: str) -> None:
    renewed = {slot: Certificate(owner, USES[slot], scene.issue(owner) + 1) for slot in slots.slots}
    expect_stored(scene, scene.device(device), renewed)


@then(phrase("the {device:DeviceType}'s {slots:Slots} are as they were"))
def _(scene: Scene, device: DeviceType, slots: SlotWords) -> None:
    replaced = scene.replaced(scene.device(device)) & frozenset(slots.slots)
    expect(f"{NO_SLOT} changed", f"{', '.join(sorted(replaced)) or NO_SLOT} changed")


@then("nothing has changed")
def _(scene: Scene) -> None:
    changed = [f"the {kind}'s {slot}" for kind, handle in scene.handles.items() for slot in scene.replaced(handle)]
    expect(f"{NO_SLOT} changed", f"{', '.join(sorted(changed)) or NO_SLOT} changed")


def expect_stored(scene: Scene, handle: str, certificates: Mapping[Slot, Certificate]) -> None:
    """Compare what slots hold with the very certificates that they are to hold: owner, use and issue."""
    stored = scene.inspection.slots(handle)
    expect(_listed(certificates), _listed({slot: stored[slot] for slot in certificates}))


def _listed(held_by: Mapping[Slot, Certificate | None]) -> str:
    return "; ".join(f"{slot} slot: {written(certificate)}" for slot, certificate in sorted(held_by.items()))
