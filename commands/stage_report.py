"""`mp107 stage-report`: one completion report of a stage over many packs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from commands.run import EVIDENCE
from harness.display import printable
from harness.evidence_folder import added_to
from harness.signatures import read_certificate
from reports.stage import NotUsable, Stage, as_json, combined, document, read_packs
from reports.stage.paper import missing
from sut_adapters.trouble import Misconfigured

CONFIGURATION = 12


def stage_report(
    pack: Annotated[list[Path], typer.Argument(metavar="PACK...", help="Zips or folders that --pack has left.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where stage-report.pdf and .json go (reports/latest). Nothing is emptied."),
    ] = None,
    certificate: Annotated[
        list[Path] | None,
        typer.Option(metavar="CERT", help="A tester's certificate; may be repeated. Each pack has to be by one."),
    ] = None,
    as_json_: Annotated[bool, typer.Option("--json", help="stage-report.json on standard output as well.")] = False,
) -> None:
    """Add up the runs of one stage: several S1SPs, release states, builds and Users.

    Every pack is verified first. A retest continues the earlier run of the same system, and the history is shown. The
    worst verdict decides, and a component, a release state or a scenario that no pack shows makes the stage incomplete
    at best. Without a certificate no signature is checked, and the report says so.

    Exit: as run, of the stage; 12 also for a pack that is damaged, of another stage, or not by a certificate given.

    Example: mp107 stage-report evidence-sit-*.zip --certificate tester.pem
    """
    try:
        trusted = [read_certificate(path) for path in certificate or ()]
        stage = combined(read_packs(pack, trusted))
        folder = added_to(out or EVIDENCE)
        (folder / "stage-report.json").write_bytes(as_json(stage))
        (folder / "stage-report.pdf").write_bytes(document(stage))
    except (Misconfigured, NotUsable) as error:
        for line in str(error).splitlines():
            typer.echo(printable(f"mp107 stage-report: {line}"), err=True)
        raise typer.Exit(CONFIGURATION) from error
    except OSError as error:
        typer.echo(printable(f"mp107 stage-report: --out {error.filename}: {error.strerror}"), err=True)
        raise typer.Exit(CONFIGURATION) from error
    typer.echo(
        as_json(stage).decode() if as_json_ else "\n".join(map(printable, _lines(stage, folder))), nl=not as_json_
    )
    raise typer.Exit(stage.record.exit_code)


def _lines(stage: Stage, folder: Path) -> Iterator[str]:
    for number, pack in enumerate(stage.packs, start=1):
        record = pack.record
        yield f"{number}. {pack.name}: {record.verdict} at {record.release or 'states that the suite switched'}"
    yield from missing(stage)
    yield ", ".join(f"{count} {verdict}" for verdict, count in reversed(list(stage.record.counts.items())))
    yield f"{stage.record.verdict} (exit {stage.record.exit_code})"
    yield stage.record.claim
    yield f"report in {folder / 'stage-report.pdf'} and .json"
