"""`mp107`, which `python -m commands` is as well."""

import typer

from commands.explain import explain
from commands.run import run

app = typer.Typer(
    name="mp107",
    help="SEC Modification SECMP0107 as something you can run: ask a system, clause by clause, whether it conforms.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(run)
app.command()(explain)


def main() -> None:
    """The entry point of the console script."""
    app(prog_name="mp107")


if __name__ == "__main__":
    main()
