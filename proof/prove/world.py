"""The world of a case, which asks the recorder for what it holds: devices, slots, counters, release, rulings."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

from proof.prove.axes import RULING, rulings
from proof.prove.reads import Facts
from proof.prove.registrations import NEIGHBOUR, NOW, OWNERS, meter_points_of, registrations
from proof.prove.request import CURRENT, FORMER, JOINED, SENDER, TARGET, UserAsked
from rulebook.vocabulary import (
    S1SPS,
    Certificate,
    CertificateUse,
    Component,
    DeviceStatus,
    DeviceType,
    Generation,
    Release,
    Rulings,
    Slot,
)
from rulebook.world import Device, MeterPoints, World

Key = TypeVar("Key")
Value = TypeVar("Value")

ELECTRICITY, PREMISES, NEXT_DOOR = "the electricity", "the premises", "next door"
LAST_SENT = 9
"""The sender's originator counter before the request, which takes the next."""

HIGHEST_TAKEN = {"the first": None, "above the last": 3, "not above the last": LAST_SENT + 1}
HELD = {"the sender's": (SENDER, CURRENT), "the sender's former": (SENDER, FORMER), "another's": ("a third party", 1)}


class Looked(Mapping[Key, Value], Generic[Key, Value]):
    """Answers a look-up when it is made, by a function that raises KeyError for what is not there.

    It shows no keys, so that a copy with something added holds what was added and nothing else.
    """

    def __init__(self, look_up: Callable[[Key], Value]) -> None:
        self._look_up = look_up

    def __getitem__(self, key: Key) -> Value:
        return self._look_up(key)

    def __iter__(self) -> Iterator[Key]:
        return iter(())

    def __len__(self) -> int:
        return 0


class DeviceAsked(Device):
    """The device that the request is sent to."""

    facts: Facts

    def __init__(self, facts: Facts) -> None:
        for name, value in {"facts": facts, "device_id": TARGET, "hub": PREMISES}.items():
            object.__setattr__(self, name, value)

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def device_type(self) -> DeviceType:
        return DeviceType(self.facts.value("device"))

    @property
    def generation(self) -> Generation:
        return Generation(self.facts.value("generation"))

    @property
    def meter_points(self) -> MeterPoints:
        return meter_points_of(self.facts)

    @property
    def s1sp(self) -> Component | None:
        return Component(self.facts.value("served by")) if self.generation is Generation.SMETS1 else None

    @property
    def status(self) -> DeviceStatus:
        return DeviceStatus(self.facts.value("device status"))


class ElectricityMeter(Device):
    """The ESME whose supplier 6.2(a) and (b) ask for."""

    facts: Facts

    def __init__(self, facts: Facts) -> None:
        known = {"facts": facts, "device_id": ELECTRICITY, "device_type": DeviceType.ESME}
        for name, value in {**known, "meter_points": NEIGHBOUR}.items():
            object.__setattr__(self, name, value)

    @property
    def hub(self) -> str:
        return PREMISES if self.facts.value("electricity hub") == "the same" else NEXT_DOOR


class Inventory(Looked[str, Device]):
    """The Smart Metering Inventory."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._target = DeviceAsked(facts)
        super().__init__(self._device)

    def __iter__(self) -> Iterator[str]:
        """The devices among which a Responsible Supplier is looked for."""
        yield ELECTRICITY
        if self._holds_the_target():
            yield TARGET

    def _device(self, name: str) -> Device:
        if name == ELECTRICITY:
            return ElectricityMeter(self._facts)
        if name == TARGET and self._holds_the_target():
            return self._target
        if name == JOINED:
            return self._joined()
        raise KeyError(name)

    def _holds_the_target(self) -> bool:
        handed_over = self._facts.value("way") == "handed over by the DSP"
        return handed_over or self._facts.value("in the inventory") == "yes"

    def _joined(self) -> Device:
        joined = self._facts.value("device to join")
        if joined == "none" or (joined == "itself" and not self._holds_the_target()):
            raise KeyError(joined)
        if joined == "itself":
            return self._target
        points = MeterPoints(mprn="another MPRN")
        return Device(JOINED, DeviceType(joined), Generation.SMETS2, points, hub=PREMISES)


def world_of(facts: Facts) -> World:
    """The world in which the request is sent."""
    return World(
        now=NOW,
        users={SENDER: UserAsked(facts), **OWNERS},
        devices=Inventory(facts),
        registrations=registrations(facts, "registered party"),
        slots=Looked(lambda _device: Looked(lambda slot: _stored(facts, slot))),
        s1sp_copies=dict.fromkeys(S1SPS, registrations(facts, "registered party in the S1SP's copy")),
        originator_counters={SENDER: LAST_SENT},
        execution_counters=Looked(lambda _key: _highest_taken(facts)),
    )


def _stored(facts: Facts, slot: Slot) -> Certificate | None:
    held = facts.value(f"{slot} slot")
    return None if held == "empty" else Certificate(HELD[held][0], CertificateUse.DIGITAL_SIGNING, HELD[held][1])


def _highest_taken(facts: Facts) -> int:
    taken = HIGHEST_TAKEN[facts.value("originator counter")]
    if taken is None:
        raise KeyError
    return taken


class ReleaseAsked(Release):
    """The state of release when the request arrives, or `in_the_end`, the DSP's switch maybe thrown meanwhile."""

    facts: Facts
    in_the_end: bool

    def __init__(self, facts: Facts, *, in_the_end: bool) -> None:
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "in_the_end", in_the_end)

    def in_force_at(self, component: Component) -> bool:
        if component is Component.DSP:
            arrived = self.facts.value("SECMP0107 at the DSP") == "in force"
            return arrived is not (self.in_the_end and thrown_under_way(self.facts))
        serves = self.facts.value("served by") == component
        return self.facts.value(f"SECMP0107 at {'the' if serves else 'another'} S1SP") == "in force"


def thrown_under_way(facts: Facts) -> bool:
    """Whether the DSP's switch is thrown between the DSP's acknowledgement and the end of the request."""
    return facts.value("way") == "from the User" and facts.value("switch thrown under way") == "yes"


@cache
def _reading_of(point: str) -> Callable[[str], str]:
    readings = rulings()
    return lambda ruling: readings[ruling][point]


def rulings_of(facts: Facts) -> Rulings:
    """The readings by which the case is judged."""
    return Rulings(Looked(lambda point: facts.about(RULING, _reading_of(point))))
