"""What the audit of many devices costs beside the bare SQL join that counts the same, on DuckDB and from Parquet."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from rich.console import Group
from rich.table import Table

from data_update.audit.columns import REQUIRED
from data_update.audit.engines import Engine
from data_update.audit.reasons import WRONG
from data_update.audit.result import audited
from data_update.audit.sources import source

DEVICES = 30_000_000
AT = "2026-11-22T12:00:00Z"
ONE_IN = 34
"""Of so many devices one is wrong: the share of the FIA's figures among a million."""

TABLES = {
    "slots": """
        select printf('02-4D-50-44-%02X-%02X-%02X-%02X', i >> 24, (i >> 16) & 255, (i >> 8) & 255, i & 255) device_id,
            case i % 2 when 0 then 'ESME' else 'GPF' end device_type,
            case when i % 10 < 7 then 'S1SP1' else 'S1SP2' end s1sp,
            case when i % 10 < 7 then 'IOC' else 'MOC' end cohort,
            (1000000000000 + i)::varchar mpxn, slot,
            printf('02-4D-50-50-00-00-00-%02X', case when i % {one_in} = 0 then (i + 1) % 8 else i % 8 end) owner
        from range({devices}) numbers(i),
            (values ('critical Network Operator'), ('non-critical Network Operator')) s(slot)
    """,
    "registrations": """
        select (1000000000000 + i)::varchar mpxn, 'OPERATOR ' || i % 8 market_participant,
            '2018-01-01' effective_from, null::varchar effective_to from range({devices}) numbers(i)
    """,
    "certificates": """
        select printf('02-4D-50-50-00-00-00-%02X', i) eui, use,
            '2020-01-01T00:00:00Z' not_before, '2040-01-01T00:00:00Z' not_after
        from range(8) numbers(i), (values ('digital signing'), ('key agreement')) u(use)
    """,
    "parties": """
        select printf('02-4D-50-50-00-00-00-%02X', i) eui,
            'OPERATOR ' || i market_participant, 'Operator ' || i sec_party
        from range(8) numbers(i)
    """,
}
BARE = """
    select s.s1sp, s.cohort, s.device_type, r.market_participant, h.sec_party, count(*), count(distinct s.device_id)
    from '{folder}/slots.parquet' s
    join '{folder}/registrations.parquet' r on r.mpxn = s.mpxn
        and r.effective_from <= '2026-11-22' and (r.effective_to is null or r.effective_to >= '2026-11-22')
    join '{folder}/parties.parquet' h on h.eui = s.owner
    join '{folder}/parties.parquet' p on p.market_participant = r.market_participant
    where s.slot in ('critical Network Operator', 'non-critical Network Operator') and p.sec_party <> h.sec_party
    group by all
"""


def audit_cost() -> Group:
    """One table; `python -m tests.benchmarks audit 3000000` takes fewer devices."""
    devices = int(sys.argv[2]) if sys.argv[2:] else DEVICES
    with tempfile.TemporaryDirectory(prefix="mp107-") as folder:
        written(Path(folder), devices)
        bare, audit = measured(Path(folder))
    table = Table("devices", "bare join, s", "audit, s", "ratio", title="The audit beside the bare SQL join (DuckDB)")
    table.add_row(f"{devices}", f"{bare:.1f}", f"{audit:.1f}", f"{audit / bare:.2f}")
    return Group(table)


def written(folder: Path, devices: int) -> None:
    """The inputs as Parquet."""
    with duckdb.connect() as connection:
        for name in REQUIRED:
            rows = TABLES[name].format(devices=devices, one_in=ONE_IN)
            connection.execute(f"copy ({rows}) to '{folder}/{name}.parquet' (format parquet)")


def measured(folder: Path) -> tuple[float, float]:
    """Seconds of the bare join and of the audit, each the better of two; both have to find the same number."""
    bare, numbers = _timed(lambda: _bare(folder))
    audit, found = _timed(lambda: _audit(folder))
    if numbers != found:
        raise AssertionError(f"the bare join finds {numbers} wrong slots, the audit {found}")
    return bare, audit


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    times = []
    for _ in range(2):
        began = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - began)
    return min(times), found


def _bare(folder: Path) -> int:
    with duckdb.connect() as connection:
        return sum(row[5] for row in connection.execute(BARE.format(folder=folder)).fetchall())


def _audit(folder: Path) -> int:
    sources = {name: source(name, str(folder / f"{name}.parquet")) for name in REQUIRED}
    with audited(Engine.DUCKDB, sources, AT) as found:
        return found.number(WRONG)
