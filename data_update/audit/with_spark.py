"""`make spark`: one population audited by DuckDB and by Spark in local mode; both have to say the same.

Spark is pointed at a cluster as always, by `SPARK_CONF_DIR` or `PYSPARK_SUBMIT_ARGS`: docs/audit.md.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyarrow
from pyarrow import parquet
from sqlalchemy import create_engine

from data_update.audit.columns import REQUIRED
from data_update.audit.engines import Engine
from data_update.audit.result import audited
from data_update.audit.sources import Source, source
from data_update.audit.tables import arrow_table
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.s1sp_database.population import Population
from sut_adapters.trouble import Misconfigured

DEVICES = 20_000
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
MOMENT = f"{AT:%Y-%m-%dT%H:%M:%SZ}"

LOCAL = "--conf spark.sql.shuffle.partitions=2 --conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false"
"""What suits a small population on one machine, unless somebody says otherwise."""

FEW = 5
SPOILT = (("", None), ("device_id", "12"), ("device_id", None), ("cohort", "NOC"), ("slot", "third"), ("owner", "it"))
"""Devices that are listed twice, and what no row may hold, by its column."""

Said = tuple[object, object, tuple[tuple[str, str], ...], object]


def main() -> int:
    """0 where both say the same, 10 where not, 12 where there is no Spark."""
    if shutil.which("java") is None:
        sys.stderr.write("make spark: there is no java; install Java 17 or later, and put it on the PATH\n")
        return 12
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", f"{LOCAL} pyspark-shell")
    with tempfile.TemporaryDirectory(prefix="mp107-") as folder:
        sources = written(Path(folder))
        try:
            said = {engine: timed(engine, sources) for engine in (Engine.DUCKDB, Engine.SPARK)}
        except Misconfigured as error:
            sys.stderr.write(f"make spark: {error}\n")
            return 12
    same = said[Engine.DUCKDB] == said[Engine.SPARK]
    sys.stdout.write(f"{DEVICES} devices: DuckDB and Spark {'say the same' if same else 'DIFFER'}\n")
    return 0 if same else 10


def written(folder: Path) -> dict[str, Source]:
    """A population as Parquet, with bad rows in it."""
    url = sqlite_url(folder / "s1sps.sqlite")
    Population.sized(DEVICES, AT).fill(create_engine(url))
    for name in REQUIRED:
        table = arrow_table(source(name, url))
        spoilt = [table, *_spoilt(table)] if name == "slots" else [table]
        parquet.write_table(pyarrow.concat_tables(spoilt), folder / f"{name}.parquet")
    return {name: source(name, str(folder / f"{name}.parquet")) for name in REQUIRED}


def _spoilt(slots: pyarrow.Table) -> Iterator[pyarrow.Table]:
    """Some rows again, as they are, and with one thing in them that cannot be."""
    for place, (name, value) in enumerate(SPOILT):
        some = slots.slice(place * FEW, FEW)
        column = pyarrow.array([value] * some.num_rows, pyarrow.string())
        yield some.set_column(some.schema.get_field_index(name), name, column) if name else some


def timed(engine: Engine, sources: dict[str, Source]) -> Said:
    """What one engine says, and on standard output how long it took."""
    began = time.perf_counter()
    with audited(engine, sources, MOMENT) as found:
        slots = tuple((row["device_id"], row["slot"]) for row in found.rows("wrong"))
        said = found.counts, found.totals, slots, found.bad
    seconds = time.perf_counter() - began
    sys.stdout.write(f"{engine}: {len(slots)} wrong slots and {len(found.bad)} bad rows in {seconds:.1f} s\n")
    return said


if __name__ == "__main__":
    sys.exit(main())
