"""`mp107 audit`: which anchor slots are wrong, for whom, at any scale."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from commands.run import EVIDENCE
from data_update.audit import files
from data_update.audit.engines import Engine
from data_update.audit.page import document
from data_update.audit.reasons import LEFT_ASIDE, UNTOLD, WRONG
from data_update.audit.result import Audit, audited
from data_update.audit.soundness import BadRow
from data_update.audit.sources import source
from data_update.audit.tokens import Tokens
from data_update.moments import Moment
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12
SHOWN = 10
FORMS = "FILE.csv, FILE.parquet or URL#TABLE"


def audit(
    slots: Annotated[str, typer.Option(metavar="SOURCE", help=f"A row for each anchor slot: {FORMS}.")],
    registrations: Annotated[str, typer.Option(metavar="SOURCE", help="Who is registered for each meter point.")],
    certificates: Annotated[
        str, typer.Option(metavar="SOURCE", help="The certificates that operators have published.")
    ],
    parties: Annotated[
        str | None,
        typer.Option(metavar="SOURCE", help="Whose each Entity Identifier is. The certificates say so if not given."),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="Who does the work.")] = Engine.DUCKDB,
    at: Annotated[
        str | None, typer.Option(metavar="MOMENT", help="The moment to judge at, 2026-11-22T09:30:00Z (now).")
    ] = None,
    pseudonymise: Annotated[
        bool, typer.Option("--pseudonymise", help="Device ids and meter points as tokens; counts stay clear.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where audit.html and audit-*.csv go (reports/latest).")
    ] = None,
) -> None:
    """Find the anchor slots that hold another operator's certificate, by S1SP, cohort, device type and operator.

    docs/audit.md says what each input holds. Nothing is changed anywhere.

    Exit: 0 nothing is wrong; 10 something is; 11 nothing is, but some rows could not be judged; 12 configuration.

    Example: mp107 audit --slots slots.csv --registrations rdp.parquet --certificates m31.csv --parties parties.csv
    """
    tokens, folder = Tokens(pseudonymise), out or EVIDENCE
    given = {"slots": slots, "registrations": registrations, "certificates": certificates}
    try:
        moment = (Moment.of(at) if at is not None else Moment.now()).text
        sources = {name: source(name, text) for name, text in given.items()}
        sources["parties"] = source("parties", parties if parties is not None else certificates)
        with audited(engine, sources, moment) as found:
            bad = tuple(files.bad_rows(found, sources, tokens))
            if not found.looked_at and not any(row.name == "slots" for row in bad):
                raise sources["slots"].refuse("has no Network Operator slot in it; see docs/audit.md for its columns")
            _made(folder)
            files.write(found, sources, folder, tokens)
            (folder / files.PAGE).write_bytes(document(found, bad, moment))
            _show(found, bad, folder)
            code = found.exit_code
    except Misconfigured as error:
        typer.echo(f"mp107 audit: {error}", err=True)
        raise typer.Exit(CONFIGURATION) from error
    raise typer.Exit(code)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / files.PAGE).write_bytes(b"")
    except OSError as error:
        raise Misconfigured(f"--out {folder}: cannot be written: {error.strerror}") from error


def _show(found: Audit, bad: tuple[BadRow, ...], folder: Path) -> None:
    table = Table("S1SP", "Cohort", "Device", "Registered", "Holder", "Devices", "Slots", title="Wrong slots")
    for one in found.counts:
        if one.finding == WRONG:
            numbers = f"{one.devices}", f"{one.slots}"
            table.add_row(one.s1sp, one.cohort, one.device_type, one.registered, one.holder, *numbers)
    console = Console()
    if table.row_count:
        console.print(table)
    for line in _lines(found, bad):
        typer.echo(line)
    typer.echo(f"evidence in {folder / files.PAGE} and audit-*.csv")


def _lines(found: Audit, bad: tuple[BadRow, ...]) -> Iterator[str]:
    for row in bad[:SHOWN]:
        line = f" line {row.line}" if row.line else ""
        yield f"{row.name}{line}: {row.why}{': ' + ' '.join(row.key) if row.key else ''}"
    if len(bad) > SHOWN:
        yield f"and {len(bad) - SHOWN} more rows that could not be judged, in {files.BAD_ROWS}"
    numbers = ", ".join(f"{found.number(finding)} {finding}" for finding in (WRONG, UNTOLD, LEFT_ASIDE))
    yield f"{sum(found.looked_at.values())} slots: {numbers}; {len(bad)} bad rows"
