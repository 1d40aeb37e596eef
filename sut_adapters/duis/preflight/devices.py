"""What the devices of the inventory are like now, by the registered party's own SRV 8.2 and 6.24.1; changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.devices import KnownDevice
from sut_adapters.duis.estate_profile import LeasableDevice
from sut_adapters.duis.inspection import WireInspection
from sut_adapters.duis.kit import Kit, wire_inspection
from sut_adapters.duis.planting import Slots, described
from sut_adapters.duis.preflight.findings import Check, Finding, fault, fault_of, fine
from sut_adapters.duis.responses import InventoryDevice
from sut_adapters.duis.test_control_client import TestControl
from sut_adapters.duis.test_control_json import release_of
from sut_adapters.trouble import Trouble


@dataclass
class Looked:
    """What was found; `devices` are those that could be read, each with what its slots hold, and with its S1SP."""

    findings: list[Finding] = field(default_factory=list)
    devices: list[tuple[LeasableDevice, Slots]] = field(default_factory=list)


def look_at_devices(kit: Kit) -> Looked:
    """Every device of the inventory; where there is test control, only whether it answers."""
    looked = Looked()
    if kit.control is not None:
        looked.findings.append(_test_control(kit.control))
    elif not kit.wire.profile.device:
        said, mend = "there is neither test control nor a device to lease", "give [test_control] or a [[device]]"
        looked.findings.append(fault(Check.DEVICES, "device", said, mend))
    else:
        inspection = wire_inspection(kit)
        for device in kit.wire.profile.device:
            _look_at(device, kit, inspection, looked)
    return looked


def _test_control(control: TestControl) -> Finding:

    try:
        release = release_of(control.get("/release"))
    except Trouble as trouble:
        return fault_of(Check.DEVICES, "test_control", trouble)
    return fine(Check.DEVICES, "test_control", f"answers; SECMP0107 is at {release}")


def _look_at(device: LeasableDevice, kit: Kit, inspection: WireInspection, looked: Looked) -> None:
    kit.wire.devices.add(KnownDevice(device.id, device.type, device.generation, device.s1sp))
    kit.registered.put(device.id, device.registered)
    try:
        entry = inspection.inventory_entry(device.id)
        held = dict(inspection.slots(device.id))
    except Trouble as trouble:
        looked.findings.append(_not_readable(device, trouble))
        return
    looked.findings += _compared(device, entry)
    s1sp = device.s1sp or (Component(entry.s1sp) if entry.s1sp in S1SPS else None)
    looked.devices.append((device.model_copy(update={"s1sp": s1sp}), held))
    said = ", ".join(f"{slot}: {described(one)}" for slot, one in held.items())
    looked.findings.append(fine(Check.DEVICES, device.id, said))


def _compared(device: LeasableDevice, entry: InventoryDevice) -> Iterator[Finding]:
    """Where the Smart Metering Inventory says otherwise than the profile."""
    for key, here, there in (
        ("type", device.type, entry.device_type),
        ("status", device.status, entry.status),
        ("generation", device.generation, (entry.generation or "").split(" ")[0]),
        ("s1sp", device.s1sp or entry.s1sp, entry.s1sp),
    ):
        if there and here != there:
            said = f"its {key} is {there} in the Smart Metering Inventory, and {here} in the profile"
            yield fault(Check.DEVICES, device.id, said, f"mend {key} of the [[device]], or give another device")


def _not_readable(device: LeasableDevice, trouble: Trouble) -> Finding:
    if "device existence" in str(trouble):
        said, mend = "the Smart Metering Inventory does not hold it", "mend the id of the [[device]], or remove it"
        return fault(Check.SAFETY, device.id, said, mend)
    said = f"its registered parties cannot read it ({trouble})"
    return fault(Check.DEVICES, device.id, said, "mend `registered` of the [[device]], or give those parties' signers")
