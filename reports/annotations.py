"""Each failure as a workflow command of GitHub (`--annotations FILE`), which shows it beside the line of its feature.

The file is to be printed by the workflow when the run is over; a run itself prints what a system said, and with it
whatever commands that may hold.
"""

from collections.abc import Iterator

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import Verdict

LEVELS = {
    Verdict.SUITE_ERROR: "error",
    Verdict.CONFIG_ERROR: "error",
    Verdict.FAIL: "error",
    Verdict.INCONCLUSIVE: "warning",
    Verdict.NOT_EXERCISED: "warning",
    Verdict.WAIVED: "notice",
}
LONGEST = 1000


def document(record: RunRecord) -> bytes:
    """One command a line, worst first; UTF-8."""
    lines = [f"::error title={_property(str(record.verdict))}::{_message(problem)}" for problem in record.problems]
    lines += [_command(one, level) for verdict, level in LEVELS.items() for one in _of(record, verdict)]
    return "".join(f"{line}\n" for line in lines).encode()


def _of(record: RunRecord, verdict: Verdict) -> Iterator[ScenarioRecord]:
    return (one for one in record.scenarios if one.verdict is verdict)


def _command(one: ScenarioRecord, level: str) -> str:
    place = f"file={_property(f'features/{one.feature_path}')},line={one.line}"
    title = _property(f"{one.verdict} {one.clause}")
    return f"::{level} {place},title={title}::{_message(f'{one.title}: {one.reason}')}"


def _message(text: str) -> str:
    """As GitHub escapes data: what would end the line, and its own sign of escape."""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
    return short.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As GitHub escapes a property: also what would end it."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
