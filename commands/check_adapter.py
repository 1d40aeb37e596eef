"""`mp107 check-adapter`: what is wrong with an adapter, for its author."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from harness.profile import Profile, read_profile
from proof.adapter_check import Finding, Limits, Report
from proof.adapter_check import check_adapter as examine
from rulebook import law
from sut_adapters.catalogue import profile_in, system_under_test
from sut_adapters.trouble import Misconfigured

FINDINGS, CONFIGURATION = 10, 12


def check_adapter(
    sut: Annotated[str, typer.Argument(metavar="SUT", help="The system whose adapter it is: NAME or NAME:ARG.")],
    profile: Annotated[Path | None, typer.Option(metavar="FILE", help="Release state, rulings, exclusions.")] = None,
    slow: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="An answer that takes longer is a finding.")
    ] = 10,
    limit: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="One that takes longer is not waited for.")
    ] = 60,
    duis_schemas: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder with the DUIS schemas (MP107_DUIS_DIR).")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="The same content for a machine.")] = False,
) -> None:
    """Ask an adapter what every conformant system answers alike, through each port that it offers.

    Each finding says what was asked, what was expected, what was observed, and what to mend. Where nothing is found the
    adapter is fit to be run; no verdict on the system behind it is given.

    Exit: 0 no finding; 10 findings; 12 configuration; 2 for a wrong command line.

    Example: mp107 check-adapter reference
    """
    try:
        path = profile or profile_in(sut)
        report = _examined(sut, read_profile(path) if path else Profile(), slow, limit, duis_schemas)
    except (Misconfigured, law.LawError) as fault:
        typer.echo(f"mp107 check-adapter: {fault}", err=True)
        raise typer.Exit(CONFIGURATION) from fault
    typer.echo(json.dumps({"sut": sut, **asdict(report)}, indent=2) if json_ else "\n".join(_lines(report)))
    raise typer.Exit(FINDINGS if report.findings else 0)


def _examined(sut: str, profile: Profile, slow: float, limit: float, schemas: Path | None) -> Report:
    rulings = law.rulings(profile.readings)
    return examine(
        lambda: system_under_test(sut, rulings, schemas=schemas),
        excluded={one.port: one.reason for one in profile.not_applicable if one.port},
        may_switch=profile.release is None,
        limits=Limits(patience=lambda done: done.wait(limit), slow_s=slow),
        progress=_show if sys.stderr.isatty() else lambda _: None,
    )


def _show(words: str) -> None:
    """What is being asked, for somebody who waits."""
    typer.echo(f"\r\033[K{words[:100]}" if words else "\r\033[K", nl=False, err=True)


def _lines(report: Report) -> Iterator[str]:
    for number, finding in enumerate(report.findings, start=1):
        yield from _finding(number, finding)
    if report.left_out:
        yield "Left out"
        yield from (f"  {words}: {reason}" for words, reason in report.left_out)
        yield ""
    number = len(report.findings)
    found = f"{number or 'no'} {'finding' if number == 1 else 'findings'}"
    yield f"{found}; {len(report.asked)} questions came to their end, {len(report.left_out)} were left out"


def _finding(number: int, finding: Finding) -> Iterator[str]:
    yield f"{number}. {finding.asked}"
    yield f"   expected  {finding.expected}"
    yield f"   observed  {finding.observed}"
    yield f"   mend      {finding.mend}"
    yield ""
