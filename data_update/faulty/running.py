"""Updates whose modes do not do what they are called, or that do not say what they did."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_

from data_update.counting import CHANGED, CORRECTED, LEFT, Counts
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.rolling_back import RollingBack
from data_update.schema import update_journal
from sut_adapters.s1sp_database.schema import anchor_slots

NOTHING = {"devices": 0, "slots": 0}


@dataclass(frozen=True, slots=True)
class AtOnce(Engine):
    """A dry run that is none."""

    def dry_run(self) -> Counts:
        """As apply, under another name."""
        return Engine.apply(self) | {"mode": "dry-run"}


@dataclass(frozen=True, slots=True)
class NoWayBack(Engine):
    """Has no roll-back, and says that it is done."""

    def roll_back(self, name: str | None = None) -> Counts:
        """Nothing."""
        return self.head("roll-back", name or "", {}) | {"restored": NOTHING, "refused": NOTHING, "refused_slots": []}


class OverEverything(RollingBack):
    """Puts back what was there, whatever has been written since."""

    def untouched(self) -> ColumnElement[bool]:
        """Not looked at."""
        slot, noted = anchor_slots.c, update_journal.c
        return and_(slot.device_id == noted.device_id, slot.slot == noted.slot)


@dataclass(frozen=True, slots=True)
class BackOverEverything(Engine):
    """Rolls back without looking."""

    rolling_back: type[RollingBack] = OverEverything


@dataclass(frozen=True, slots=True)
class SaysWhatItLikes(Engine):
    """Does what it should, and reports only what it did."""

    def apply(self, name: str | None = None) -> Counts:
        """Without what was left alone."""
        return self._flattered(Engine.apply(self, name))

    def dry_run(self) -> Counts:
        """Without what would be left alone."""
        return self._flattered(Engine.dry_run(self))

    @staticmethod
    def _flattered(counts: Counts) -> Counts:
        return counts | {"found": counts[CORRECTED], LEFT: [], CHANGED: NOTHING}


FAULTS = (
    Fault(
        "dry-run-writes",
        "fia-5.1.2",
        "The flag for a dry run is read, and nothing asks for it.",
        engine=AtOnce,
        beyond="dry run",
    ),
    Fault(
        "no-roll-back",
        "fia-5.1.2",
        "Rolling back was left for later, and answers that it is done.",
        engine=NoWayBack,
        beyond="roll-back",
    ),
    Fault(
        "roll-back-over-everything",
        "fia-5.1.2",
        "It puts the before-images back over what Users have placed since.",
        engine=BackOverEverything,
        beyond="roll-back",
    ),
    Fault(
        "says-nothing-of-what-it-left",
        "fia-5.1.2",
        "It reports the slots that it corrected, and none that it found and left alone.",
        engine=SaysWhatItLikes,
        beyond="reconciliation",
    ),
)
