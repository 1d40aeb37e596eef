"""Takes the devices of a population to a database: by one connection, or by as many at a time as it has a use for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ProgrammingError

from sut_adapters.s1sp_database import population_staging as staging

QUICK = {
    "sqlite": (
        "PRAGMA foreign_keys=OFF",
        "PRAGMA journal_mode=OFF",
        "PRAGMA synchronous=OFF",
        "PRAGMA temp_store=MEMORY",
        "PRAGMA cache_size=-200000",
    ),
    "postgresql": ("SET synchronous_commit = off",),
}
"""Whoever fills a database may fill it again: nothing has to survive a crash, and the references are ours."""

UNREFERRED = "SET session_replication_role = replica"
"""PostgreSQL then looks no reference up; allowed to few."""

AT_ONCE = {"sqlite": 1, "postgresql": 2}
"""Connections. SQLite lets one write; a connection of PostgreSQL is a process."""

Chunk = TypeVar("Chunk")


@contextmanager
def writing(engine: Engine, prepare: Callable[[Connection], None]) -> Iterator[Sequence[Connection]]:
    """Connections in a transaction each, made quick and prepared; all are committed at the end, or none."""
    with ExitStack() as connected:
        connections = [connected.enter_context(engine.connect()) for _ in range(AT_ONCE[engine.dialect.name])]
        for connection in connections:
            connected.callback(connection.invalidate)
            _make_quick(connection)
            prepare(connection)
        yield connections
        for connection in connections:
            connection.commit()


def _make_quick(connection: Connection) -> None:
    for statement in QUICK[connection.dialect.name]:
        connection.execute(text(statement))
    connection.commit()
    if connection.dialect.name == "postgresql":
        try:
            connection.execute(text(UNREFERRED))
        except ProgrammingError:
            connection.rollback()
        connection.commit()


def write(
    connections: Sequence[Connection],
    chunks: Iterable[Chunk],
    work: Callable[[Connection, Chunk], int],
    done: Callable[[int], None],
) -> None:
    """Each chunk by a connection that is free; `done` is told what `work` says of it."""
    free: SimpleQueue[Connection] = SimpleQueue()
    for connection in connections:
        free.put(connection)

    def one(chunk: Chunk) -> int:
        connection = free.get()
        try:
            return work(connection, chunk)
        finally:
            free.put(connection)

    with ThreadPoolExecutor(len(connections)) as pool:
        waiting: set[Future[int]] = set()
        try:
            for chunk in chunks:
                waiting.add(pool.submit(one, chunk))
                if len(waiting) > len(connections):
                    waiting = _told(waiting, done)
            while waiting:
                waiting = _told(waiting, done)
        finally:
            pool.shutdown(cancel_futures=True)


def _told(waiting: set[Future[int]], done: Callable[[int], None]) -> set[Future[int]]:
    ended, still = wait(waiting, return_when=FIRST_COMPLETED)
    for each in ended:
        done(each.result())
    return still


def drop_staging(connections: Iterable[Connection]) -> None:
    """Before they are committed."""
    for connection in connections:
        staging.metadata.drop_all(connection)
