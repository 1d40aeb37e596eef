"""What the evidence of a run costs against the number of its scenarios, with Allure's page of the same beside it."""

import resource
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Group
from rich.table import Table

from harness.record import RunRecord
from interop.allure_report import report
from interop.packages import Unavailable
from reports import allure_gherkin, cucumber, exchanges, html, pdf, verdict_json
from reports.discretion import discreet
from tests.benchmarks.pack_record import run_of

COUNTS = (250, 500, 1000)
ROUNDS = 3
ROOT = Path(__file__).absolute().parents[2]
MEGA = 1_000_000

WRITERS: Mapping[str, Callable[[RunRecord], bytes]] = {
    "index.html": html.document,
    "verdict.json": verdict_json.document,
    "messages.ndjson": cucumber.document,
    "report.pdf": pdf.document,
}


def pack_cost() -> Group:
    """Seconds of processor time for each part, how the cost of a scenario grows, and sizes."""
    table = Table("part")
    for count in COUNTS:
        table.add_column(f"{count} scenarios", justify="right")
    table.add_column("growth of the cost of one", justify="right")
    table.add_column(f"size at {COUNTS[-1]}", justify="right")
    records = {count: run_of(count) for count in COUNTS}
    for name, work in _works().items():
        costs = {count: _cost(work, record) for count, record in records.items()}
        growth = (costs[COUNTS[-1]] / COUNTS[-1]) / (costs[COUNTS[0]] / COUNTS[0])
        size = f"{len(WRITERS[name](records[COUNTS[-1]])) / MEGA:.1f} MB" if name in WRITERS else ""
        table.add_row(name, *(f"{cost:.2f} s" for cost in costs.values()), f"{growth:.2f}", size)
    messages = sum(len(exchange.messages) for one in records[COUNTS[-1]].scenarios for exchange in one.exchanges)
    title = f"The evidence of a run over the wire, {messages / COUNTS[-1]:.0f} messages a scenario, of the processor:"
    return Group(title, table, f"Best of {ROUNDS}. {_allure(records[COUNTS[-1]])}")


def _works() -> Mapping[str, Callable[[RunRecord], object]]:
    return {**WRITERS, "without secrets": discreet, "exchanges/": _exchanges}


def _exchanges(record: RunRecord) -> None:
    with TemporaryDirectory() as folder:
        exchanges.write(record, Path(folder, "exchanges"))


def _cost(work: Callable[[RunRecord], object], record: RunRecord) -> float:
    def once() -> float:
        began = time.process_time()
        work(record)
        return time.process_time() - began

    return min(once() for _ in range(ROUNDS))


def _allure(record: RunRecord) -> str:
    """The same run as one page of Allure 3; its cost is that of Node and whatever it starts."""
    with TemporaryDirectory() as folder:
        allure_gherkin.write(record, Path(folder, "results"))
        began = _of_children()
        try:
            page = report(Path(folder, "results"), ROOT / ".interop" / "allure")
        except Unavailable as missing:
            return f"Allure's page was not made: {missing}"
    return (
        f"Allure's page of {COUNTS[-1]}, without messages: {_of_children() - began:.2f} s, {len(page) / MEGA:.1f} MB."
    )


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
