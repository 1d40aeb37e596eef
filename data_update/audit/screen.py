"""The audit on a terminal: what was looked at, the wrong slots, and the first rows that could not be judged."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from data_update.audit.files import BAD_ROWS
from data_update.audit.reasons import WRONG
from data_update.audit.result import Audit
from data_update.audit.soundness import BadRow
from data_update.audit.totals import FINDINGS, name_of

FIRST = 10
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def show(found: Audit, bad: Sequence[BadRow], numbers: Mapping[str, int]) -> None:
    """Whatever the inputs say is text: nothing in it is markup, nor moves the cursor."""
    console = Console(markup=False, emoji=False, highlight=False)
    if found.totals:
        console.print(_totals(found))
    wrong = [one for one in found.counts if one.finding == WRONG]
    if wrong:
        table = _table("Wrong slots", ("S1SP", "Cohort", "Device", "Registered", "Holder"), ("Devices", "Slots"))
        for one in wrong:
            what = (one.s1sp, one.cohort, one.device_type, one.registered, one.holder)
            table.add_row(*map(printable, what), f"{one.devices}", f"{one.slots}")
        console.print(table)
    for line in _lines(found, bad, numbers):
        console.print(printable(line), soft_wrap=True)


def printable(text: str) -> str:
    """The text with a replacement character for each that a terminal would obey."""
    return UNPRINTABLE.sub("\ufffd", text)


def _totals(found: Audit) -> Table:
    words = ("Looked at", *(name_of(finding).capitalize() for finding in FINDINGS))
    table = _table("What was looked at", ("S1SP", "Cohort", "Device", "Counted"), words)
    for counted in ("slots", "devices"):
        for one in found.totals:
            table.add_row(*map(printable, one.of), counted, *_numbers(getattr(one, counted)))
        every = sum((getattr(one, counted) for one in found.totals), Counter[str]())
        table.add_row("all", "", "", counted, *_numbers(every), end_section=True)
    return table


def _numbers(numbers: Counter[str]) -> Iterator[str]:
    yield str(numbers.total())
    yield from (str(numbers[finding]) for finding in FINDINGS)


def _table(title: str, names: Sequence[str], numbers: Sequence[str]) -> Table:
    table = Table(*names, title=title, title_justify="left", padding=(0, 1, 0, 0), box=None)
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _lines(found: Audit, bad: Sequence[BadRow], numbers: Mapping[str, int]) -> Iterator[str]:
    for row in bad[:FIRST]:
        line = f" line {row.line}" if row.line else ""
        yield f"{row.name}{line}: {row.why}{': ' + ' '.join(row.key) if row.key else ''}"
    if len(bad) > FIRST:
        yield f"and {len(bad) - FIRST} more rows that could not be judged, in {BAD_ROWS}"
    came_to = ", ".join(f"{found.total(finding)} {name_of(finding)}" for finding in FINDINGS)
    yield f"{sum(found.looked_at.values())} slots: {came_to}"
    if numbers:
        yield f"rows that could not be judged: {', '.join(f'{number} of {name}' for name, number in numbers.items())}"
