"""Tries an update on a small population, and compares with what the population expects: by no code of an update."""

import io
import json
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Update, event, inspect, select, table, text

from data_update import command
from data_update.faulty import Fault
from sut_adapters.s1sp_database.connecting import Database
from sut_adapters.s1sp_database.population import Population
from sut_adapters.s1sp_database.population_devices import Planted
from sut_adapters.s1sp_database.schema import anchor_slots

AT = datetime(2027, 1, 15, 12, tzinfo=UTC)
POPULATION = Population.small(AT)
EXPECTED: Mapping[tuple[str, str], Planted] = {(one.device_id, one.slot.value): one for one in POPULATION.planted()}
TO_CORRECT = [key for key, one in EXPECTED.items() if one.expects == "corrected" and one.s1sp == "S1SP1"]
REFERENCE = Fault("the reference update", (), "")
BATCH = 5

Slots = dict[tuple[str, str], tuple[Any, ...]]
"""By device and slot: owner, use, issuer, serial, certificate; version."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an update said."""

    code: int
    counts: dict[str, Any]
    complaint: str


class Trial:
    """One database, to be updated again and again."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._database = Database(url, "the test's database")
        self.before = self.slots()

    def close(self) -> None:
        self._database.close()

    def ask(self, mode: str, *more: str, s1sp: str = "S1SP1", fault: Fault = REFERENCE) -> Answer:
        """In this process."""
        words = ["--database", self.url, "--s1sp", s1sp, "--mode", mode, "--batch", str(BATCH)]
        said, complaint = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(complaint):
            at = ["--at", f"{AT:%Y-%m-%dT%H:%M:%SZ}"]
            code = command.run([*words, *at, *more], {}, fault.decisions, fault.applying, fault.engine)
        return Answer(code, json.loads(said.getvalue() or "{}"), complaint.getvalue())

    def killed(self, after: int, fault: Fault = REFERENCE, at: str = "") -> bool:
        """Apply in a process of its own, which is SIGKILLed when it has sent so many statements that begin so.

        Gives whether it lived so long.
        """
        child = os.fork()
        if child == 0:
            _count_down(after, at)
            self.ask("apply", fault=fault)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL

    def at_once(self, *each: Sequence[str]) -> list[int]:
        """Apply in so many processes at a time, each with more words; their exit codes."""
        children = []
        for words in each:
            children.append(os.fork())
            if children[-1] == 0:
                answer = self.ask("apply", *words)
                os.write(2, answer.complaint.encode())
                os._exit(answer.code)
        return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]

    def under_way(self) -> Callable[[], bool]:
        """Apply in a process of its own; says whether it still does, and sees to it that it ended well."""
        child = os.fork()
        if child == 0:
            os._exit(self.ask("apply", "--batch", "1").code)

        def still() -> bool:
            ended, status = os.waitpid(child, os.WNOHANG)
            assert status == 0
            return not ended

        return still

    def killed_when_planned(self, fault: Fault = REFERENCE) -> None:
        """The plan is there, and nothing has been written."""
        assert self.killed(0, fault, at="INSERT INTO update_journal")

    def slots(self) -> Slots:
        with self._database.engine.connect() as connection:
            rows = connection.execute(select(anchor_slots)).all()
        return {(row.device_id, row.slot): tuple(row)[2:] for row in rows}

    def rows(self, statement: str, **values: object) -> list[Any]:
        """What a query gives, or a change changes."""
        with self._database.engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return list(result) if result.returns_rows else []

    def change(self, statement: Update) -> None:
        """Of the inputs."""
        with self._database.engine.begin() as connection:
            assert connection.execute(statement).rowcount

    def everything(self) -> dict[str, list[str]]:
        """Every row of every table."""
        with self._database.engine.connect() as connection:
            return {name: _content(connection, name) for name in inspect(connection).get_table_names()}

    def number_in(self, name: str) -> int:
        """How many rows a table has."""
        return len(self.everything()[name])

    def place(self, slot: tuple[str, str], owner: str, serial: str = "7") -> None:
        """As a User's 6.15.1 would."""
        self.rows(
            "UPDATE anchor_slots SET owner = :owner, serial = :serial, version = version + 1"
            " WHERE device_id = :device AND slot = :slot",
            owner=owner,
            serial=serial,
            device=slot[0],
            slot=slot[1],
        )

    def disagreements(self, s1sps: str = "S1SP1") -> list[str]:
        """Stories of the slots that are not as the population expects."""
        return sorted({_story(key) for key, after in self.slots().items() if not self._is_expected(key, after, s1sps)})

    def _is_expected(self, key: tuple[str, str], after: tuple[Any, ...], s1sps: str) -> bool:
        before, planted = self.before[key], EXPECTED.get(key)
        if planted is None or planted.expects != "corrected" or planted.s1sp not in s1sps:
            return after == before
        owner, use, _, serial, octets, version = after
        is_new = serial != before[3] and (octets != before[4]) == (before[4] is not None)
        return is_new and (owner, use, version) == (planted.owner, before[1], before[5] + 1)


def _story(key: tuple[str, str]) -> str:
    return EXPECTED[key].story if key in EXPECTED else "an ordinary correct device"


def _content(connection: Connection, name: str) -> list[str]:
    rows = connection.execute(select(text("*")).select_from(table(name)))
    return sorted(repr(tuple(row)) for row in rows)


def _count_down(left: int, at: str) -> None:
    @event.listens_for(Engine, "before_cursor_execute")
    def one_less(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        nonlocal left
        left -= statement.startswith(at)
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
