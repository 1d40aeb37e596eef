"""Which component acts, and which of them have SECMP0107 in force."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Component(StrEnum):
    """A component of the DCC Total System that can refuse a request; on SMETS2 the Device itself."""

    DSP = "DSP"
    S1SP1 = "S1SP1"
    S1SP2 = "S1SP2"
    S1SP3 = "S1SP3"
    DEVICE = "Device"

    @property
    def is_s1sp(self) -> bool:
        """True of each SMETS1 Service Provider: every DCC Service Provider in that role counts as one of its own."""
        return self in S1SPS


S1SPS = (Component.S1SP1, Component.S1SP2, Component.S1SP3)


@dataclass(frozen=True, slots=True)
class Release:
    """The DSP's one feature switch, and whether each S1SP has deployed the change (FIA 4.1): 16 states, all legal.

    A component that `s1sps` does not name has not deployed it.
    """

    dsp: bool
    s1sps: Mapping[Component, bool] = field(default_factory=dict)

    def in_force_at(self, component: Component) -> bool:
        """Whether SECMP0107 is in force at the DSP or at one S1SP; a Device knows nothing of it."""
        return self.dsp if component is Component.DSP else self.s1sps.get(component, False)

    def switched(self, component: Component, *, on: bool) -> "Release":
        """This state with one component's half of the change put on or off."""
        if component is Component.DSP:
            return Release(on, self.s1sps)
        return Release(self.dsp, {**self.s1sps, component: on})

    def __str__(self) -> str:
        states = [(Component.DSP, self.dsp), *((s1sp, self.in_force_at(s1sp)) for s1sp in S1SPS)]
        return ", ".join(f"{component}={'on' if on else 'off'}" for component, on in states)


BASELINE = Release(dsp=False, s1sps=dict.fromkeys(S1SPS, False))
SECMP0107 = Release(dsp=True, s1sps=dict.fromkeys(S1SPS, True))
