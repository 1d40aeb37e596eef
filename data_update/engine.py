"""The three modes of the reference update, from a session to what is printed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table

from data_update import counting, runs
from data_update.applying import START, Applying, Key
from data_update.decisions import RIGHT, Decisions
from data_update.knowledge import learn
from data_update.moments import Moment
from data_update.planning import check_s1sp, find, last_of_page
from data_update.rolling_back import RollingBack, account, not_put_back
from data_update.rule import Rule
from data_update.runs import Run
from data_update.schema import scratch_plan, update_plan
from data_update.session import Session
from sut_adapters.trouble import Misconfigured

DRY_RUN = "dry run"


@dataclass(frozen=True, slots=True)
class Engine:
    """For the devices of one S1SP. `batch` is how many slots are written in one transaction."""

    session: Session
    s1sp: str
    at: Moment
    batch: int
    decisions: Decisions = RIGHT
    applying: type[Applying] = Applying
    rolling_back: type[RollingBack] = RollingBack

    def dry_run(self) -> counting.Counts:
        """What would be done; nothing is written but temporary tables."""
        self.check()
        self.learn_all()
        self.find_all(DRY_RUN, scratch_plan)
        with self.session.transaction() as connection:
            head = self.head("dry-run", DRY_RUN, runs.ages(connection, self.at))
            return head | counting.counted(connection, scratch_plan, DRY_RUN, applied=False)

    def apply(self, name: str | None = None) -> counting.Counts:
        """Correct what is wrong, or go on where a run was killed."""
        self.check()
        self.session.make_tables()
        run = self.session.retried(runs.begun, self.s1sp, self.at, name)
        if run.state == runs.ROLLED_BACK:
            raise Misconfigured(f"--run: {run.run} has been rolled back; leave the name out for a new run")
        self.learn_all()
        if run.state == runs.PLANNING:
            run = self.plan(run)
        if run.state == runs.APPLYING:
            self.correct(run)
        self.find_all(run.run, scratch_plan)
        with self.session.transaction() as connection:
            runs.position(connection, run.run, runs.DONE)
            head = self.head("apply", run.run, json.loads(run.inputs))
            done = counting.counted(connection, update_plan, run.run, applied=True)
            return head | done | {"afterwards": counting.counted_again(connection, update_plan, run.run)}

    def roll_back(self, name: str | None = None) -> counting.Counts:
        """Take back what a run has corrected, but for what has been written since."""
        if not self.session.has("update_journal"):
            raise Misconfigured("--mode roll-back: nothing has been applied to this database")
        taken = self.session.retried(runs.to_take_back, self.s1sp, name)
        names, before = [run.run for run in taken], -1
        while (still := self.session.retried(not_put_back, names)) not in (0, before):
            for run in names:
                self.session.each(self.rolling_back(run, self.at, self.batch).batch)
            before = still
        head = self.head("roll-back", names[0], json.loads(taken[0].inputs))
        return head | self.session.retried(self.taken_back, names)

    @staticmethod
    def taken_back(connection: Connection, names: Sequence[str]) -> counting.Counts:
        """All of them at once, so that a roll-back that was killed gives an account of all of them again."""
        for name in names:
            runs.come_to(connection, name, runs.ROLLED_BACK)
        return account(connection, names)

    def check(self) -> None:
        with self.session.transaction() as connection:
            check_s1sp(connection, self.s1sp)

    def learn_all(self) -> None:
        with self.session.transaction() as connection:
            learn(connection, self.at, self.decisions)

    def plan(self, run: Run) -> Run:
        """Write down what is found, from where it was broken off; another at it may have come further meanwhile."""

        def step(connection: Connection, after: Key) -> Key | None:
            last = last_of_page(connection, after[0])
            state = runs.PLANNING if last else runs.APPLYING
            if not runs.moved(connection, run.run, (runs.PLANNING, *after), (state, last or "", "")):
                return runs.position(connection, run.run, runs.PLANNING)
            if last is None:
                return None
            find(connection, self.rule, run.run, after[0], last, update_plan)
            return last, ""

        self.session.each(step, (run.device_id, ""))
        return replace(run, state=runs.APPLYING, device_id="", slot="")

    def correct(self, run: Run) -> None:
        """Write what is planned, from where it was broken off; another at it may have come further meanwhile."""
        applying = self.applying(self.rule, run.run, self.batch)

        def step(connection: Connection, after: Key) -> Key | None:
            last = applying.last(connection, after)
            state = runs.APPLYING if last else runs.DONE
            if not runs.moved(connection, run.run, (runs.APPLYING, *after), (state, *(last or START))):
                return runs.position(connection, run.run, runs.APPLYING)
            if last is not None:
                applying.correct(connection, after, last)
            return last

        self.session.each(step, (run.device_id, run.slot))

    def find_all(self, run: str, into: Table) -> None:
        """Into a table that is empty and temporary."""

        def step(connection: Connection, after: Key) -> Key | None:
            last = last_of_page(connection, after[0])
            if last is None:
                return None
            find(connection, self.rule, run, after[0], last, into)
            return last, ""

        self.session.each(step)

    @property
    def rule(self) -> Rule:
        return Rule(self.decisions, self.s1sp, self.at)

    def head(self, mode: str, run: str, inputs: counting.Counts) -> counting.Counts:
        return {"run": run, "mode": mode, "s1sp": self.s1sp, "at": self.at.text, "inputs": inputs}
