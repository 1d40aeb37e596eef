"""What the reference update costs beside a bare statement, and what it takes as populations grow."""

from rich.console import Group
from rich.table import Table

from sut_adapters.s1sp_database.population import Population
from tests.benchmarks.update_work import AT, Taken, in_postgresql, in_sqlite, taken

SIZES = (100_000, 1_000_000)
PLACES = {"SQLite": in_sqlite, "PostgreSQL": in_postgresql}


def update_cost() -> Group:
    """Journal and audit records included; the whole is a quarter of an hour on two quiet processors."""
    table = Table("database", "devices", "filling", "bare UPDATE", "update", "ratio", "recount", "slots", "us a slot")
    for column in table.columns[1:]:
        column.justify = "right"
    for name, place in PLACES.items():
        for size in SIZES:
            with place(Population.sized(size, AT.at)) as (fresh, filling):
                took = taken(fresh, filling)
            table.add_row(name, f"{size:,}", *_cells(took))
    title = "The update of S1SP1's devices against one bare UPDATE ... FROM that finds and writes the same slots, in s:"
    return Group(title, table, "At most 2.00 is asked for. The count afterwards looks at the whole estate once more.")


def _cells(took: Taken) -> list[str]:
    seconds = (took.filling, took.bare, took.update)
    a_slot = 1_000_000 * (took.update - took.bare) / took.slots
    shown = [f"{each:.2f}" for each in seconds]
    return [*shown, f"{took.ratio:.2f}", f"{took.recount:.2f}", f"{took.slots:,}", f"{a_slot:.0f}"]
