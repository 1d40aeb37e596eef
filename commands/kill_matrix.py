"""`mp107 kill-matrix`: every scenario against every faulty build."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from commands.run import ROOT
from harness.evidence_folder import added_to
from proof import kill_run
from proof.kill_matrix import LAW, Catalogue
from proof.kill_record import SUITE_ERROR, KillRecord, Strength
from proof.update_trials import UPDATES
from reports import kill_matrix as tables
from reports import kill_matrix_html
from rulebook.law import LawError
from sut_adapters.faulty import Fault
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12
NAMED = (Strength.WEAKLY_FORCED, Strength.UNFORCED)
"""Whose clauses are named: somebody may want to do something about them."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """One of the two: what stands in its columns, what its files are called, and how often a log is told of it."""

    catalogue: Catalogue
    stem: str
    a_few: int


MATRICES: Mapping[int, Matrix] = {
    1: Matrix(LAW, "kill-matrix", 25),
    2: Matrix(UPDATES, "update-kill-matrix", 1),
}
"""By requirement; message integrity is with the first."""

WRITERS = {"json": tables.as_json, "csv": tables.as_csv, "html": kill_matrix_html.document}


def kill_matrix(
    fault: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this build; may be repeated. `mp107 faults` has them."),
    ] = None,
    requirement: Annotated[
        int, typer.Option(min=1, max=2, help="2: the faulty one-off updates, into update-kill-matrix.*; some minutes.")
    ] = 1,
    seed: Annotated[int, typer.Option(help="The seed of all data that no scenario mentions.")] = kill_run.SEED,
    json_: Annotated[bool, typer.Option("--json", help="The JSON on standard output as well.")] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the .html, .csv and .json go (reports/latest).")
    ] = None,
) -> None:
    """Play every scenario against every faulty build, and show which catches which.

    A build is caught by a FAIL of a scenario that is about the clause it breaks, and by the near miss of the limb. An
    evidence folder keeps what else is in it. Requirement 2 has a matrix of its own: `python -m data_update.faulty` has
    its columns.

    Exit: 0 where every build is caught and every scenario catches one; 10 where not; 12 configuration; 13 suite error.

    Example: mp107 kill-matrix --fault exemption-for-every-request
    """
    matrix = MATRICES[requirement]
    progress = _show if sys.stderr.isatty() else partial(_note, matrix.a_few)
    try:
        chosen = [_found(matrix.catalogue.find, name) for name in dict.fromkeys(fault or ())] or None
        folder = added_to(out or ROOT / "reports" / "latest")
        record = kill_run.kill_matrix(chosen, catalogue=matrix.catalogue, seed=seed, progress=progress)
    except (Misconfigured, LawError) as error:
        typer.echo(f"mp107 kill-matrix: {error}", err=True)
        raise typer.Exit(SUITE_ERROR if isinstance(error, LawError) else CONFIGURATION) from error
    page = folder / f"{matrix.stem}.html"
    for ending, written in WRITERS.items():
        page.with_suffix(f".{ending}").write_bytes(written(record))
    typer.echo(tables.as_json(record).decode() if json_ else "\n".join(_lines(record, page)))
    raise typer.Exit(record.exit_code)


def _found(find: Callable[[str], Fault], name: str) -> Fault:
    try:
        return find(name)
    except Misconfigured as unknown:
        raise Misconfigured(f"--fault: {unknown}") from unknown


def _show(done: int, total: int) -> None:
    typer.echo(f"\r\033[K{done} of {total} builds" if done < total else "\r\033[K", nl=False, err=True)


def _note(a_few: int, done: int, total: int) -> None:
    """A line now and then, for a log."""
    if done % a_few == 0 and done < total:
        typer.echo(f"{done} of {total} builds", err=True)


def _lines(record: KillRecord, page: Path) -> Iterator[str]:
    yield from record.problems
    for fault in record.survivors:
        yield f"survives: {fault.name} ({fault.limb or fault.clause}): {fault.survives}"
    for fault in record.faults:
        if fault.unplayed:
            yield f"not played here: {fault.name}: {fault.unplayed}"
    for row in record.idle:
        yield f"catches nothing: {row.id}"
    if record.partial:
        yield from (f"{fault.name}: caught by {len(fault.catchers)} scenarios" for fault in record.faults)
    for strength in Strength:
        named = [clause.id for clause in record.clauses if clause.strength is strength]
        yield f"{strength}: {len(named)} clauses" + (f" ({', '.join(named)})" if strength in NAMED and named else "")
    caught = sum(row.catches for row in record.scenarios)
    yield f"{len(record.faults)} builds, {len(record.scenarios)} scenarios, {caught} catches, {record.duration_s:.0f} s"
    yield _conclusion(record)
    yield f"seed {record.seed}, evidence in {page}, .csv and .json"


def _conclusion(record: KillRecord) -> str:
    if record.problems:
        return "the suite itself is at fault; the matrix shows nothing"
    if record.survivors or record.idle:
        return f"{len(record.survivors)} builds survive, {len(record.idle)} scenarios catch nothing"
    unplayed = any(fault.unplayed for fault in record.faults)
    caught = "every build that can be played here is caught" if unplayed else "every build is caught"
    return caught + ("" if record.partial else ", and every scenario catches one")
