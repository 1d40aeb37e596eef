"""What the reference update costs beside a bare statement, and what it takes as populations grow."""

import sys

from rich.console import Group
from rich.table import Table

from sut_adapters.s1sp_database.population import Population
from tests.benchmarks.update_work import AT, Taken, in_postgresql, in_sqlite, taken

SIZES = (100_000, 1_000_000)
PLACES = {"SQLite": in_sqlite, "PostgreSQL": in_postgresql}
COLUMNS = ("devices", "filling", "bare UPDATE", "plan", "writing", "recount", "ratio", "slots", "us a slot", "peak MB")


def update_cost() -> Group:
    """Journal, audit records and second count included; a quarter of an hour on two quiet processors."""
    table = Table("database", *COLUMNS)
    for column in table.columns[1:]:
        column.justify = "right"
    for name, place in PLACES.items():
        for size in [int(word) for word in sys.argv[2:]] or SIZES:
            with place(Population.sized(size, AT.at)) as (fresh, filling):
                took = taken(fresh, filling)
            table.add_row(name, f"{size:,}", *_cells(took))
    title = "The update of S1SP1's devices against one bare UPDATE ... FROM that finds and writes the same slots, in s:"
    asked = "At most 2.00 is asked for, as much for a slot however many there are, and as much memory."
    return Group(title, table, asked)


def _cells(took: Taken) -> list[str]:
    seconds = (took.filling, took.bare, took.plan, took.writing, took.recount, took.ratio)
    a_slot = 1_000_000 * took.writing / took.slots
    return [*(f"{each:.2f}" for each in seconds), f"{took.slots:,}", f"{a_slot:.0f}", str(took.peak)]
