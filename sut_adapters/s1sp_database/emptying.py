"""Which tables are emptied together, and that none beside them is: nothing here ever cascades.

A foreign key from a table that is kept would take its rows along, or stand in the way. Such a table is told apart.
"""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, delete, inspect, table, text

References = Mapping[str, frozenset[str]]
"""By the name of a table, those that its foreign keys point at."""


def references(connection: Connection) -> References:
    """Of every table."""
    found = inspect(connection)
    names = found.get_table_names()
    return {name: frozenset(key["referred_table"] for key in found.get_foreign_keys(name)) for name in names}


def referring(refs: References, emptied: Collection[str]) -> Mapping[str, str]:
    """The tables of `emptied` that cannot be emptied by themselves, each with a kept table that refers to it.

    One that is referred to by such a table cannot either.
    """
    kept, left = dict.fromkeys(set(refs) - set(emptied), ""), set(emptied)
    while hits := {to: name for name in sorted(kept) for to in refs.get(name, ()) if to in left}:
        kept |= hits
        left -= hits.keys()
    return {to: name for to, name in kept.items() if name}


def empty(connection: Connection, names: Collection[str]) -> None:
    """All of these tables and no other; those at once that no table beside them refers to."""
    refs = references(connection)
    there = set(names) & set(refs)
    alone = set(referring(refs, there))
    quote = connection.dialect.identifier_preparer.quote
    if connection.dialect.name == "postgresql" and there - alone:
        connection.execute(text(f"truncate table {', '.join(map(quote, sorted(there - alone)))}"))
        there = alone
    for name in _referring_first(refs, there):
        connection.execute(delete(table(name)))


def drop(connection: Connection, names: Sequence[str]) -> None:
    """These tables, in this order as far as their keys go; PostgreSQL lets go what was made upon them."""
    quote = connection.dialect.identifier_preparer.quote
    cascade = " cascade" if connection.dialect.name == "postgresql" else ""
    for name in _referring_first(references(connection), names):
        connection.execute(text(f"drop table {quote(name)}{cascade}"))


def _referring_first(refs: References, names: Collection[str]) -> tuple[str, ...]:
    left, found = sorted(names), []
    while left:
        free = [name for name in left if not any(name in refs[other] for other in left if other != name)] or left
        found += free
        left = [name for name in left if name not in free]
    return tuple(found)
