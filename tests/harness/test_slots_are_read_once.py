"""What was seen of a device stands until the system is told anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harness.seen import Seen, SeenInspection, Stirring
from rulebook.vocabulary import Certificate, Component, Slot


@dataclass
class Inspected:
    """A device whose slots are written down as they are read."""

    read: list[str] = field(default_factory=list)

    def slots(self, device: str) -> Mapping[Slot, Certificate | None]:
        self.read.append(f"slots of {device}")
        return dict.fromkeys(Slot)

    def served_by(self, device: str) -> Component:
        self.read.append(f"S1SP of {device}")
        return Component.S1SP1

    def settled(self) -> bool:
        return True


def test_nothing_is_asked_twice_in_a_row() -> None:
    system, seen = Inspected(), Seen()
    inspection = SeenInspection(system, seen)
    for _ in range(2):
        inspection.slots("a")
        inspection.slots("b")
        inspection.served_by("a")
    assert system.read == ["slots of a", "slots of b", "S1SP of a"]


def test_it_is_asked_again_once_the_system_was_told_anything() -> None:
    system, seen = Inspected(), Seen()
    inspection, told = SeenInspection(system, seen), Stirring(system, seen)
    inspection.slots("a")
    told.settled()
    inspection.slots("a")
    assert system.read == ["slots of a"] * 2
