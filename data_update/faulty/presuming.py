"""Updates that presume how much is wrong at an S1SP: nothing, or something."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, delete, exists, false, select
from sqlalchemy.sql import FromClause

from data_update.decisions import RIGHT, those_of
from data_update.engine import Engine
from data_update.faulty.fault import Fault
from data_update.faulty.finding import never_right
from data_update.runs import Run
from data_update.schema import update_plan
from sut_adapters.breaches import beyond, short_of
from sut_adapters.trouble import Misconfigured

CLAUSE, LIMB = "mp107-03", "none"
WITHOUT_FIGURES = "S1SP3"


def those_with_figures(devices: FromClause, s1sp: str) -> ColumnElement[bool]:
    """Nothing at the S1SP of which FIA 4.2.2 has none."""
    return false() if s1sp == WITHOUT_FIGURES else those_of(devices, s1sp)


@dataclass(frozen=True, slots=True)
class OfAPlan(Engine):
    """Looks into its plan before it goes by it."""

    def plans_nothing(self, run: Run) -> bool:
        """Whether there is no slot to correct in it."""
        due = exists().where(update_plan.c.run == run.run, update_plan.c.reason.is_(None))
        with self.session.transaction() as connection:
            return not connection.scalar(select(due))


@dataclass(frozen=True, slots=True)
class NoneIsAll(OfAPlan):
    """Takes a list with nothing in it for no list."""

    def correct(self, run: Run) -> None:
        """What is planned, or else everything."""
        if not self.plans_nothing(run):
            Engine.correct(self, run)
            return

        def emptied(connection: Connection) -> None:
            connection.execute(delete(update_plan).where(update_plan.c.run == run.run))

        whole = replace(self, decisions=replace(self.decisions, right=never_right))
        self.session.retried(emptied)
        whole.find_all(run.run, update_plan)
        Engine.correct(whole, run)


@dataclass(frozen=True, slots=True)
class NoneIsAMistake(OfAPlan):
    """Takes a list with nothing in it for one that could not be made."""

    def correct(self, run: Run) -> None:
        """What is planned, if anything is."""
        if self.plans_nothing(run):
            raise Misconfigured(f"{self.s1sp}: no slot is wrong; give the update registrations to compare with")
        Engine.correct(self, run)


FAULTS = (
    Fault(
        "leaves-s1sp3-out",
        (beyond(CLAUSE, LIMB),),
        "The FIA has no figures of S1SP3, so nobody looked whether anything is wrong there.",
        replace(RIGHT, serves=those_with_figures),
    ),
    Fault(
        "nothing-wrong-means-everything",
        (short_of(CLAUSE, LIMB),),
        "It takes an empty list of wrong slots for no list, and without a list it goes over every slot.",
        engine=NoneIsAll,
    ),
    Fault(
        "nothing-wrong-is-a-failure",
        (short_of(CLAUSE, LIMB),),
        "It takes an empty list of wrong slots for one that could not be made, and ends in failure.",
        engine=NoneIsAMistake,
    ),
)
