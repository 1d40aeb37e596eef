"""From a database URL to a connection, or one line that says what to mend."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from sut_adapters.trouble import Misconfigured, Phase, Unreachable

FORMS = "sqlite:///FILE or postgresql://USER@HOST/NAME"
DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
CONNECT_S, BUSY_S = 5, 5
LOCKED = frozenset({"55P03", "40P01"})
"""PostgreSQL: a lock that was not to be had in time, and one that never would have been."""

SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON")
"""A commit outlives the process, not a power cut in the same moment."""

PRIMARY = 0xFF
"""Of an extended result code of SQLite."""


def sqlite_url(path: Path) -> str:
    """The URL of a database file."""
    return f"sqlite:///{path.absolute()}"


class Database:
    """A database in which the tables are, and one connection to it, kept open. For one thread at a time.

    Raises Misconfigured where it cannot be had, naming `what` (an option) and never a password. A lock that others hold
    is waited for `patience_s` seconds; without that, BUSY_S in SQLite, and as long as the server says in PostgreSQL.
    """

    def __init__(self, url: str, what: str, *tables: MetaData, patience_s: float | None = None) -> None:
        parsed = parsed_url(url, what)
        self.engine, self._what = _engine(parsed, what, patience_s), what
        try:
            for metadata in tables:
                metadata.create_all(self.engine)
            self._connection = self.engine.connect()
        except (SQLAlchemyError, OSError) as error:
            self.engine.dispose()
            shown = parsed.set(drivername=parsed.get_backend_name()).render_as_string(hide_password=True)
            mend = "start the database, or name one that can be used"
            raise Misconfigured(f"{what}: {shown}: {_said(error)}; {mend}") from error

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing; raises Unreachable for whatever the database says against it."""
        try:
            with self._connection.begin():
                yield self._connection
        except SQLAlchemyError as error:
            raise Unreachable(Phase.REACH, f"{self._what}: {_said(error)}; {_mend(error)}") from error

    def close(self) -> None:
        """Let it go."""
        self._connection.close()
        self.engine.dispose()


def is_busy(error: SQLAlchemyError) -> bool:
    """Whether SQLite has waited for somebody else's lock in vain."""
    return getattr(getattr(error, "orig", None), "sqlite_errorcode", 0) & PRIMARY in (SQLITE_BUSY, SQLITE_LOCKED)


def parsed_url(url: str, what: str) -> URL:
    """Raises Misconfigured, naming `what`, for a URL of no database that is known here."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise Misconfigured(f"{what}: is no database URL; write {FORMS}") from error
    if parsed.drivername not in DRIVERS:
        raise Misconfigured(f"{what}: {parsed.drivername[:40]!a} is no kind of database known here; write {FORMS}")
    if parsed.drivername == "sqlite" and not parsed.database:
        raise Misconfigured(f"{what}: names no file; write sqlite:///FILE")
    return parsed.set(drivername=DRIVERS[parsed.drivername])


def anchored(url: str, folder: Path) -> str:
    """The URL of the same database for whoever reads it in another folder: a file's path is taken from this one."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return url
    if parsed.drivername != "sqlite" or not parsed.database or parsed.database.startswith((":", "file:")):
        return url
    return parsed.set(database=str((folder / parsed.database).resolve())).render_as_string(hide_password=False)


def _engine(parsed: URL, what: str, patience_s: float | None) -> Engine:
    if parsed.drivername == DRIVERS["sqlite"]:
        engine = create_engine(parsed)
        event.listen(engine, "connect", partial(_configure_sqlite, patience_s or BUSY_S))
        return engine
    try:
        engine = create_engine(parsed, connect_args={"connect_timeout": CONNECT_S})
    except ImportError as error:
        raise Misconfigured(f"{what}: psycopg is not installed ({error}); install it, or use {FORMS}") from error

    if patience_s is not None:
        event.listen(engine, "connect", partial(_configure_postgresql, patience_s))
    return engine


def _configure_sqlite(patience_s: float, connection: Any, _: object) -> None:
    for pragma in (*SQLITE_PRAGMAS, f"busy_timeout={patience_s * 1000:.0f}"):
        connection.execute(f"PRAGMA {pragma}")


def _configure_postgresql(patience_s: float, connection: Any, _: object) -> None:
    connection.execute(f"set lock_timeout = {patience_s * 1000:.0f}")
    connection.commit()


def _mend(error: SQLAlchemyError) -> str:
    if is_busy(error) or getattr(getattr(error, "orig", None), "sqlstate", None) in LOCKED:
        return "something holds a lock on it: let that end, or end it"
    return "start the database again"


def _said(error: Exception) -> str:
    """The first line of what the database said."""
    origin = getattr(error, "orig", None) or error
    return next(iter(str(origin).strip().splitlines()), type(origin).__name__)[:200]
