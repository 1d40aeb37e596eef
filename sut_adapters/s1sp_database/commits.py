"""The commits that an update makes in a database of SQLite, and the way back to each of them.

Nobody can be sure to kill an update between two of its commits: on a busy machine it has made the next before anybody
comes. So it is killed as soon as may be, and what it committed after that is taken back. The database is then as if it
had been killed there, and not one commit later. The write-ahead log has them all, in their order: a reader who came
before the first keeps them in it, and out of the file (SQLite, Database File Format, section 4).
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url

from sut_adapters.s1sp_database.connecting import Database, sqlite_url
from sut_adapters.s1sp_database.trial_database import ELSEWHERE, PATIENCE_S, TrialDatabase
from sut_adapters.trouble import Phase, Unreachable

HEADER, OF_A_FRAME = 32, 24
"""Octets before the first frame of a log, and of a frame before its page."""


@dataclass(frozen=True, slots=True)
class Commits:
    """Those since `reader` has come, when there were `earlier` ones in the log.

    The file itself is never opened but by SQLite: whoever closes it lets go the locks of all in this process.
    """

    database: TrialDatabase
    file: Path
    reader: sqlite3.Connection
    earlier: "Log"

    @property
    def made(self) -> int:
        """How many there are."""
        return len(self._ends) - len(self._before)

    @contextmanager
    def after(self, number: int) -> Iterator[Database]:
        """A copy of the database as it was after so many."""
        with tempfile.TemporaryDirectory(prefix="mp107-", ignore_cleanup_errors=True) as folder:
            copy = Path(folder) / "then.sqlite"
            with _told(self.database):
                with closing(sqlite3.connect(copy)) as first:
                    first.execute("pragma journal_mode=wal")
                    self.reader.backup(first)
                _log(copy).write_bytes(_log(self.file).read_bytes()[: self._end(number)])
            then = Database(sqlite_url(copy), self.database.what)
            try:
                yield then
            finally:
                then.close()

    def back_to(self, number: int) -> None:
        """Take back those that came after so many. Nobody else may be writing."""
        with self.after(number) as then, then.transaction() as connection, _told(self.database):
            driver = connection.connection.driver_connection
            if isinstance(driver, sqlite3.Connection):
                with closing(sqlite3.connect(self.file, timeout=0)) as now:
                    driver.backup(now, progress=_patience(self.database.what))

    @property
    def _ends(self) -> tuple[int, ...]:
        return Log.of(self.file).ends

    @property
    def _before(self) -> tuple[int, ...]:
        """SQLite begins the log anew where all of it stands in the file."""
        return self.earlier.ends if self.earlier.salts == Log.of(self.file).salts else ()

    def _end(self, number: int) -> int:
        wanted = len(self._before) + number
        return self._ends[wanted - 1] if wanted else 0


@dataclass(frozen=True, slots=True)
class Log:
    """`ends` are where each commit does, `salts` what differs when it is begun anew."""

    salts: bytes = b""
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, file: Path) -> "Log":
        """Of a database file. The last frame of a commit says how many pages the database has now."""
        try:
            log = _log(file).read_bytes()
        except FileNotFoundError:
            return cls()
        size, salts = int.from_bytes(log[8:12]) + OF_A_FRAME, log[16:24]
        frames = ((start, log[start : start + OF_A_FRAME]) for start in range(HEADER, len(log) - size + 1, size))
        valid = takewhile(lambda frame: frame[1][8:16] == salts, frames)
        return cls(salts, tuple(start + size for start, head in valid if any(head[4:8])))


@contextmanager
def kept(database: TrialDatabase) -> Iterator[Commits | None]:
    """What is committed from now on; nothing for a database that keeps no such log."""
    with database.transaction() as connection:
        is_logged = database.is_file and connection.scalar(text("pragma journal_mode")) == "wal"
    if not is_logged:
        yield None
        return
    file = Path(str(make_url(database.url).database))
    with closing(sqlite3.connect(file, isolation_level=None, timeout=PATIENCE_S)) as reader:
        with _told(database):
            reader.execute("pragma wal_checkpoint(passive)")
            reader.execute("begin")
            reader.execute("select count(*) from sqlite_master").fetchone()
        yield Commits(database, file, reader, Log.of(file))


@contextmanager
def _told(database: TrialDatabase) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise Unreachable(Phase.REACH, f"{database.what}: {error}; {ELSEWHERE}") from error


def _patience(what: str) -> Callable[[int, int, int], None]:
    """A lock is waited for no longer than elsewhere."""
    give_up = time.monotonic() + PATIENCE_S

    def patience(status: int, *_: int) -> None:
        if status != sqlite3.SQLITE_DONE and time.monotonic() > give_up:
            raise Unreachable(Phase.REACH, f"{what}: database is locked; {ELSEWHERE}")

    return patience


def _log(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")
