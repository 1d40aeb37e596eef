"""A list of certificates that is the list of parties as well: a row at fault as both is one bad row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ibis import Table

from data_update.audit.engines import Engine
from data_update.audit.loading import Loaded
from data_update.audit.soundness import KEYS, BadRow
from data_update.audit.sources import Source

CERTIFICATES, PARTIES = "certificates", "parties"


def is_twofold(sources: Mapping[str, Source]) -> bool:
    """Whether both are one file or one table."""
    one, other = sources[CERTIFICATES], sources[PARTIES]
    return (one.kind, one.place, one.table) == (other.kind, other.place, other.table)


def told_once(bad: Iterable[BadRow], found: Loaded, sources: Mapping[str, Source]) -> Iterator[BadRow]:
    """Less what is at fault as a party if it is at fault as a certificate."""
    rows = list(bad)
    of_certificates = {row.key for row in rows if row.name == CERTIFICATES}
    again: Counter[tuple[str, ...]] = Counter()
    if is_twofold(sources) and of_certificates and any(row.name == PARTIES for row in rows):
        again.update(of_parties for key, of_parties in _keys(found, sources[PARTIES]) if key in of_certificates)
    for row in rows:
        if row.name == PARTIES and again[row.key]:
            again[row.key] -= 1
        else:
            yield row


def _keys(found: Loaded, one: Source) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each row's key as a certificate and as a party."""
    table = _table(found, one)
    wanted = [name for name in {*KEYS[CERTIFICATES], *KEYS[PARTIES]} if name in table.columns]
    for row in table.select(**{name: table[name].cast("string") for name in wanted}).to_pyarrow().to_pylist():
        yield (
            tuple(row.get(key) or "" for key in KEYS[CERTIFICATES]),
            tuple(row.get(key) or "" for key in KEYS[PARTIES]),
        )


def _table(found: Loaded, one: Source) -> Table:
    if found.engine is not Engine.POSTGRES:
        return found.connection.table(one.name)
    schema, _, name = one.table.rpartition(".")
    return found.connection.table(name, database=schema or None)
