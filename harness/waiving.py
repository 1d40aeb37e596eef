"""Applies the Board's waivers to what failed, and says of each waiver what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from harness.corpus import ScenarioText
from harness.record import ScenarioRecord, WaiverRecord
from harness.verdicts import Verdict
from harness.waivable import never_waived
from harness.waivers import Waiver, Waivers

State = Literal["used", "unneeded", "expired", "unknown", "unsigned", "excluded", "undecided"]

STALE = frozenset({"unneeded", "expired", "unknown"})
"""A signed waiver that is one of these has to be taken out of the file, and until then the run claims nothing."""

SETTLED = frozenset({Verdict.PASS, Verdict.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What waivers are held against: every scenario there is, the builds that were asked, the day."""

    corpus: Sequence[ScenarioText]
    builds: frozenset[str]
    today: date


def waived(
    records: Sequence[ScenarioRecord], waivers: Waivers, at: Circumstances
) -> tuple[tuple[ScenarioRecord, ...], tuple[WaiverRecord, ...]]:
    """The records with WAIVED where a signed waiver of this build covers the failure, and every waiver's state."""
    effective = [one for one in waivers.waivers if not waivers.unsigned and _in_force(one, at)]
    judged = tuple(_judged(record, _about(record, effective)) for record in records)
    return judged, tuple(_record(one, waivers, judged, at) for one in waivers.waivers)


def stale(waivers: Iterable[WaiverRecord]) -> str:
    """`waiver W-1 is expired`, for each that is stale; empty where none is."""
    return "; ".join(f"waiver {one.id} is {one.state}" for one in waivers if one.state in STALE)


def _in_force(waiver: Waiver, at: Circumstances) -> bool:
    return waiver.build in at.builds and at.today <= waiver.expires


def _about(record: ScenarioRecord, waivers: Iterable[Waiver]) -> Waiver | None:
    return next((one for one in waivers if record.id == one.scenario or record.clause == one.clause), None)


def _judged(record: ScenarioRecord, waiver: Waiver | None) -> ScenarioRecord:
    if record.verdict is not Verdict.FAIL or waiver is None:
        return record
    if harm := never_waived(record):
        return replace(record, reason=f"{record.reason}; no waiver covers this ({waiver.id}): {harm}")
    return replace(record, verdict=Verdict.WAIVED, reason=f"{record.reason}; waived by {waiver.id}: {waiver.reason}")


def _record(waiver: Waiver, waivers: Waivers, judged: Sequence[ScenarioRecord], at: Circumstances) -> WaiverRecord:
    covered = [record for record in judged if _about(record, [waiver])]
    used_by = tuple(record.id for record in covered if record.verdict is Verdict.WAIVED and _in_force(waiver, at))
    return WaiverRecord(
        id=waiver.id,
        scenario_or_clause=waiver.scenario or waiver.clause or "",
        build=waiver.build,
        reason=waiver.reason,
        owner=waiver.owner,
        ticket=waiver.ticket,
        expires=waiver.expires.isoformat(),
        used_by=used_by,
        state=_state(waiver, waivers, covered, at),
    )


def _state(waiver: Waiver, waivers: Waivers, covered: Sequence[ScenarioRecord], at: Circumstances) -> State:
    if waivers.unsigned:
        return "unsigned"
    if not any(waiver.about(scenario) for scenario in at.corpus):
        return "unknown"
    if at.today > waiver.expires:
        return "expired"
    verdicts = {record.verdict for record in covered}
    if waiver.build not in at.builds:
        return "unneeded"
    if Verdict.WAIVED in verdicts:
        return "used"
    if Verdict.FAIL in verdicts:
        return "excluded"
    return "unneeded" if verdicts and verdicts <= SETTLED else "undecided"
