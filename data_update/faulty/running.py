"""Updates whose modes do not do what they are called, or that do not say what they did."""

from dataclasses import dataclass

from data_update.counting import ARISEN, CHANGED, CORRECTED, LEFT, Counts
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from sut_adapters.breaches import short_of

NOTHING = {"devices": 0, "slots": 0}


@dataclass(frozen=True, slots=True)
class AtOnce(Engine):
    """A dry run that is none."""

    def dry_run(self) -> Counts:
        """As apply, under another name."""
        return Engine.apply(self) | {"mode": "dry-run"}


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


@dataclass(frozen=True, slots=True)
class InWholeDays(Engine):
    """Does what it should, and cuts off what is beyond whole days."""

    def head(self, mode: str, run: str, inputs: Counts) -> Counts:
        """An input of a day and a half is of yesterday."""
        aged = {name: one | {"age_days": one["age_days"] and one["age_days"] // 1} for name, one in inputs.items()}
        return Engine.head(self, mode, run, aged)


FAULTS = (
    Fault(
        "dry-run-writes",
        (short_of("update-1", "dry-run"),),
        "The flag for a dry run is read, and nothing asks for it.",
        engine=AtOnce,
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
    Fault(
        "ages-in-whole-days",
        (short_of("update-7", "noted"),),
        "It counts how many days have passed since the extract, and extracts are made at any hour.",
        engine=InWholeDays,
    ),
)
