"""A run in a few lines that are the same each time: its exit code, its verdict, its claim, and every scenario's."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.harness.conftest import Finished

GOLDEN = Path(__file__).parent / "runs"
WIDTH = 14
LINE_NUMBER = re.compile(r"\.py:\d+")


def summary(ended: Finished, project: Path) -> str:
    """For people to review when it changes; paths of the machine are left out."""
    return "\n".join(_lines(ended)).replace(str(project.parent), "...") + "\n"


def _lines(ended: Finished) -> Iterator[str]:
    yield f"exit {ended.code}"
    if not (ended.folder / "verdict.json").exists():
        yield "no verdict.json"
        yield from (line for line in ended.said.splitlines() if line.startswith("ERROR: "))
        return
    record = ended.record
    yield f"{record.verdict}, worst {record.worst}: {record.claim}"
    yield from (f"problem: {problem}" for problem in record.problems)
    for scenario in sorted(record.scenarios, key=lambda one: one.id):
        reason = LINE_NUMBER.sub(".py", f": {scenario.reason}") if scenario.reason else ""
        yield f"{scenario.verdict:{WIDTH}} {scenario.title}{reason}"
