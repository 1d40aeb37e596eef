"""Systems that are wrong on purpose, each in one way: what a suite that deserves its name has to catch."""

from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.faults import FAULTS, find_fault

__all__ = ["FAULTS", "Fault", "find_fault"]
