"""`mp107 pki`: a test PKI for the cast, in a folder."""

from pathlib import Path
from typing import Annotated

import typer

from reports.clock import epoch
from sut_adapters.smki.mint import mint
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12


def pki(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where it goes: a new folder, or an empty one.")],
    seed: Annotated[
        int | None, typer.Option(help="Have every key follow from it: anybody who knows it has them all.")
    ] = None,
) -> None:
    """Mint a test PKI to the SMKI Organisation Certificate profile, with everything that the cast needs.

    The keys are readable by you alone; README.md in the folder says what is where. They are random, unless there is a
    --seed: that is for a PKI to throw away, so that a run on a simulator can be repeated. With SOURCE_DATE_EPOCH it is
    minted as on that day: the same seed and day give the same files.

    Exit: 0 minted; 12 where the folder cannot be written or holds files already; 2 for a wrong command line.

    Example: mp107 pki test-pki
    """
    try:
        made = mint(seed, epoch())
        made.write(folder)
    except Misconfigured as fault:
        typer.echo(f"mp107 pki: {fault}", err=True)
        raise typer.Exit(CONFIGURATION) from fault
    typer.echo(f"{len(made.credentials)} certificates and keys in {folder}; {folder / 'README.md'} says what is where")
