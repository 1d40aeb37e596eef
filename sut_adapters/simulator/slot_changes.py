"""What differs between two states in the slots and counters that S1SPs keep, or SMETS2 devices themselves."""

from collections.abc import Iterator

from rulebook.vocabulary import Certificate, Component
from rulebook.world import Device, Slots
from sut_adapters.s1sp_database.stored import Change, DeviceRow, SlotContents, Stored
from sut_adapters.simulator.state import State


def keeper(device: Device) -> Component:
    """Who keeps a device's slots: an S1SP, or on SMETS2 the Device."""
    return device.s1sp or Component.DEVICE


def changes(before: State, after: State) -> dict[Component, Change]:
    """By keeper; nobody whose part is the same. What a faulty build writes to a device that is not there is nowhere."""
    gone, new = dict(_missing(before, after)), dict(_missing(after, before))
    devices = {**gone, **after.world.devices}
    slots = {name: held for name, held in _slots(before, after) if name in devices}
    counters = {key: count for key, count in _counters(before, after) if key[0] in devices}
    concerned = {keeper(devices[name]) for name in (*gone, *new, *slots, *(device for device, _ in counters))}
    return {
        component: Change(
            removed=tuple(name for name, device in gone.items() if keeper(device) is component),
            placed=tuple(_row(device) for device in new.values() if keeper(device) is component),
            slots={name: held for name, held in slots.items() if keeper(devices[name]) is component},
            counters={key: count for key, count in counters.items() if keeper(devices[key[0]]) is component},
        )
        for component in concerned
    }


def _missing(here: State, there: State) -> Iterator[tuple[str, Device]]:
    if here.world.devices is not there.world.devices:
        yield from ((name, each) for name, each in here.world.devices.items() if name not in there.world.devices)


def _slots(before: State, after: State) -> Iterator[tuple[str, SlotContents]]:
    known = before.world.slots
    if known is not after.world.slots:
        for name, slots in after.world.slots.items():
            if known.get(name) is not slots:
                yield name, _contents(known.get(name, {}), slots, after)


def _contents(known: Slots, slots: Slots, state: State) -> SlotContents:
    return {slot: _stored(held, state) for slot, held in slots.items() if known.get(slot) != held}


def _stored(held: Certificate | None, state: State) -> Stored | None:
    return None if held is None else Stored(held.owner, held.use, state.certificate(held))


def _counters(before: State, after: State) -> Iterator[tuple[tuple[str, str], int]]:
    known = before.world.execution_counters
    if known is not after.world.execution_counters:
        taken = after.world.execution_counters.items()
        yield from ((key, counter) for key, counter in taken if known.get(key) != counter)


def _row(device: Device) -> DeviceRow:
    points = device.meter_points
    return DeviceRow(device.device_id, device.device_type.value, points.import_mpan or points.mprn)
