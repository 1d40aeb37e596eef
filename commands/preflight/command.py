"""`mp107 preflight`: the command line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.preflight.needs import needs_of
from commands.preflight.output import as_json, show
from harness import profile as harness_profile
from harness.corpus import ScenarioText, read_corpus
from harness.selection import for_system, in_scope
from harness.set_aside import set_aside_by
from harness.stages import Boundary, Stage
from rulebook.law import LawError
from rulebook.law import rulings as ruled
from rulebook.vocabulary import Rulings
from sut_adapters.duis.preflight import Needs, State, looked_over
from sut_adapters.duis.profile import Profile, read_profile
from sut_adapters.duis.profile_schema import Environment
from sut_adapters.duis.schemas import Schemas, schemas_from
from sut_adapters.trouble import Misconfigured

FEATURES = Path(__file__).absolute().parent.parent.parent / "features"
FAULTS, CONFIGURATION = 10, 12
SHARED_LEAVES_OUT = "simulator-only"


def preflight(
    profile: Annotated[Path, typer.Argument(metavar="PROFILE", help="The profile of a run with --sut duis:PROFILE.")],
    duis_schemas: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder with the DUIS schemas (MP107_DUIS_DIR).")
    ] = None,
    stage: Annotated[Stage | None, typer.Option(help="What the scenarios of one test stage need.")] = None,
    boundary: Annotated[Boundary | None, typer.Option(help="Which component is to be under test.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="The same content for a machine.")] = False,
) -> None:
    """Look over everything that a run against a real endpoint needs, and say what to mend.

    Sends nothing but requests that change nothing. Says nothing about the system's conformance.

    Exit: 0 a run can begin; 10 there is something to mend; 12 the profile cannot be used; 2 for a wrong command line.

    Example: mp107 preflight simulator.toml --stage sit
    """
    try:
        read, schemas, rulings, needs = _prepared(profile, duis_schemas, stage, boundary)
    except Misconfigured as error:
        typer.echo(f"mp107 preflight: {error}", err=True)
        raise typer.Exit(CONFIGURATION) from error
    findings = list(looked_over(read, needs, rulings, schemas))
    exit_code = FAULTS if any(finding.state is State.FAULT for finding in findings) else 0
    if json_:
        typer.echo(as_json(str(profile), findings, exit_code))
    else:
        show(findings, Console(highlight=False))
    raise typer.Exit(exit_code)


def _prepared(
    file: Path, schemas: Path | None, stage: Stage | None, boundary: Boundary | None
) -> tuple[Profile, Schemas | None, Rulings, Needs]:
    declared, read = harness_profile.read_profile(file), read_profile(file)
    try:
        rulings = ruled(dict(declared.readings))
    except LawError as error:
        raise Misconfigured(f"{file}: readings: {error}") from error
    found = schemas_from(schemas) if schemas else None
    chosen = list(_chosen(declared, read, rulings, stage, boundary))
    with _progress(len(chosen)) as advance:
        return read, found, rulings, needs_of(chosen, rulings, advance)


def _chosen(
    declared: harness_profile.Profile, read: Profile, rulings: Rulings, stage: Stage | None, boundary: Boundary | None
) -> Iterator[ScenarioText]:
    """The scenarios that a run would ask, as far as the profile says."""
    for scenario in in_scope(for_system(read_corpus(FEATURES).scenarios, "duis"), stage, boundary):
        shared = read.environment is not Environment.SIMULATOR and SHARED_LEAVES_OUT in scenario.tags
        if not (shared or declared.why_not(scenario) or set_aside_by(scenario, rulings)):
            yield scenario


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("What the scenarios need", total=total)
        yield lambda: progress.advance(task)
