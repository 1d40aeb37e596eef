"""What a device's slots hold and who serves it, as the registered party's SRV 6.24.1 and 8.2 show. Nothing is kept.

Test control is asked only where every registered party is refused, for SMETS2 devices, whose answer is GBCS, and while
requests are held where they are, when none would be answered.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rulebook.vocabulary import (
    S1SPS,
    Accepted,
    Certificate,
    Component,
    Generation,
    Refused,
    ServiceRequest,
    Slot,
    Variant,
    describe,
)
from sut_adapters.duis.asking import Ask, Heard
from sut_adapters.duis.devices import Devices, KnownDevice
from sut_adapters.duis.held_slots import HeldReader, HeldSlots
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.registered import Registered
from sut_adapters.duis.responses import Inventory, InventoryDevice, Smets1Response
from sut_adapters.trouble import Inconclusive, Misconfigured, Misunderstood, NotExercised, Phase

ControlledSlots = Callable[[str], Mapping[Slot, Certificate | None]]


@dataclass(frozen=True)
class WireInspection:
    """SlotInspection. `controlled` reads slots by test control; None where the environment has none. `holding` says
    whether requests are held.

    A slot's owner whom the profile does not know is shown by its Entity Identifier.
    """

    ask: Ask
    devices: Devices
    registered: Registered
    identities: Identities
    controlled: ControlledSlots | None = None
    holding: Callable[[], bool] = lambda: False

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]:
        """Raises NotExercised where nobody here may read them, Inconclusive where the answer is no answer."""
        known = self._known(device)
        if known.generation is Generation.SMETS2:
            return self._by_test_control(device, "a SMETS2 device's slots are read in GBCS, which is not read here")
        if self.holding():
            return self._by_test_control(device, "requests are held where they are")
        refusals: list[str] = []
        for heard in self._answers(Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS, known, refusals):
            return self._held(heard, device)
        return self._by_test_control(device, "; ".join(refusals) or "nobody in the profile is registered for it")

    def served_by(self, device: str) -> Component:
        """Raises as `slots` does."""
        known = self._known(device)
        if known.generation is Generation.SMETS2:
            return Component.DEVICE
        try:
            return _serving(self.inventory_entry(device), device)
        except NotExercised:
            if known.s1sp is None:
                raise
            return known.s1sp

    def inventory_entry(self, device: str) -> InventoryDevice:
        """What the Smart Metering Inventory says of a device; raises as `slots` does."""
        refusals: list[str] = []
        for heard in self._answers(Variant.READ_INVENTORY, self._known(device), refusals):
            return _entry(heard, device)
        reason = "; ".join(refusals) or "nobody in the profile is registered for it"
        raise NotExercised(f"the inventory entry of {device} cannot be read: {reason}")

    @cached_property
    def _reader(self) -> HeldReader:
        return HeldReader(self.identities)

    def _known(self, device: str) -> KnownDevice:
        known = self.devices.get(device)
        if known is None:
            raise Misconfigured(f"{device} is no device of the estate: nothing outside the inventory is asked")
        return known

    def _answers(self, variant: Variant, known: KnownDevice, refusals: list[str]) -> Iterator[Heard]:
        """The answer to the first registered party that is not refused, if there is one."""
        for reader in self.registered.readers(known.device_id, known.device_type):
            party = self.identities.parties.get(reader)
            if party is None or party.signer is None:
                refusals.append(f"the signer of {reader} is not in the profile")
                continue
            heard = self.ask(ServiceRequest(variant, reader, known.device_id))
            if isinstance(heard.outcome, Refused):
                refusals.append(f"{reader}'s SRV {variant} was {describe(heard.outcome)}")
            elif heard.outcome == Accepted():
                yield heard
            else:
                raise Inconclusive(f"{reader}'s SRV {variant} to {known.device_id}: {describe(heard.outcome)}")

    def _held(self, heard: Heard, device: str) -> HeldSlots:
        for message in heard.messages:
            if isinstance(message.body, Smets1Response):
                return self._reader.slots(message.body.credentials)
        raise Misunderstood(Phase.UNDERSTAND, f"the answer to SRV 6.24.1 about {device} does not say what it holds")

    def _by_test_control(self, device: str, reason: str) -> Mapping[Slot, Certificate | None]:
        if self.controlled is None:
            raise NotExercised(f"what {device} holds cannot be read: {reason}")
        return self.controlled(device)


def _serving(entry: InventoryDevice, device: str) -> Component:
    if entry.s1sp not in S1SPS:
        said = f"says that {entry.s1sp or 'nobody'} serves it"
        raise Misunderstood(
            Phase.UNDERSTAND, f"the answer to SRV 8.2 about {device} {said}; one of S1SP1 to 3 is meant"
        )
    return Component(entry.s1sp)


def _entry(heard: Heard, device: str) -> InventoryDevice:
    listed = [message.body.devices for message in heard.messages if isinstance(message.body, Inventory)]
    for entry in (entry for devices in listed for entry in devices):
        if entry.device_id.upper() == device.upper():
            return entry
    raise Misunderstood(Phase.UNDERSTAND, f"the answer to SRV 8.2 about {device} does not list it")
