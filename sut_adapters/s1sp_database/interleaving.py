"""Users' requests between the steps of a running update.

The suite cannot see what an update is about to do. It can hold what a User writes back until the update stands still,
which it does when it waits for the lock that the writing has taken: by then it has read what is about to change. It
lets the writing come true, and comes with the next as soon as the update has written something. There it has to be
quicker than the update itself: it asks SQLite after the shortest of naps, from which it is woken before whoever works.

No verdict rests on when that is. A request in an idle moment is still a request, and only shows less; what has to be
shown whatever the machine is asked of an update that is killed (`killing`).
"""

import sqlite3
import subprocess
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, false, select, text

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.command import Command, Mode, Started, kill
from sut_adapters.s1sp_database.trial_database import PATIENCE_S, TrialDatabase

STILL_S, STEP_S, NAP_S, LONGEST_S = 0.2, 0.01, 0.000001, 5.0
AWAKE_S = 0.001
"""How long the lock is asked for again and again when SQLite has told of a commit, which it does before it lets go."""
HELD_S, ROWS_HELD_S = 3.0, 20.0
"""How long at most a file is held, which an update may wait for no longer than 5 seconds, and rows in PostgreSQL."""
WAITED_FOR = text(
    "select exists (select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))"
)
AT_IT = text(
    "select exists (select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    " and backend_type = 'client backend' and state <> 'idle')"
)
PROC = Path("/proc")
SLEEPING = frozenset("ST")


@dataclass(slots=True)
class Between:
    """An update, and the database that it writes to. Where one writing follows another, it comes later.

    It is started when the first lock is held, so that it cannot have written before.
    """

    start: Callable[[], Started]
    database: TrialDatabase
    _started: Started | None = field(default=None, init=False)
    _seen: object = field(default=None, init=False)
    """What SQLite said of its data when the writing before this one had the lock."""

    @property
    def started(self) -> Started:
        """Under way from now on, if not before."""
        if self._started is None:
            self._started = self.start()
        return self._started

    @contextmanager
    def writing(self, *devices: str) -> Iterator[Connection]:
        """One transaction that has the slots of devices to itself, and comes true when the update stands still."""
        with self.database.transaction() as connection:
            self._lock(connection, devices)
            yield connection
            self._until_it_waits(connection)

    def killed_before_it_writes(self, device: str) -> bool:
        """Kill the update where it stands still before its next write; whether it had not ended by then.

        A statement that PostgreSQL is at goes on to its end, and where it is a transaction of its own it counts: it has
        ended too when this returns.
        """
        with self.database.transaction() as connection:
            self._lock(connection, (device,))
            self._until_it_waits(connection)
            if self.started.process.poll() is not None:
                return False
            kill(self.started.process)
        give_up = time.monotonic() + PATIENCE_S
        while self._server_is_at_it() and time.monotonic() < give_up:
            time.sleep(STEP_S)
        return True

    def _server_is_at_it(self) -> bool:
        """Each time in a transaction of its own, throughout which PostgreSQL would tell the same."""
        with self.database.transaction() as connection:
            return not self.database.is_file and bool(connection.scalar(AT_IT))

    def _lock(self, connection: Connection, devices: Collection[str]) -> None:
        """As for a write of their slots, in PostgreSQL on the table too, and without writing them."""
        driver, held = connection.connection.driver_connection, self.database.tables.anchor_slots
        if not isinstance(driver, sqlite3.Connection):
            connection.execute(held.update().where(false()).values(version=held.c.version))
            connection.execute(select(held.c.slot).where(held.c.device_id.in_(devices)).with_for_update())
            return
        with _without_naps(driver):
            if self._seen is not None:
                self._until(lambda: _version(driver) != self._seen, NAP_S, LONGEST_S)
            began = time.monotonic()
            while not _begun(driver) and (waited := time.monotonic() - began) < LONGEST_S:
                if waited > AWAKE_S:
                    time.sleep(NAP_S)
        if not driver.in_transaction:
            connection.exec_driver_sql("begin immediate")
        self._seen = _version(driver)

    def _until_it_waits(self, connection: Connection) -> None:
        """For the lock that this connection holds: PostgreSQL says who does, and of SQLite it has to be guessed."""
        if self.database.is_file:
            self._until(self._stands_still(), STEP_S, HELD_S)
        else:
            self._until(lambda: bool(connection.scalar(WAITED_FOR)), STEP_S, ROWS_HELD_S)

    def _until(self, reached: Callable[[], bool], step_s: float, longest_s: float) -> None:
        give_up = time.monotonic() + longest_s
        while self.started.process.poll() is None and time.monotonic() < give_up and not reached():
            time.sleep(step_s)

    def _stands_still(self) -> Callable[[], bool]:
        """Whether the update has used no processor for a while, and waits for none."""
        seen = [_used(self.started.process.pid)]
        since = [time.monotonic()]

        def still() -> bool:
            used, now = _used(self.started.process.pid), time.monotonic()
            if used is None or used != seen[0]:
                seen[0], since[0] = used, now
            return now - since[0] > STILL_S

        return still


@contextmanager
def beside(command: Command, database: TrialDatabase, s1sp: Component) -> Iterator[Between]:
    """One S1SP's update, to be started; whatever is left of it when the context ends is killed."""
    with ExitStack() as stack:
        started = command.started(database.url, s1sp, Mode.APPLY)
        yield Between(partial(stack.enter_context, started), database)


@contextmanager
def _without_naps(driver: sqlite3.Connection) -> Iterator[None]:
    """SQLite itself takes longer and longer naps where it waits for a lock, through which an update may end."""
    (patience_ms,) = driver.execute("pragma busy_timeout").fetchone()
    driver.execute("pragma busy_timeout = 0")
    yield
    driver.execute(f"pragma busy_timeout = {patience_ms:d}")


def _begun(driver: sqlite3.Connection) -> bool:
    with suppress(sqlite3.OperationalError):
        driver.execute("begin immediate")
    return driver.in_transaction


def _version(driver: sqlite3.Connection) -> object:
    """Something that differs once another connection has written."""
    with suppress(sqlite3.OperationalError):
        return driver.execute("pragma data_version").fetchone()
    return None


def _used(group: int) -> float | None:
    """Processor time of a group of processes; None while one of them runs or waits to."""
    if PROC.is_dir():
        stats = [stat(path.parent.name) for path in PROC.glob("[0-9]*/stat")]
        ours = [one for one in stats if len(one) > 12 and one[2] == str(group)]
        return None if any(one[0] not in SLEEPING for one in ours) else sum(int(one[11]) + int(one[12]) for one in ours)
    listed = subprocess.run(["/bin/ps", "-A", "-o", "pgid=,state=,time="], capture_output=True, text=True, check=False)
    rows = [line.split() for line in listed.stdout.splitlines()]
    ours = [row for row in rows if row[:1] == [str(group)]]
    return None if any(row[1][0] == "R" for row in ours) else float(hash(tuple(row[2] for row in ours)))


def stat(process: str | int) -> list[str]:
    """The fields after the name of a process: its state first, then its parent and its group; none where it is gone."""
    try:
        return (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
