"""Updates that are wrong on purpose: each takes one decision of the reference update otherwise."""

from data_update.faulty.catalogue import FAULTS, find_fault
from data_update.faulty.fault import Fault

__all__ = ["FAULTS", "Fault", "find_fault"]
