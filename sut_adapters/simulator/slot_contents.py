"""What slots hold, from databases to the world of the model."""

from collections.abc import Mapping
from dataclasses import replace

from rulebook.vocabulary import Certificate, Component, Slot
from sut_adapters.s1sp_database.stored import Contents, SlotContents
from sut_adapters.simulator.replacements import identified
from sut_adapters.simulator.slot_changes import keeper
from sut_adapters.simulator.state import State


def with_contents(state: State, kept: Mapping[Component, Contents]) -> State:
    """`state` with the slots and counters of its devices, each from the database of whoever keeps them."""
    for device_id, device in state.world.devices.items():
        contents = kept[keeper(device)]
        state = _with_slots(state, device_id, contents.slots.get(device_id, {}))
    counters = {
        key: counter
        for contents in kept.values()
        for key, counter in contents.counters.items()
        if key[0] in state.world.devices
    }
    return replace(state, world=replace(state.world, execution_counters=counters))


def _with_slots(state: State, device_id: str, contents: SlotContents) -> State:
    held: dict[Slot, Certificate | None] = dict.fromkeys(Slot)
    for slot, stored in contents.items():
        if stored is not None:
            held[slot] = certificate = identified(stored.owner, stored.use, stored.der, state)
            state = state.with_learned({certificate: stored.der})
    return replace(state, world=state.world.with_slots(device_id, held))
