"""What the suite knows of the slots that an update finds, and of the devices whose they are."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate

from sut_adapters.update_terms import Place, PlantedSlot


@dataclass
class Grounds:
    """`open` are the slots to be corrected in which Users placed certificates: found before that, or never."""

    corrected: set[Place] = field(default_factory=set)
    left: dict[str, set[Place]] = field(default_factory=dict)
    open: set[Place] = field(default_factory=set)

    def add(self, one: PlantedSlot, by_users: frozenset[Place]) -> None:
        """One more slot that is found."""
        if one.left_alone:
            self.left.setdefault(one.reason, set()).add(one.place)
        else:
            (self.open if one.place in by_users else self.corrected).add(one.place)

    @property
    def certain(self) -> set[Place]:
        """Found in any case."""
        return self.corrected.union(*self.left.values())

    def devices_changed(self, slots: int, said: int) -> int:
        """The number said, or the nearest to it that so many of the open slots can be of."""
        each = sorted(Counter(device for device, _ in self.open).values(), reverse=True)
        fewest = next((many for many, reached in enumerate(accumulate(each), 1) if reached >= slots), 0)
        return max(fewest if slots else 0, min(said, slots, len(each)))

    def devices_found(self, changed: int, said: int) -> int:
        """The number said, or the nearest to it, where so many devices have been changed."""
        certain, opened = ({device for device, _ in places} for places in (self.certain, self.open))
        fewest = len(certain) + max(0, changed - len(opened & certain))
        return max(fewest, min(said, len(certain) + min(changed, len(opened - certain))))
