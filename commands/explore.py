"""`mp107 explore`: random sequences on a system, in lock step with the reference."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from harness.asking import AdapterFault
from harness.profile import Profile, read_profile
from harness.release_words import parse_release
from proof.explore import Exploration, Finding, Wanted
from proof.explore import explore as search
from rulebook import law
from rulebook.vocabulary import Release
from sut_adapters.catalogue import profile_in, system_under_test
from sut_adapters.trouble import Misconfigured

CONFIGURATION, SUITE_ERROR = 12, 13


def explore(
    sut: Annotated[str, typer.Option(metavar="NAME[:ARG]", help="The system under test.")] = "reference",
    profile: Annotated[Path | None, typer.Option(metavar="FILE", help="Release state, rulings, exclusions.")] = None,
    release: Annotated[
        str | None, typer.Option(metavar="STATE", help="The state it is in, where it is not to be switched.")
    ] = None,
    reading: Annotated[
        list[str] | None, typer.Option(metavar="POINT=READING", help="Rule an open point; may be repeated.")
    ] = None,
    steps: Annotated[int, typer.Option(min=1, help="At most so many events in a sequence.")] = 8,
    examples: Annotated[int, typer.Option(min=1, help="At most so many sequences until one goes apart.")] = 300,
    seed: Annotated[int, typer.Option(min=0, help="The seed of everything that is drawn.")] = 107,
    json_: Annotated[bool, typer.Option("--json", help="The same content for a machine.")] = False,
) -> None:
    """Play random sequences on a system in lock step with the reference, and print where they go apart.

    A disagreement is made as short as it can be and printed as a scenario, to be put at the end of the feature that is
    named. What the documents leave open, or in which order checks are made, is no disagreement unless --reading rules
    it. The same seed draws the same sequences.

    Exit: 0 no disagreement; 10 one; 11 a sequence got no answer that counts; 12 configuration; 13 adapter; 2 usage.

    Example: mp107 explore --sut faulty:exemption-missing --seed 107
    """
    try:
        readings = dict(_ruling(one) for one in reading or ())
        wanted = _wanted(sut, profile or profile_in(sut), _release(release) if release else None, readings)
        found = search(replace(wanted, steps=steps, examples=examples, seed=seed), progress=_progress())
        _show_nothing()
    except (Misconfigured, law.LawError, AdapterFault) as fault:
        typer.echo(f"mp107 explore: {fault}", err=True)
        raise typer.Exit(CONFIGURATION if isinstance(fault, Misconfigured) else SUITE_ERROR) from fault
    typer.echo(json.dumps({**asdict(found), "exit_code": found.exit_code}, indent=2) if json_ else _text(found))
    raise typer.Exit(found.exit_code)


def _wanted(sut: str, profile: Path | None, release: Release | None, readings: Mapping[str, str]) -> Wanted:
    declared = read_profile(profile) if profile else Profile()
    rulings = law.rulings({**declared.readings, **readings})
    return Wanted(sut, system_under_test(sut, rulings), rulings, declared, release or declared.release)


def _release(text: str) -> Release:
    try:
        return parse_release(text)
    except ValueError as error:
        raise Misconfigured(f"--release: {error}") from error


def _ruling(text: str) -> tuple[str, str]:
    point, _, reading = text.partition("=")
    try:
        law.rulings({point: reading})
    except law.LawError as error:
        raise Misconfigured(f"--reading: {error}") from error
    return point, reading


def _progress() -> Callable[[int, bool], None]:
    """For somebody who waits, and for nobody else."""
    return _show if sys.stderr.isatty() else lambda _, __: None


def _show(played: int, shortening: bool) -> None:
    words = ", and one that went apart is being made shorter" if shortening else ""
    typer.echo(f"\r\033[K{played} sequences{words}", nl=False, err=True)


def _show_nothing() -> None:
    if sys.stderr.isatty():
        typer.echo("\r\033[K", nl=False, err=True)


def _text(found: Exploration) -> str:
    return "\n".join(_lines(found))


def _lines(found: Exploration) -> Iterator[str]:
    if found.finding:
        yield from _of_a_finding(found.finding)
        yield ""
    for kind, times in found.asked.items():
        yield f"{kind}: {times}"
    if found.left_out:
        yield "Left out"
        yield from (f"  {kind}: {reason}" for kind, reason in found.left_out.items())
    for reason, times in found.undecided.items():
        yield f"broken off, {times} times: {reason}"
    yield f"seed {found.seed}, {found.sequences} sequences of at most {found.steps} events: {_conclusion(found)}"


def _of_a_finding(finding: Finding) -> Iterator[str]:
    yield f"expected  {finding.expected}"
    yield f"observed  {finding.observed}"
    if not finding.replayed:
        yield "once      played again, the scenario did not fail: the system does not always answer alike"
    yield ""
    yield f"At the end of {finding.place}, under {finding.clause}:" if finding.place else "Under a Rule of a feature:"
    yield ""
    yield finding.scenario.rstrip()


def _conclusion(found: Exploration) -> str:
    match found.exit_code:
        case 0:
            return "no disagreement"
        case 10:
            return "the system and the reference disagree"
        case _:
            return "no disagreement in what could be asked, which was not all" if found.asked else "nothing was asked"
