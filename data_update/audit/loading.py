"""The inputs in an engine, for as long as the audit is read."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from ibis import Table

from data_update.audit.engines import Engine, connected, said, troubles
from data_update.audit.reading import Misshapen, as_text, misshapen, refuse_unreadable
from data_update.audit.sources import CSV, Source
from sut_adapters.trouble import Misconfigured


@dataclass
class Loaded:
    """One engine with the inputs in it, by name."""

    engine: Engine
    connection: Any
    tables: dict[str, Table] = field(default_factory=dict)
    misshapen: list[Misshapen] = field(default_factory=list)
    _cached: list[Table] = field(default_factory=list)

    def keep(self, name: str, found: Table) -> Table:
        """The same rows, worked out once, for as long as the engine is there."""
        if self.engine is not Engine.SPARK:
            return self.connection.create_table(name, found, temp=True)
        self._cached.append(found.cache())
        return self._cached[-1]


@contextmanager
def loaded(engine: Engine, sources: Mapping[str, Source]) -> Iterator[Loaded]:
    """Raises Misconfigured in one line for whatever cannot be read, sooner or later, and for an engine not there."""
    for one in sources.values():
        refuse_unreadable(engine, one)
    connection = connected(engine, sources)
    try:
        found = Loaded(engine, connection)
        for name, one in sources.items():
            found.tables[name] = as_text(engine, connection, one)
            if engine is Engine.DUCKDB and one.kind == CSV:
                found.misshapen += misshapen(connection, one)
        yield found
    except troubles(engine) as error:
        raise Misconfigured(f"--engine {engine}: {said(error)}; look whether each input can be read whole") from error
    finally:
        connection.disconnect()
