"""Updates whose modes do not do what they are called, or that do not say what they did."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_

from data_update.counting import ARISEN, CHANGED, CORRECTED, LEFT, Counts
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.rolling_back import RollingBack
from data_update.schema import update_journal
from sut_adapters.breaches import short_of
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


class AtTheOldVersion(RollingBack):
    """Puts back the version with the rest."""

    def version(self) -> ColumnElement[int]:
        """The one before the update."""
        return update_journal.c.version


@dataclass(frozen=True, slots=True)
class BackAtTheOldVersion(Engine):
    """Rolls back as if nothing had been."""

    rolling_back: type[RollingBack] = AtTheOldVersion


@dataclass(frozen=True, slots=True)
class BackInSilence(Engine):
    """Rolls back as it should, and does not say which slots it has left."""

    def roll_back(self, name: str | None = None) -> Counts:
        """With a list that nobody has made."""
        return Engine.roll_back(self, name) | {"refused_slots": []}


@dataclass(frozen=True, slots=True)
class BackInFull(Engine):
    """Rolls back as it should, and reports every slot of the run as given back."""

    def roll_back(self, name: str | None = None) -> Counts:
        """What it has left is given back on paper."""
        counts = Engine.roll_back(self, name)
        slots = counts["restored"]["slots"] + counts["refused"]["slots"]
        return counts | {"restored": counts["restored"] | {"slots": slots}, "refused": NOTHING, "refused_slots": []}


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


@dataclass(frozen=True, slots=True)
class BooksElsewhere(Engine):
    """Does what it should, and puts one operator's slots on another's account."""

    def apply(self, name: str | None = None) -> Counts:
        """Each under the name of the one before it."""
        counts = Engine.apply(self, name)
        rows = counts["by_operator"]
        names = [row["operator"] for row in rows]
        moved = [row | {"operator": name} for row, name in zip(rows, names[1:] + names[:1], strict=True)]
        return counts | {"by_operator": moved}


@dataclass(frozen=True, slots=True)
class NeverLooksBack(Engine):
    """Does what it should, and takes for granted that nothing is left."""

    def apply(self, name: str | None = None) -> Counts:
        """With a second count that nobody has made."""
        nothing = {"found": NOTHING, LEFT: NOTHING, ARISEN: NOTHING, "by_operator": []}
        return Engine.apply(self, name) | {"afterwards": nothing}


@dataclass(frozen=True, slots=True)
class AlwaysUpToDate(Engine):
    """Does what it should, and takes its inputs for as old as itself."""

    def head(self, mode: str, run: str, inputs: Counts) -> Counts:
        """Of this moment, whatever is noted."""
        return Engine.head(self, mode, run, {name: {"as_of": self.at.text, "age_days": 0.0} for name in inputs})


FAULTS = (
    Fault(
        "dry-run-writes",
        (short_of("update-1", "dry-run"),),
        "The flag for a dry run is read, and nothing asks for it.",
        engine=AtOnce,
    ),
    Fault(
        "no-roll-back",
        (short_of("update-4", "changed"),),
        "Rolling back was left for later, and answers that it is done.",
        engine=NoWayBack,
    ),
    Fault(
        "roll-back-over-everything",
        (short_of("update-4", "since"),),
        "It puts the before-images back over what Users have placed since.",
        engine=BackOverEverything,
    ),
    Fault(
        "roll-back-of-the-version",
        (short_of("update-4", "changed"),),
        "It puts the version back too, so that whoever had read the slot before the update may write over it.",
        engine=BackAtTheOldVersion,
    ),
    Fault(
        "roll-back-in-silence",
        (short_of("update-4", "since"),),
        "It leaves what Users have placed since, counts it, and lists none of it.",
        engine=BackInSilence,
    ),
    Fault(
        "roll-back-in-full",
        (short_of("update-4", "since"),),
        "It reports the slots of the run as given back, the ones that it left among them.",
        engine=BackInFull,
    ),
    Fault(
        "says-nothing-of-what-it-left",
        (short_of("update-6", "found"),),
        "It reports the slots that it corrected, and none that it found and left alone.",
        engine=SaysWhatItLikes,
    ),
    Fault(
        "books-on-another-operator",
        (short_of("update-6", "found"),),
        "Two lists are put side by side in its report, and one of them begins a line too late.",
        engine=BooksElsewhere,
    ),
    Fault(
        "never-looks-back",
        (short_of("update-6", "written"),),
        "It does not count again, and reports that nothing is left.",
        engine=NeverLooksBack,
    ),
    Fault(
        "always-up-to-date",
        (short_of("update-7", "noted"),),
        "It reports the moment when it began as the moment of its extracts.",
        engine=AlwaysUpToDate,
    ),
)
