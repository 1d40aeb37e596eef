"""What the reference update costs beside a bare statement, and what it takes as populations grow."""

import sys
from collections.abc import Sequence

from rich.console import Group
from rich.table import Table

from sut_adapters.s1sp_database.population import Population
from tests.benchmarks.update_work import AT, Taken, in_postgresql, in_sqlite, taken

SIZES = (100_000, 1_000_000)
TURNS = 2
PLACES = {"SQLite": in_sqlite, "PostgreSQL": in_postgresql}


def update_cost() -> Group:
    """The best of each in turns; a quarter of an hour on two quiet processors."""
    columns, measured = [], []
    for name, place in PLACES.items():
        for size in [int(word) for word in sys.argv[2:]] or SIZES:
            with place(Population.sized(size, AT.at)) as (fresh, filling):
                measured.append(_cells([taken(fresh, filling) for _ in range(TURNS)]))
            columns.append(f"{name}, {size:,} devices")
    table = Table("seconds, if not said")
    for column in columns:
        table.add_column(column, justify="right")
    for what in measured[0]:
        table.add_row(what, *(one[what] for one in measured))
    title = (
        "The update of S1SP1's devices against one bare UPDATE ... FROM that finds and writes the same slots,\n"
        f"the best of {TURNS} turns; journal and audit records included:"
    )
    asked = "At most 2.00 is asked for, as much for a slot however many there are, and as much memory."
    return Group(title, table, asked)


def _cells(turns: Sequence[Taken]) -> dict[str, str]:
    bare, best = min(one.bare for one in turns), min(turns, key=lambda one: one.update)
    return {
        "filling": f"{best.filling:.2f}",
        "bare UPDATE": f"{bare:.2f}",
        "the update: plan": f"{best.plan:.2f}",
        "writing": f"{best.writing:.2f}",
        "second count": f"{best.recount:.2f}",
        "ratio, without the second count": f"{(best.plan + best.writing) / bare:.2f}",
        "ratio, with it": f"{best.update / bare:.2f}",
        "slots written": f"{best.slots:,}",
        "writing, microseconds a slot": f"{1_000_000 * best.writing / best.slots:.0f}",
        "a slot of the second half beside one of the first": "" if best.later is None else f"{best.later:.2f}",
        "memory at the most, MB": f"{max(one.peak for one in turns)}",
    }
