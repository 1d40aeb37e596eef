"""`mp107 update-check`: writes down how somebody's one-off update is tried, and tries it by the usual run."""

import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from commands.check_file import HEADER, written_check
from commands.run import ROOT, run
from harness.stages import Stage
from rulebook.vocabulary import S1SPS
from sut_adapters.s1sp_database.check import FIA, TIER_2, read_check
from sut_adapters.s1sp_database.connecting import anchored, parsed_url, sqlite_url
from sut_adapters.s1sp_database.mapping import read_map
from sut_adapters.s1sp_database.population_layout import sized
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12
REFERENCE = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from data_update.command import main; main()"
"""The reference update, wherever it is called from and whether or not it is installed."""


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
    with ExitStack() as kept:
        try:
            urls = _urls(database or _temporary(kept))
            file = _file(check, kept, temporary=not database)
            content = {
                "command": _words(command),
                **urls,
                "schema_map": _schema_map(schema_map),
                "population": _population(population, seed),
                "seed": seed,
                "claims": _claims(claim),
                "command_s": limit,
            }
            _write(file, content)
        except Misconfigured as error:
            typer.echo(f"mp107 update-check: {error}", err=True)
            raise typer.Exit(CONFIGURATION) from error
        run(address, sut=f"s1sp-db:{file}", stage=stage, seed=seed, out=out, pack=pack, quiet=quiet)


def _temporary(kept: ExitStack) -> Sequence[str]:
    folder = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="mp107-", ignore_cleanup_errors=True)))
    return [f"{s1sp}={sqlite_url(folder / f'{s1sp}.sqlite')}" for s1sp in S1SPS]


def _urls(given: Sequence[str]) -> dict[str, object]:
    """Either one bare URL or one for each S1SP; which of them are missing the check says itself."""
    names = {s1sp.value for s1sp in S1SPS}
    named = [one.partition("=")[::2] for one in given if one.partition("=")[0] in names]
    bare = [one for one in given if one.partition("=")[0] not in names]
    if len(bare) > 1 or (bare and named):
        raise Misconfigured("--database: give one bare URL for all S1SPs, or S1SP1=URL, S1SP2=URL and S1SP3=URL")
    if len({name for name, _ in named}) < len(named):
        raise Misconfigured("--database: an S1SP stands twice; give each one database")
    for url in (*bare, *(url for _, url in named)):
        parsed_url(url, "--database")
    here = Path.cwd()
    if bare:
        return {"database": anchored(bare[0], here)}
    return {"databases": {s1sp: anchored(url, here) for s1sp, url in named}}


def _words(command: str | None) -> list[str]:
    """A program beside the caller is meant by its whole path, from wherever the check is run again."""
    if command is None:
        return [sys.executable, "-c", REFERENCE]
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise Misconfigured(f"--command: {error}; quote it as a shell would") from error
    if not words:
        raise Misconfigured("--command: is empty; name a program")
    first, *rest = words
    beside = Path(first).absolute()
    if not beside.is_file() and shutil.which(first) is None:
        raise Misconfigured(f"--command: {first}: there is no such program; name one that can be started")
    return [str(beside) if beside.is_file() else first, *rest]


def _schema_map(given: Path | None) -> str | None:
    if given is None:
        return None
    try:
        read_map(given)
    except Misconfigured as error:
        raise Misconfigured(f"--schema-map: {error}") from error
    return str(given.absolute())


def _population(given: str | None, seed: int) -> str | int | None:
    if given is None or given == FIA:
        return given
    if not given.isdecimal():
        raise Misconfigured(f"--population: {given[:40]!a} is neither fia nor a number of devices")
    try:
        sized(int(given), seed)
    except Misconfigured as error:
        raise Misconfigured(f"--population: {error}") from error
    return int(given)


def _claims(given: Sequence[str] | None) -> Sequence[str] | None:
    for one in given or ():
        if one != TIER_2:
            raise Misconfigured(f"--claim: {one[:40]!a} is no claim; {TIER_2} is the only one")
    return given or None


def _file(check: Path | None, kept: ExitStack, *, temporary: bool) -> Path:
    if check is None and temporary:
        folder = tempfile.TemporaryDirectory(prefix="mp107-", ignore_cleanup_errors=True)
        return Path(kept.enter_context(folder)) / "CHECK.toml"
    return (check or Path("CHECK.toml")).absolute()


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
        raise Misconfigured(f"{file}: cannot be written: {error}; name another by --check") from error
