"""`mp107 explain`: why one Service Request would be accepted or refused, clause by clause."""

from pathlib import Path
from typing import Annotated

import typer

from commands.explain.case import explanation
from commands.explain.fault import BadInput
from commands.explain.output import write

BAD_INPUT = 12


def explain(
    request: Annotated[Path, typer.Argument(metavar="REQUEST.xml", help="A DUIS Service Request, signed or not.")],
    world: Annotated[
        Path, typer.Option(metavar="WORLD.toml", help="Users, devices with their slots, and Registration Data.")
    ],
    release: Annotated[
        str | None,
        typer.Option(metavar="DSP=on,S1SP1=off,...", help="Which components have SECMP0107; the others have not."),
    ] = None,
    reading: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=READING", help="A ruling on an open question, such as O9=transform; repeatable."),
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="The same content for a machine.")] = False,
) -> None:
    """Say why a Service Request would be accepted or refused, clause by clause.

    Exit 0 whatever the verdict, 12 for input that cannot be read, 2 for a wrong command line.

    Example: mp107 explain examples/southfell_places_northmoor.xml --world examples/accepted.toml
    """
    try:
        write(explanation(request, world, release, reading or []), as_json=json_)
    except BadInput as bad:
        typer.echo(f"mp107 explain: {bad}", err=True)
        raise typer.Exit(BAD_INPUT) from bad
