"""A verdict as a status of Cucumber's: only a PASS is PASSED, and only what was set aside is SKIPPED."""

from datetime import UTC, datetime

import cucumber_messages as cucumber
from cucumber_messages import Duration, TestStepResult, TestStepResultStatus, Timestamp

from harness.verdicts import Verdict

STATUS = {
    Verdict.SUITE_ERROR: TestStepResultStatus.failed,
    Verdict.CONFIG_ERROR: TestStepResultStatus.failed,
    Verdict.FAIL: TestStepResultStatus.failed,
    Verdict.INCONCLUSIVE: TestStepResultStatus.unknown,
    Verdict.NOT_EXERCISED: TestStepResultStatus.pending,
    Verdict.WAIVED: TestStepResultStatus.skipped,
    Verdict.NOT_APPLICABLE: TestStepResultStatus.skipped,
    Verdict.PASS: TestStepResultStatus.passed,
}
NANOS = 1_000_000_000


def result(verdict: Verdict | None, seconds: float = 0.0, message: str = "") -> TestStepResult:
    """Of a step, or of a scenario as a whole; None is a step that was not reached."""
    status = STATUS[verdict] if verdict else TestStepResultStatus.skipped
    failed = status is TestStepResultStatus.failed
    return TestStepResult(
        duration=Duration(nanos=_nanos(seconds) % NANOS, seconds=_nanos(seconds) // NANOS),
        status=status,
        message=f"{verdict}: {message}" if message else None,
        exception=cucumber.Exception(type=str(verdict), message=message or None) if failed else None,
    )


def at(seconds: float) -> Timestamp:
    """Of seconds since the epoch."""
    return Timestamp(nanos=_nanos(seconds) % NANOS, seconds=_nanos(seconds) // NANOS)


def seconds_of(moment: str) -> float:
    """Of a moment in ISO 8601; the epoch itself where there is none."""
    return datetime.fromisoformat(moment).astimezone(UTC).timestamp() if moment else 0.0


def _nanos(seconds: float) -> int:
    return round(seconds * 1_000_000) * 1_000
