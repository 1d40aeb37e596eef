"""What a run would need: devices in certain states, and so many Critical requests of each User."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sut_adapters.port import DeviceSpec


@dataclass(frozen=True, slots=True)
class Needs:
    """`states` are the different specifications, each with the ids of the scenarios that need it.

    `critical_requests` counts by party: those of the scenarios, and in `planting` those that would plant and put back
    where there is no test control, at most.
    """

    states: tuple[tuple[DeviceSpec, tuple[str, ...]], ...] = ()
    critical_requests: Mapping[str, int] = field(default_factory=dict)
    planting: Mapping[str, int] = field(default_factory=dict)
