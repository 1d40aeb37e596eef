"""What the reference update costs beside a bare statement, and what it takes as populations grow."""

import sys

from rich.console import Group
from rich.table import Table

from sut_adapters.s1sp_database.population import Population
from tests.benchmarks.update_work import AT, Taken, in_postgresql, in_sqlite, taken

SIZES = (100_000, 1_000_000)
PLACES = {"SQLite": in_sqlite, "PostgreSQL": in_postgresql}


def update_cost() -> Group:
    """Journal, audit records and second count included; a quarter of an hour on two quiet processors."""
    columns, measured = [], []
    for name, place in PLACES.items():
        for size in [int(word) for word in sys.argv[2:]] or SIZES:
            with place(Population.sized(size, AT.at)) as (fresh, filling):
                measured.append(_cells(taken(fresh, filling)))
            columns.append(f"{name}, {size:,} devices")
    table = Table("seconds, if not said")
    for column in columns:
        table.add_column(column, justify="right")
    for what in measured[0]:
        table.add_row(what, *(one[what] for one in measured))
    title = "The update of S1SP1's devices against one bare UPDATE ... FROM that finds and writes the same slots:"
    asked = "At most 2.00 is asked for, as much for a slot however many there are, and as much memory."
    return Group(title, table, asked)


def _cells(took: Taken) -> dict[str, str]:
    return {
        "filling": f"{took.filling:.2f}",
        "bare UPDATE": f"{took.bare:.2f}",
        "the update: plan": f"{took.plan:.2f}",
        "writing": f"{took.writing:.2f}",
        "second count": f"{took.recount:.2f}",
        "all of it beside the bare one, ratio": f"{took.ratio:.2f}",
        "slots written": f"{took.slots:,}",
        "writing, microseconds a slot": f"{1_000_000 * took.writing / took.slots:.0f}",
        "a slot of the second half beside one of the first": "" if took.later is None else f"{took.later:.2f}",
        "memory at the most, MB": f"{took.peak}",
    }
