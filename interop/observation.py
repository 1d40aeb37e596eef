"""What was expected beside what was observed."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Observation:
    """One check. `observed` is None where it could not be made, and `expected` then says why."""

    what: str
    expected: str
    observed: str | None

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return self.observed is None or self.observed == self.expected


def show(console: Console, title: str, observations: Iterable[Observation]) -> None:
    """One part, as a table."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for heading in ("check", "expected", "observed", ""):
        table.add_column(heading, overflow="fold")
    for observation in observations:
        result = "not made" if observation.observed is None else "ok" if observation.holds else "WRONG"
        style = {"ok": "green", "WRONG": "bold red"}.get(result, "yellow")
        cells = (observation.what, observation.expected, observation.observed or "")
        table.add_row(*map(Text, cells), Text(result, style=style))
    console.print("", table, sep="\n")


def summed_up(observations: Iterable[Observation]) -> str:
    """`63 checks: 63 as expected`, and what was not."""
    seen = list(observations)
    not_made = sum(one.observed is None for one in seen)
    wrong = sum(not one.holds for one in seen)
    said = [f"{len(seen)} checks: {len(seen) - not_made - wrong} as expected"]
    said += [f"{wrong} otherwise"] if wrong else []
    said += [f"{not_made} not made"] if not_made else []
    return ", ".join(said)
