"""What a person at a terminal sees: progress while it runs, and at the end the verdict and what to do about it."""

import io
import os
from collections.abc import Generator

import pytest
from rich.console import Console, RenderableType
from rich.text import Text

from harness.display import by_clause, disagreements, outcome, printable, remarks
from harness.record import RunRecord
from harness.rewording import reworded
from harness.secrets import secrets
from harness.session import Run, run_of
from harness.verdicts import Verdict

LETTERS = {
    Verdict.SUITE_ERROR: "E",
    Verdict.CONFIG_ERROR: "C",
    Verdict.FAIL: "F",
    Verdict.INCONCLUSIVE: "?",
    Verdict.NOT_EXERCISED: "n",
    Verdict.WAIVED: "w",
    Verdict.NOT_APPLICABLE: "-",
}
FAILED = (Verdict.SUITE_ERROR, Verdict.CONFIG_ERROR, Verdict.FAIL)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What `-k` or `-m` left out and a negative brought back is not deselected."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and "deselected" in reporter.stats:
        kept = set(session.items)
        reporter.stats["deselected"] = [item for item in reporter.stats["deselected"] if item not in kept]


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    run = run_of(config)
    chosen = f"{len(run.chosen)} of {len(run.in_scope)} scenarios"
    return [f"mp107: {chosen}, system under test {run.options.sut}, seed {run.options.seed}"] if run.conformance else []


@pytest.hookimpl(tryfirst=True)
def pytest_report_teststatus(report: pytest.CollectReport | pytest.TestReport) -> tuple[str, str, str] | None:
    """A category of its own for each verdict, so that pytest prints no traceback for it."""
    verdict = dict(getattr(report, "user_properties", ())).get("verdict")
    return (verdict, LETTERS[Verdict(verdict)], verdict) if verdict else None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> Generator[None, None, None]:
    yield
    run = run_of(config)
    if run.record is None:
        return
    _recount(terminalreporter.stats, run)
    tracebacks = _tracebacks(terminalreporter) if config.getoption("verbose") > 0 else []
    _count_once(terminalreporter.stats)
    record = reworded(run.record, secrets(os.environ, *run.described_in).without)
    shown = [*tracebacks, *closing_words(record, run, brief=config.getoption("verbose") < 0)]
    terminalreporter.write(_rendered(shown, terminalreporter._tw.fullwidth, colours=terminalreporter.hasmarkup))


def closing_words(record: RunRecord, run: Run, *, brief: bool = False) -> list[RenderableType]:
    """Everything that is said at the end; `brief` leaves out the table by clause."""
    table = [] if brief or not record.scenarios else [by_clause(record)]
    shown: list[RenderableType] = ["", *table, *disagreements(record, run.options.rerun), *remarks(record)]
    unsigned = [f"the waivers count for nothing: {run.waivers.unsigned}"] if run.waivers.unsigned else []
    return [*shown, *map(printable, unsigned), *outcome(record, run.folder), *_pack(run)]


def _pack(run: Run) -> list[str]:
    """The zip that was written, and whether anybody signed it."""
    wanted = run.options.evidence
    found = sorted(run.folder.glob("evidence-*.zip")) if run.folder and wanted.pack else []
    return [f"{path.name}, {'signed' if wanted.sign_key else 'unsigned'}" for path in found]


def _recount(stats: dict[str, list[pytest.TestReport]], run: Run) -> None:
    """So that pytest's own last line counts what the controls changed, and is red when it should be."""
    final = {node: run.record_of(node) for node in run.bound}
    for report in list(stats.get("passed", ())):
        record = final.get(report.nodeid)
        if record and record.verdict is not Verdict.PASS:
            stats["passed"].remove(report)
            stats.setdefault(str(record.verdict), []).append(report)
    for verdict in FAILED:
        if reports := stats.pop(str(verdict), []):
            stats.setdefault("failed", []).extend(reports)


def _count_once(stats: dict[str, list[pytest.TestReport]]) -> None:
    """A scenario that goes wrong, and whose clearing up does as well, is one in pytest's own last line."""
    for category in {"failed", *map(str, Verdict)} & stats.keys():
        stats[category] = list({report.nodeid: report for report in reversed(stats[category])}.values())


def _tracebacks(reporter: pytest.TerminalReporter) -> list[RenderableType]:
    """Of the suite's own errors, for whoever mends the suite."""
    ours = ("verdict", str(Verdict.SUITE_ERROR))
    found = [report for report in reporter.stats.get("failed", ()) if ours in report.user_properties]
    return [text for report in found for title, text in report.sections if title == "traceback"]


def _rendered(shown: list[RenderableType], width: int, *, colours: bool) -> str:
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, force_terminal=colours, no_color=not colours, highlight=False)
    for one in shown:
        console.print(one, markup=False, soft_wrap=isinstance(one, str | Text))
    return buffer.getvalue()
