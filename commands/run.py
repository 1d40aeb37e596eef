"""`mp107 run`: a thin invocation of pytest, which plain `pytest` with the same options equals."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from commands.evidence import borne_out, stamp
from harness.stages import Boundary, Stage
from harness.verdicts import exit_code_for

ROOT = Path(__file__).absolute().parent.parent
EVIDENCE = ROOT / "reports" / "latest"
PYTEST = ("-m", "commands.conformance", "--no-header", "-p", "no:cacheprovider", "test_conformance.py")


def run(
    address: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ADDRESS...",
            help="A clause (srpd-6.2.d), a family of clauses (srpd-6.2) or a scenario (its id); all if none is given.",
        ),
    ] = None,
    sut: Annotated[str, typer.Option(metavar="NAME[:ARG]", help="The system under test.")] = "reference",
    profile: Annotated[Path | None, typer.Option(metavar="FILE", help="Release state, rulings, exclusions.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="Only the scenarios of one test stage.")] = None,
    boundary: Annotated[Boundary | None, typer.Option(help="Which component is under test.")] = None,
    release: Annotated[
        str | None, typer.Option(metavar="STATE", help="The state it is in: on, off, or DSP=on,S1SP1=off,...")
    ] = None,
    reading: Annotated[
        list[str] | None, typer.Option(metavar="POINT=READING", help="Rule an open point; may be repeated.")
    ] = None,
    duis_schemas: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder with the DUIS schemas (MP107_DUIS_DIR).")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="The seed of all data that no scenario mentions.")] = None,
    mark: Annotated[str | None, typer.Option("-m", metavar="TAGS", help="Only what these tags select.")] = None,
    keyword: Annotated[str | None, typer.Option("-k", metavar="WORDS", help="Only what these words select.")] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the evidence goes, emptied first (reports/latest).")
    ] = None,
    pack: Annotated[bool, typer.Option("--pack", help="Every report, a manifest, and one zip with all of it.")] = False,
    sign_key: Annotated[Path | None, typer.Option(metavar="FILE", help="The key to sign the pack with.")] = None,
    sign_certificate: Annotated[Path | None, typer.Option(metavar="FILE", help="The certificate of that key.")] = None,
    certify: Annotated[
        bool, typer.Option("--certify", help="A certified run: everything, unchanged, by the Board's nonce.")
    ] = False,
    nonce: Annotated[str | None, typer.Option(metavar="N", help="The Board's nonce of a certified run.")] = None,
    waivers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The Board's waivers, signed in FILE.p7s.")
    ] = None,
    board_certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The certificate that the waivers are signed with.")
    ] = None,
    summary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a summary in Markdown, for a pull request.")
    ] = None,
    annotations: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write each failure as a workflow command of GitHub.")
    ] = None,
    pseudonymise: Annotated[
        bool, typer.Option("--pseudonymise", help="Device ids and meter points as tokens in all evidence.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No table by clause.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="One line for each scenario.")] = False,
) -> None:
    """Ask a system under test every scenario, say what it came to, and leave the evidence.

    A refusal counts only if its control was accepted, so that controls come along with whatever is selected.

    Exit: 0 conformant; 10 not; 11 incomplete; 12 configuration; 13 suite error; 14 stale waiver; 2 usage.

    Example: mp107 run srpd-6.2.d --sut reference --release DSP=on,S1SP1=on
    """
    files = {
        "--profile": profile,
        "--duis-schemas": duis_schemas,
        "--out": out,
        "--sign-key": sign_key,
        "--sign-certificate": sign_certificate,
        "--waivers": waivers,
        "--board-certificate": board_certificate,
        "--summary": summary,
        "--annotations": annotations,
    }
    options = {
        "--sut": _with_path_of_caller(sut),
        "--stage": stage,
        "--boundary": boundary,
        "--release": release,
        "--seed": seed,
        "--nonce": nonce,
        **{name: path and path.absolute() for name, path in files.items()},
    }
    switches = {"--pack": pack, "--certify": certify, "--pseudonymise": pseudonymise}
    arguments = [f"{name}={value}" for name, value in options.items() if value is not None]
    arguments += [name for name, wanted in switches.items() if wanted]
    arguments += [f"--reading={one}" for one in reading or ()] + [f"--address={one}" for one in address or ()]
    arguments += [f"-m={mark}"] if mark else []
    arguments += [f"-k={keyword}"] if keyword else []
    arguments += ["-q"] if quiet else ["-v"] if verbose else []
    raise typer.Exit(_pytest(arguments, out.absolute() if out else EVIDENCE))


def _with_path_of_caller(sut: str) -> str:
    """The run happens in the project's own folder, so a file that the caller names needs its whole path."""
    name, colon, argument = sut.partition(":")
    return f"{name}:{Path(argument).absolute()}" if argument and Path(argument).exists() else f"{name}{colon}{argument}"


def _pytest(arguments: Sequence[str], folder: Path) -> int:
    """The run's exit code, borne out by its evidence.

    An interrupt reaches pytest as well, which ends the run and writes the evidence.
    """
    earlier = stamp(folder)
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    command = [sys.executable, *PYTEST, *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: S603  this Python and pytest, no shell between
    while True:
        try:
            return borne_out(exit_code_for(process.wait()), folder, earlier)
        except KeyboardInterrupt:
            continue
