"""`mp107 serve`: a DSP with three S1SPs that does what the law says, to try the suite and other clients on."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from harness.release_words import parse_release
from reports.clock import epoch
from rulebook.law import LawError
from rulebook.law import rulings as ruled
from rulebook.vocabulary import S1SPS, Component, Release, Rulings
from sut_adapters.faulty import find_fault
from sut_adapters.trouble import Misconfigured, Trouble

if TYPE_CHECKING:
    from sut_adapters.simulator.opening import Law

CONFIGURATION = 12


def serve(
    host: Annotated[str, typer.Option(metavar="HOST", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 0,
    plain_http: Annotated[
        bool, typer.Option("--plain-http", help="Without TLS; signatures are checked as ever.")
    ] = False,
    reading: Annotated[
        list[str] | None, typer.Option(metavar="POINT=READING", help="Rule an open point; may be repeated.")
    ] = None,
    release: Annotated[
        str | None, typer.Option(metavar="STATE", help="Begin in this state: on, off, or DSP=on,S1SP1=off,...")
    ] = None,
    fault: Annotated[
        str | None, typer.Option(metavar="NAME", help="Be wrong in this way (`mp107 faults` has them).")
    ] = None,
    s1sp_db: Annotated[
        list[str] | None, typer.Option(metavar="S1SP1=URL", help="The database of an S1SP (a SQLite file).")
    ] = None,
    dsp_db: Annotated[str | None, typer.Option(metavar="URL", help="The DSP's own database (a SQLite file).")] = None,
    profile_out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a profile for --sut duis:FILE once requests are served.")
    ] = None,
    pki: Annotated[Path | None, typer.Option(metavar="DIR", help="A PKI of `mp107 pki`, instead of a new one.")] = None,
    duis_schemas: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Check messages against these schemas (MP107_DUIS_DIR).")
    ] = None,
) -> None:
    """Serve a DSP with three S1SPs over signed DUIS, with mutual TLS, until it is told to stop (SIGTERM, SIGINT).

    What it keeps survives a restart: in NAME.simulator beside the profile unless --s1sp-db and --dsp-db say otherwise
    (sqlite:///FILE or postgresql://USER@HOST/NAME), and in a temporary folder where there is no profile.

    With --fault it is a faulty build, by the rulings under which that one is wrong. With SOURCE_DATE_EPOCH its clock is
    set to that moment, so that a run can be repeated.

    Exit: 0 stopped; 12 where it cannot serve; 2 for a wrong command line.

    Example: mp107 serve --profile-out simulator.toml --release DSP=on,S1SP1=off
    """
    from sut_adapters.simulator.service import Choices, serve_until_stopped

    logging.basicConfig(format="mp107 serve: %(message)s", level=logging.WARNING)
    try:
        urls = dict(map(_database, s1sp_db or ())) | ({Component.DSP: dsp_db} if dsp_db else {})
        law = _law(_rulings(reading or []), _release(release), fault)
        choices = Choices(host, port, plain_http, law, urls, profile_out, pki, duis_schemas, fault or "", epoch())
        serve_until_stopped(choices, typer.echo)
    except Trouble as trouble:
        typer.echo(f"mp107 serve: {trouble}", err=True)
        raise typer.Exit(CONFIGURATION) from trouble


def _law(rulings: Rulings, release: Release | None, name: str | None) -> "Law":
    from sut_adapters.simulator.opening import Law

    if name is None:
        return Law(rulings, release)
    fault = find_fault(name)
    if not fault.can_be_served:
        instead = f"`mp107 run --sut faulty:{name}` runs it in memory"
        raise Misconfigured(f"--fault: {name} takes a memory that the simulator does not have; {instead}")
    law = Law(fault.ruled(rulings), release, fault.build, conduct=fault.conduct)
    return replace(law, scrutiny=fault.scrutiny()) if fault.scrutiny else law


def _rulings(options: list[str]) -> Rulings:
    decided = {}
    for option in options:
        point, _, reading = (part.strip() for part in option.partition("="))
        if not point or not reading:
            raise Misconfigured(f"--reading: {option[:60]!a} is no ruling; write POINT=READING, such as O9=transform")
        decided[point] = reading
    try:
        return ruled(decided)
    except LawError as error:
        raise Misconfigured(f"--reading: {error}") from error


def _release(option: str | None) -> Release | None:
    try:
        return parse_release(option) if option else None
    except ValueError as error:
        raise Misconfigured(f"--release: {error}") from error


def _database(option: str) -> tuple[Component, str]:
    name, _, url = option.partition("=")
    if name not in S1SPS or not url:
        raise Misconfigured("--s1sp-db: names no S1SP with a database; write S1SP1=sqlite:///FILE")
    return Component(name), url
