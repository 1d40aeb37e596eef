"""`mp107`, which `python -m commands` is as well."""

import typer

from commands.audit import audit
from commands.check_adapter import check_adapter
from commands.diff import diff
from commands.explain import explain
from commands.explore import explore
from commands.faults import faults
from commands.kill_matrix import kill_matrix
from commands.pki import pki
from commands.preflight import preflight
from commands.prove import prove
from commands.run import run
from commands.serve import serve
from commands.stage_report import stage_report
from commands.update_check import update_check
from commands.verify import verify
from sut_adapters.ending import to_its_end

app = typer.Typer(
    name="mp107",
    help="SEC Modification SECMP0107 as something you can run: ask a system, clause by clause, whether it conforms.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(run)
app.command()(verify)
app.command()(diff)
app.command("stage-report")(stage_report)
app.command()(explain)
app.command()(serve)
app.command()(pki)
app.command()(preflight)
app.command()(check_adapter)
app.command()(faults)
app.command()(kill_matrix)
app.command()(prove)
app.command()(explore)
app.command("update-check")(update_check)
app.command()(audit)


def main() -> None:
    """The entry point of the console script."""
    to_its_end("mp107", lambda: app(prog_name="mp107"))


if __name__ == "__main__":
    main()
