"""Which reading of an open question holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rulings:
    """The readings in force, by the key of an open point (`O2`, or `O3.s1sp` where a question has several points).

    `ruled` holds what somebody entitled to has ruled; `defaults` the first reading of every point, by which the
    reference model goes while a point is open.
    """

    ruled: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)

    def reading(self, point: str) -> str:
        """The reading to go by; raises KeyError for a point that the register does not hold."""
        return self.ruled.get(point) or self.defaults[point]

    def is_open(self, point: str) -> bool:
        """Whether nobody has ruled, so that an answer under any reading is admitted."""
        return point not in self.ruled
