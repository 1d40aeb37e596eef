"""Runs that ask the same system again: a later one continues the earlier, and nothing of either is forgotten.

A run is a retest of an earlier one at the same boundary and state, under the same rulings, if its profile names that
run among its `earlier` ones, or if the same Service Provider or User, declared by name, asked the same system with the
same components.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import EXIT_CODES, RunVerdict, Verdict, counts, run_verdict, worst
from reports.pdf.answering import DECIDED
from reports.pdf.wording import declared
from reports.stage.packs import Pack

Retested = tuple[ScenarioRecord, tuple[Verdict | None, ...]]
"""A scenario as it counts, and what each run came to; None where a run left it out."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Runs of the same system, the oldest first, and by their `numbers` among all packs; `record` is what counts."""

    packs: tuple[Pack, ...]
    numbers: tuple[int, ...]
    record: RunRecord

    @property
    def retested(self) -> tuple[Retested, ...]:
        """Every scenario that did not come to the same in each run."""
        runs = [{one.id: one.verdict for one in pack.record.scenarios} for pack in self.packs]
        paths = ((one, tuple(verdicts.get(one.id) for verdicts in runs)) for one in self.record.scenarios)
        return tuple((one, path) for one, path in paths if len(set(path)) > 1)

    @property
    def not_asked_again(self) -> int:
        """How many scenarios count by an earlier run, since the latest did not decide them."""
        latest = {one.id for one in self.packs[-1].record.scenarios if one.verdict in DECIDED}
        return sum(one.verdict in DECIDED and one.id not in latest for one in self.record.scenarios)


def chains(packs: Sequence[Pack]) -> tuple[Chain, ...]:
    """Every pack is in one; `packs` are the oldest first. A run that nothing continues is a chain by itself."""
    found: list[list[tuple[int, Pack]]] = []
    for number, pack in enumerate(packs, start=1):
        same = next((chain for chain in found if any(_continues(pack, earlier) for _, earlier in chain)), None)
        if same is None:
            found.append(same := [])
        same.append((number, pack))
    return tuple(
        Chain(tuple(pack for _, pack in one), tuple(number for number, _ in one), _continued([pack for _, pack in one]))
        for one in found
    )


def _continues(pack: Pack, earlier: Pack) -> bool:
    """Never at another boundary, state or ruling, and never for somebody else: a failure there would vanish."""
    if _place(pack.record) != _place(earlier.record) or not _may_be_one(_owner(pack), _owner(earlier)):
        return False
    named = {one.sha256 for one in declared(pack.record).earlier}
    return earlier.digest in named or bool(_owner(pack) and _system(pack.record) == _system(earlier.record))


def _place(record: RunRecord) -> tuple[object, ...]:
    return record.boundary, record.release, dict(record.readings)


def _system(record: RunRecord) -> tuple[object, ...]:
    """As its owner declares it, too."""
    told = declared(record)
    return told.provider, record.sut.name, frozenset(one.component for one in told.component)


def _owner(pack: Pack) -> str:
    return declared(pack.record).provider


def _may_be_one(one: str, other: str) -> bool:
    return one == other or not (one and other)


def _continued(packs: Sequence[Pack]) -> RunRecord:
    """As the latest run has it, with what that left undecided as the runs before it had it."""
    latest = packs[-1].record
    if len(packs) == 1:
        return latest
    scenarios = tuple(_counting(same) for same in _by_id(pack.record.scenarios for pack in packs))
    verdicts = [run_verdict(one.verdict for one in scenarios), latest.verdict]
    verdict = min(verdicts, key=list(RunVerdict).index)
    return replace(
        latest,
        verdict=verdict,
        exit_code=EXIT_CODES[verdict],
        worst=worst([latest.worst, *(one.verdict for one in scenarios)]),
        counts=counts(one.verdict for one in scenarios),
        total=max(pack.record.total for pack in packs),
        scenarios=scenarios,
    )


def _counting(same: Sequence[ScenarioRecord]) -> ScenarioRecord:
    """The latest, if it was decided. One that came to nothing hides no earlier answer, and is not hidden by a PASS."""
    latest = same[-1]
    answered = [one for one in same if one.verdict in DECIDED]
    if latest.verdict in DECIDED or not answered:
        return latest
    if latest.verdict is Verdict.NOT_APPLICABLE:
        return answered[-1]
    return min((answered[-1], latest), key=lambda one: one.verdict.rank)


def _by_id(runs: Iterable[Sequence[ScenarioRecord]]) -> list[list[ScenarioRecord]]:
    found: dict[str, list[ScenarioRecord]] = {}
    for scenarios in runs:
        for one in scenarios:
            found.setdefault(one.id, []).append(one)
    return list(found.values())
