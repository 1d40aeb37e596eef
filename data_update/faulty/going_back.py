"""Updates that do not find the way back, or take it where they should not."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, and_, select

from data_update import runs
from data_update.counting import Counts
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.faulty.running import NOTHING
from data_update.rolling_back import RollingBack
from data_update.schema import update_journal, update_runs
from sut_adapters.breaches import short_of
from sut_adapters.s1sp_database.schema import anchor_slots


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


class WhereItsCertificateIs(OverEverything):
    """Goes by what a slot holds, whoever has placed it."""

    def untouched(self) -> ColumnElement[bool]:
        """Of the version nothing."""
        slot, noted = anchor_slots.c, update_journal.c
        held = (slot.issuer == noted.new_issuer, slot.serial == noted.new_serial)
        return and_(super().untouched(), *held)


@dataclass(frozen=True, slots=True)
class BackByCertificate(Engine):
    """Asks whether its certificate is in the slot."""

    rolling_back: type[RollingBack] = WhereItsCertificateIs


@dataclass(frozen=True, slots=True)
class BackOnce(Engine):
    """Takes back the last run."""

    def roll_back(self, name: str | None = None) -> Counts:
        """And knows of none before it."""
        of = update_runs.c
        last = select(of.run).where(of.s1sp == self.s1sp).order_by(of.at.desc(), of.run.desc()).limit(1)
        with self.session.transaction() as connection:
            found = connection.scalar(last)
        return Engine.roll_back(self, name or found)


@dataclass(frozen=True, slots=True)
class BackForEverybody(Engine):
    """Rolls back what stands in the database, whose devices it may be."""

    def roll_back(self, name: str | None = None) -> Counts:
        """The other S1SPs' first, and then its own, of which it tells."""
        of = update_runs.c
        others = select(of.s1sp).where(of.s1sp != self.s1sp, of.state == runs.DONE).distinct()
        with self.session.transaction() as connection:
            found = sorted(connection.execute(others).scalars())
        for other in found:
            Engine.roll_back(replace(self, s1sp=other))
        return Engine.roll_back(self, name)


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


FAULTS = (
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
        "roll-back-by-certificate",
        (short_of("update-4", "since"),),
        "It asks whether its certificate is still there, and not whether its operator has placed it there again.",
        engine=BackByCertificate,
    ),
    Fault(
        "roll-back-of-the-last-run",
        (short_of("update-4", "changed"),),
        "It remembers one run, and takes back that one.",
        engine=BackOnce,
    ),
    Fault(
        "roll-back-for-everybody",
        (short_of("update-4", "changed"),),
        "The database holds the devices of three S1SPs, and it takes back whatever stands there as corrected.",
        engine=BackForEverybody,
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
)
