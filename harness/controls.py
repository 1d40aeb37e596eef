"""A refusal proves nothing unless the same request, one factor flipped, was accepted: judged when the run ends."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harness.record import ScenarioRecord
from harness.verdicts import Verdict


def is_control(tags: Iterable[str]) -> bool:
    """Whether a scenario with these tags is a control for the negatives of its Rule: positive, and nothing open."""
    found = frozenset(tags)
    return "positive" in found and not any(tag.startswith("open-") for tag in found)


def with_controls_judged(records: Sequence[ScenarioRecord]) -> tuple[ScenarioRecord, ...]:
    """A negative that passed while the controls of its Rule did not all pass is NOT-EXERCISED.

    Controls that are not applicable are left aside, but one at least must have passed.
    """
    return tuple(_judged(record, records) for record in records)


def _judged(record: ScenarioRecord, records: Sequence[ScenarioRecord]) -> ScenarioRecord:
    if record.verdict is not Verdict.PASS or "negative" not in record.tags:
        return record
    beside = [other for other in records if (other.feature_path, other.rule) == (record.feature_path, record.rule)]
    controls = [other for other in beside if is_control(other.tags) and other.verdict is not Verdict.NOT_APPLICABLE]
    unmet = next((control for control in controls if control.verdict is not Verdict.PASS), None)
    if controls and unmet is None:
        return record
    reason = (
        f"its control did not pass: {unmet.title} ({unmet.verdict})"
        if unmet
        else "no control of its Rule applies in this run"
    )
    return replace(record, verdict=Verdict.NOT_EXERCISED, reason=reason)
