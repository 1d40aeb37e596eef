"""`mp107 explain`: why one Service Request would be accepted or refused, clause by clause."""

from pathlib import Path
from typing import Annotated

import typer

from commands.explain.case import explanation
from commands.explain.fault import BadInput
from commands.explain.output import write
from commands.explain.trust import read_known
from sut_adapters.trouble import Misconfigured

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
    signer_certificate: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A certificate that may have signed the request, PEM or DER; repeatable."),
    ] = None,
    pki: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of `mp107 pki`: its certificates, and its root.")
    ] = None,
    trust: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="The root, the Issuing Authority, its revocation list; one file each."),
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="The same content for a machine.")] = False,
) -> None:
    """Say why a Service Request would be accepted or refused, clause by clause.

    Its signature is checked too, where certificates are given, and does not change the verdict of the law.

    Exit 0 whatever the verdict, 12 for input that cannot be read, 2 for a wrong command line.

    Example: mp107 explain examples/southfell_places_northmoor.xml --world examples/accepted.toml
    """
    try:
        known = read_known(signer_certificate or [], pki, trust or [])
        write(explanation(request, world, release, reading or [], known), as_json=json_)
    except (BadInput, Misconfigured) as bad:
        typer.echo(f"mp107 explain: {bad}", err=True)
        raise typer.Exit(BAD_INPUT) from bad
