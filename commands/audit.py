"""`mp107 audit`: which anchor slots are wrong, for whom, at any scale."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from commands.run import EVIDENCE
from data_update.audit import files
from data_update.audit.engines import Engine
from data_update.audit.known import known_names
from data_update.audit.outputs import put_in_place
from data_update.audit.page import document
from data_update.audit.result import audited
from data_update.audit.screen import show
from data_update.audit.sources import source
from data_update.audit.tokens import Tokens
from data_update.audit.twofold import is_twofold
from data_update.moments import Moment
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12
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
        bool, typer.Option("--pseudonymise", help="Device ids, meter points and unknown texts as tokens.")
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
        with put_in_place(folder, files.NAMES, sources) as aside, audited(engine, sources, moment) as clear:
            if pseudonymise:
                tokens.known = known_names(clear.inputs, clear.bad, twofold=is_twofold(sources))
            found = tokens.audit(clear)
            bad = tuple(files.bad_rows(found, sources, tokens))
            numbers = files.numbers_of_bad_rows(found, bad)
            if not found.looked_at and not numbers.get("slots"):
                raise sources["slots"].refuse("has no Network Operator slot in it; see docs/audit.md for its columns")
            files.write(found, bad, aside, tokens)
            (aside / files.PAGE).write_bytes(document(found, bad, numbers, moment))
        show(found, bad, numbers)
    except Misconfigured as error:
        typer.echo(
            f"mp107 audit: {tokens.said(str(error), *sys.argv, *given.values(), parties or '', str(folder))}", err=True
        )
        raise typer.Exit(CONFIGURATION) from error
    typer.echo(f"evidence in {folder / files.PAGE} and audit-*.csv")
    raise typer.Exit(found.exit_code)
