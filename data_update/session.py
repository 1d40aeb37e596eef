"""A database to update, opened with what an update needs of it, or one line that says what to mend."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_READONLY
from typing import TypeVar

from sqlalchemy import Connection, NullPool, create_engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.schema import CreateTable

from data_update import schema
from data_update.applying import START, ChangedUnderwayError, Key
from sut_adapters.s1sp_database.connecting import PRIMARY, Database, is_busy, parsed_url
from sut_adapters.s1sp_database.mapping import STANDARD
from sut_adapters.trouble import Misconfigured, Phase, Unreachable

WHAT = "--database"
ATTEMPTS = 20
CONFLICTS = frozenset({"40001", "40P01", "23505", "42P07", "42710"})
"""PostgreSQL: somebody wrote the same rows meanwhile, or made the same table, its row type or its key."""

MENDS = {
    "42501": "grant that to its user, or name another",
    "25006": "name a user who may write",
    "readonly": "let the file and its folder be written to",
}
"""By what PostgreSQL calls it, or SQLite: it was not allowed."""

Result = TypeVar("Result")


class Session:
    """One connection, with temporary tables of its own."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing."""
        with self.connection.begin():
            yield self.connection

    def retried(self, work: Callable[..., Result], *arguments: object) -> Result:
        """In a transaction; once more where a User's write came in between."""
        for attempt in range(ATTEMPTS):
            try:
                with self.transaction() as connection:
                    return work(connection, *arguments)
            except (DBAPIError, ChangedUnderwayError) as error:
                conflict = isinstance(error, ChangedUnderwayError) or _is_conflict(error)
                if not conflict or attempt == ATTEMPTS - 1:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def each(self, step: Callable[[Connection, Key], Key | None], start: Key = START) -> None:
        """Step after step, each in a transaction of its own, until one gives None."""
        after: Key | None = start
        while after is not None:
            after = self.retried(step, after)

    def has(self, table: str) -> bool:
        """Whether the database has such a table."""
        with self.transaction() as connection:
            return inspect(connection).has_table(table)

    def make_tables(self) -> None:
        """Those that the update writes, where they are not there."""
        self.retried(_make_tables)


def _make_tables(connection: Connection) -> None:
    for table in schema.metadata.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))


def _make_temporary_tables(connection: Connection) -> None:
    """Whoever may otherwise read only may make these, which nobody else sees."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION READ WRITE"))
    schema.temporary.create_all(connection)


def _mend(error: SQLAlchemyError) -> str:
    origin = getattr(error, "orig", None)
    code = getattr(origin, "sqlite_errorcode", None)
    what = "readonly" if code is not None and code & PRIMARY == SQLITE_READONLY else getattr(origin, "sqlstate", "")
    return MENDS.get(what, "mend the database and start again")


def _is_conflict(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in CONFLICTS or is_busy(error)


@contextmanager
def opened(url: str, *, to_read: bool = False) -> Iterator[Session]:
    """Raises Misconfigured or Unreachable, with one line."""
    _check_file(url)
    try:
        with _connected(url, to_read) as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            session = Session(connection)
            _check_tables(session)
            session.retried(_make_temporary_tables)
            yield session
            connection.invalidate()
    except ChangedUnderwayError as error:
        raise Unreachable(Phase.REACH, f"{WHAT}: {error}, {ATTEMPTS} times; start again when it is quieter") from error
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0][:200]
        raise Unreachable(Phase.REACH, f"{WHAT}: {said}; {_mend(error)}") from error


@contextmanager
def _connected(url: str, to_read: bool) -> Iterator[Connection]:
    """A file that is only read stays in the journal mode that it is in, which is written in it."""
    parsed = parsed_url(url, WHAT)
    if to_read and parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, poolclass=NullPool)
        with engine.connect() as connection:
            yield connection
        return
    database = Database(url, WHAT)
    try:
        with database.engine.connect() as connection:
            yield connection
    finally:
        database.close()


def _check_file(url: str) -> None:
    """A file that is not there would be made."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return
    if parsed.drivername == "sqlite" and parsed.database and not Path(parsed.database).is_file():
        raise Misconfigured(f"{WHAT}: there is no file {parsed.database}; name the S1SP's database")


def _check_tables(session: Session) -> None:
    with session.transaction() as connection:
        there = inspect(connection)
        for metadata in STANDARD.metadata:
            for table in metadata.sorted_tables:
                if table.name in OURS_TO_READ and not there.has_table(table.name):
                    raise Misconfigured(f"{WHAT}: has no table {table.name}; docs/data-update.md says what is in it")


OURS_TO_READ = frozenset(
    {
        "devices",
        "anchor_slots",
        "registrations",
        "parties",
        "published_certificates",
        "smki_material",
        "input_extracts",
    }
)
