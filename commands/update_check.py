"""`mp107 update-check`: writes down how somebody's one-off update is tried, and tries it by the usual run."""

from pathlib import Path
from typing import Annotated

import typer

from commands import update_options as options
from commands.check_file import HEADER, written_check
from commands.run import run
from harness.stages import Stage
from sut_adapters.s1sp_database.check import read_check
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12


def update_check(
    address: Annotated[
        list[str] | None,
        typer.Argument(metavar="ADDRESS...", help="Only a clause (fia-3.3.2), a family or a scenario; all if none."),
    ] = None,
    database: Annotated[
        list[str] | None,
        typer.Option(
            metavar="S1SP1=URL",
            help="An empty database of each S1SP, or one bare URL for all. Temporary SQLite files if none is given.",
        ),
    ] = None,
    command: Annotated[
        str | None, typer.Option(metavar="CMD", help="How the update is started. The reference update if not given.")
    ] = None,
    population: Annotated[
        str | None, typer.Option(metavar="fia|N", help="The FIA's figures among a million, or so many devices.")
    ] = None,
    schema_map: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What the tables and columns are called, in TOML.")
    ] = None,
    claim: Annotated[
        list[str] | None, typer.Option(metavar="tier2", help="Dry run, second run, resume, roll-back and journal too.")
    ] = None,
    limit: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="How long the update may take at most.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The seed of the population, and of what no scenario mentions.")] = 107,
    check: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the check is written (CHECK.toml), to be run again.")
    ] = None,
    stage: Annotated[Stage | None, typer.Option(help="Only the scenarios of one test stage.")] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the evidence goes, emptied first (reports/latest).")
    ] = None,
    pack: Annotated[bool, typer.Option("--pack", help="Every report, a manifest, and one zip with all of it.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No table by clause.")] = False,
) -> None:
    """Try a one-off update (Requirement 2) on databases that are filled for it, and judge what it changed.

    The databases are emptied and filled again and again: name none that anybody needs. One that is not empty at first
    is refused. docs/update-check.md says what the command is told.

    Exit: as of mp107 run.

    Example: mp107 update-check --database sqlite:///s1sps.sqlite --command "./update.sh --fast" --claim tier2
    """
    file = (check or Path("CHECK.toml")).absolute()
    try:
        content = {
            "command": options.words(command),
            "start_in": None if file.parent == Path.cwd() else str(Path.cwd()),
            **options.urls(database or ()),
            "schema_map": options.schema_map(schema_map, command),
            "population": options.population(population, seed),
            "seed": seed,
            "claims": options.claims(claim),
            "command_s": options.limit(limit),
        }
        _write(file, content)
    except Misconfigured as error:
        typer.echo(f"mp107 update-check: {error}", err=True)
        raise typer.Exit(CONFIGURATION) from error
    run(address, sut=f"s1sp-db:{file}", stage=stage, seed=seed, out=out, pack=pack, quiet=quiet)


def _write(file: Path, content: dict[str, object]) -> None:
    """Over an earlier one, and over nothing else; a check that would be refused is not left behind."""
    try:
        earlier = file.read_text(encoding="utf-8") if file.exists() else None
        if earlier is not None and not earlier.startswith(HEADER):
            raise Misconfigured(f"{file}: is no check that this command wrote; name another by --check")
        file.touch(mode=0o600)
        file.write_text(written_check(content), encoding="utf-8")
        try:
            read_check(file)
        except Misconfigured:
            file.unlink() if earlier is None else file.write_text(earlier, encoding="utf-8")
            raise
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(
            f"{file}: cannot be written: {getattr(error, 'strerror', None) or error}; name another by --check"
        ) from error
