"""Every faulty update, by name."""

from data_update.faulty import committing, depending, finding, placing, presuming, recording, running, writing
from data_update.faulty.fault import Fault
from sut_adapters.trouble import Misconfigured

FAULTS: tuple[Fault, ...] = (
    *finding.FAULTS,
    *placing.FAULTS,
    *presuming.FAULTS,
    *depending.FAULTS,
    *writing.FAULTS,
    *committing.FAULTS,
    *recording.FAULTS,
    *running.FAULTS,
)


def find_fault(name: str) -> Fault:
    """By its name; raises Misconfigured, naming the known ones."""
    for fault in FAULTS:
        if fault.name == name:
            return fault
    raise Misconfigured(f"{name[:60]!a} is no faulty update; known are {', '.join(fault.name for fault in FAULTS)}")
