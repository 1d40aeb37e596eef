"""`python -m interop check`, `schemas` and `allure`: what `make interop`, `make schemas` and `make allure` call."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from interop import allure_report
from interop import templates as genuine
from interop.accepted import accepted
from interop.acted_on import acted_on
from interop.observation import Observation, show, summed_up
from interop.packages import SIGN_WRAP, TEMPLATES, Unavailable, unpacked
from interop.parsed import parsed
from interop.schemas import take_out
from interop.tool import found
from interop.verified import verified
from sut_adapters.smki.mint import mint

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / ".interop"
WRONG, MISSING = 10, 12
PIPED = 140

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
Folder = Annotated[Path, typer.Option(metavar="DIR", help="Where the packages are kept.")]
Part = tuple[str, Callable[[], list[Observation]]]


@app.command()
def check(folder: Folder = PACKAGES) -> None:
    """Try the wire on the DCC's own tool and templates. Exit 0 also where a tool is missing; 10 for a failed check."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else PIPED)
    try:
        tool = found(unpacked(SIGN_WRAP, folder), folder / "tool")
        templates = genuine.read(unpacked(TEMPLATES, folder))
        pki = mint()
        parts: tuple[Part, ...] = (
            ("(a) The DCC's tool accepts every kind of message that is signed here", lambda: accepted(tool, pki)),
            ("(b) What the DCC's tool signs is verified here", lambda: verified(tool, templates)),
            ("(c) The DCC's request templates are read, or refused by name", lambda: parsed(templates, pki)),
            ("(d) The 6.15.1 template is acted on by plain HTTP", lambda: acted_on(tool, templates, pki)),
        )
        seen: list[Observation] = []
        for title, observe in parts:
            with console.status(title):
                observations = observe()
            show(console, title, observations)
            seen += observations
    except Unavailable as missing:
        console.print(f"make interop: nothing more was checked: {missing}")
        return
    console.print("", summed_up(seen), sep="\n")
    if not all(observation.holds for observation in seen):
        raise typer.Exit(WRONG)


@app.command()
def schemas(
    target: Annotated[Path, typer.Argument(metavar="DIR", help="Where the schemas go.")] = ROOT / "duis-schemas",
    folder: Folder = PACKAGES,
) -> None:
    """Take the schemas of DUIS 5.1 out of the DCC's npm package. Exit 12 where it cannot be had."""
    try:
        taken = take_out(folder, target)
    except Unavailable as missing:
        typer.echo(f"make schemas: {missing}", err=True)
        raise typer.Exit(MISSING) from missing
    typer.echo(f"{len(taken)} files of DUIS 5.1 in {target}; name it: export MP107_DUIS_DIR={target}")


@app.command()
def allure(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The evidence of the run.")] = ROOT / "reports" / "latest",
    folder: Folder = PACKAGES,
) -> None:
    """Make `allure.html` of the results in an evidence folder. Exit 12 where anything is missing."""
    try:
        page = allure_report.report(out / "allure-results", folder / "allure")
    except Unavailable as missing:
        typer.echo(f"make allure: {missing}", err=True)
        raise typer.Exit(MISSING) from missing
    (out / "allure.html").write_text(page, encoding="utf-8")
    typer.echo(f"{out / 'allure.html'}, which loads nothing from anywhere")


if __name__ == "__main__":
    app()
