"""Every faulty update, by name."""

from difflib import get_close_matches

from data_update.faulty import (
    believing,
    committing,
    depending,
    finding,
    going_back,
    placing,
    presuming,
    recording,
    running,
    writing,
)
from data_update.faulty.fault import Fault
from sut_adapters.trouble import Misconfigured

FAULTS: tuple[Fault, ...] = (
    *finding.FAULTS,
    *placing.FAULTS,
    *believing.FAULTS,
    *presuming.FAULTS,
    *depending.FAULTS,
    *writing.FAULTS,
    *committing.FAULTS,
    *recording.FAULTS,
    *running.FAULTS,
    *going_back.FAULTS,
)


def find_fault(name: str) -> Fault:
    """By its name; raises Misconfigured, in one line, with the names that are near."""
    for fault in FAULTS:
        if fault.name == name:
            return fault
    near = get_close_matches(name, [fault.name for fault in FAULTS], n=3, cutoff=0.4)
    hint = f"near: {', '.join(near)}" if near else "`python -m data_update.faulty` lists them"
    raise Misconfigured(f"{name[:60]!a} is no faulty update; {hint}")
