"""`mp107 diff`: what changed between two runs, and whether any of it is for the worse."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from harness.display import printable
from reports.diff import Change, Difference, NoRun, compared, read_run

NOTHING_WORSE, WORSE, UNREADABLE = 0, 10, 12
HEADS = {
    "run": "The run",
    "changed": "Verdicts that changed",
    "new": "New scenarios",
    "gone": "Scenarios that are gone",
    "clauses": "Clauses gained or lost",
    "rulings": "Rulings",
    "suite": "The suite",
}

Run = Annotated[Path, typer.Argument(help="A verdict.json, an evidence folder or a pack.")]


def diff(
    old: Run,
    new: Run,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Put two runs beside each other: verdicts, scenarios, clauses, rulings, and the suite's own changes.

    Worse is a worse verdict of a scenario or of the run, a new scenario that is neither passed nor out of scope, one
    that passed and is gone, and a clause that is no longer asked about. Nothing is verified: mp107 verify does that.

    Exit: 0 nothing is worse; 10 something is; 12 a run cannot be read.

    Example: mp107 diff evidence-sit-20261103T120000Z.zip reports/latest
    """
    try:
        found = compared(read_run(old), read_run(new))
    except NoRun as error:
        typer.echo(printable(f"mp107 diff: {error}"), err=True)
        raise typer.Exit(UNREADABLE) from error
    if as_json:
        typer.echo(json.dumps({**asdict(found), "worse": bool(found.worse)}, indent=2))
    else:
        typer.echo("\n".join(map(printable, _lines(found))))
    raise typer.Exit(WORSE if found.worse else NOTHING_WORSE)


def _lines(found: Difference) -> Iterator[str]:
    for name, head in HEADS.items():
        changes: tuple[Change, ...] = getattr(found, name)
        if changes:
            yield f"{head} ({len(changes)})"
            yield from (f"  {_said(change)}" for change in changes)
    if found.asked_otherwise:
        yield f"Scenarios whose words changed ({len(found.asked_otherwise)})"
        yield from (f"  {one}" for one in found.asked_otherwise)
    number = len(found.worse)
    yield f"{number} of these changes {'is' if number == 1 else 'are'} for the worse" if number else "nothing is worse"


def _said(change: Change) -> str:
    mark = "worse  " if change.worse else ""
    if not change.old:
        return f"{mark}{change.what}: {change.new}"
    return f"{mark}{change.what}: {change.old} -> {change.new or 'gone'}"
