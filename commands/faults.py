"""`mp107 faults`: the catalogue of faulty builds, one line each."""

import json
from typing import Annotated

import typer

from sut_adapters.faulty import FAULTS, Fault


def faults(
    json_: Annotated[bool, typer.Option("--json", help="The same content for a machine.")] = False,
) -> None:
    """List the systems that are wrong on purpose: name, clause, and the mistake that each imitates.

    `mp107 run --sut faulty:NAME` runs one, and `mp107 serve --fault NAME` serves one. Where rulings follow in brackets,
    a build is wrong only under these, and `--reading` has to name them. A few take a memory that the simulator does not
    have, and are not served: their lines say so. `python -m data_update.faulty` lists the faulty one-off updates.

    Exit: 0; 2 for a wrong command line.

    Example: mp107 faults --json
    """
    typer.echo(json.dumps([_content(fault) for fault in FAULTS], indent=2) if json_ else "\n".join(map(_line, FAULTS)))


def _line(fault: Fault) -> str:
    rulings = " ".join(f"{point}={reading}" for point, reading in fault.rulings.items())
    more = (f" [{rulings}]" if rulings else "") + ("" if fault.can_be_served else " (run only, not served)")
    return f"{fault.name}  {fault.limb or fault.clause}  {fault.mistake}{more}"


def _content(fault: Fault) -> dict[str, object]:
    return {
        "name": fault.name,
        "clause": fault.clause,
        "limb": fault.limb,
        "breaks": [
            {"clause": breach.statement, "limb": breach.limb, "shown_by": breach.reach or ""} for breach in fault.breaks
        ],
        "mistake": fault.mistake,
        "rulings": dict(fault.rulings),
        "features": fault.features,
        "can_be_served": fault.can_be_served,
    }
