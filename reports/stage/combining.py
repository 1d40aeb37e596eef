"""Many runs as one record: of each scenario the worst verdict to which it came where it applied."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from harness.record import RunRecord, ScenarioRecord
from harness.releases import needed_state
from harness.verdicts import EXIT_CODES, RunVerdict, Verdict, counts, worst
from reports.pdf.answering import COMPONENTS, DECIDED, answers
from reports.pdf.wording import counted
from reports.stage.declaring import declarations
from reports.stage.packs import Pack
from reports.stage.retests import Chain, chains
from reports.stage.states import Coverage, coverage

SUITE_PLAYS = {"dsp": COMPONENTS[1:], "s1sp": COMPONENTS[:1]}
"""By boundary: the components that the suite plays, so that their answers show nothing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """`record` is all runs as one, `chains` which of them are retests.

    `unheard` are components that no run has shown, `unshown` scenarios that none has. `needed` are the release states
    that these wait for and no run was in; the others of them go through several. `unasked` is how many scenarios no run
    selected.
    """

    packs: tuple[Pack, ...]
    chains: tuple[Chain, ...]
    record: RunRecord
    unheard: tuple[str, ...]
    unshown: tuple[ScenarioRecord, ...]
    unasked: int
    needed: tuple[str, ...]
    states: tuple[Coverage, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing, whatever it came to."""
        return not (self.unheard or self.unshown or self.unasked)


def combined(packs: Sequence[Pack]) -> Stage:
    """Worst wins over the runs, never a majority; a stage with anything missing is incomplete at best."""
    found = chains(packs)
    records = [chain.record for chain in found]
    scenarios = tuple(_worst(same) for same in _by_id(records))
    unshown = tuple(one for one in scenarios if any(_waits(one.id, records)))
    unasked = max(record.total for record in records) - len(scenarios)
    needed = {state for one in unshown for state in _waits(one.id, records)} - {record.release for record in records}
    unheard = _unheard(records)
    missing = bool(unheard or unshown or unasked > 0)
    verdict = _verdict([record.verdict for record in records], missing=missing)
    record = replace(
        records[0],
        verdict=verdict,
        exit_code=EXIT_CODES[verdict],
        worst=worst(record.worst for record in records),
        partial=unasked > 0,
        claim=_claim(found, missing=missing),
        counts=counts(one.verdict for one in scenarios),
        boundary=_shared(record.boundary or "end to end" for record in records),
        release=_shared(record.release or "switched by the suite" for record in records),
        readings={point: reading for record in records for point, reading in record.readings.items()},
        problems=tuple(f"{one.packs[-1].name}: {problem}" for one in found for problem in one.record.problems),
        total=max(record.total for record in records),
        started=max(record.ended or record.started for record in records),
        ended="",
        rerun="",
        declared=declarations(records),
        waivers=tuple(dict.fromkeys(waiver for record in records for waiver in record.waivers)),
        lists=tuple({(one.name, one.sha256): one for record in records for one in record.lists}.values()),
        scenarios=scenarios,
    )
    states = coverage([(one.numbers, one.record) for one in found])
    return Stage(tuple(packs), found, record, unheard, unshown, max(unasked, 0), tuple(sorted(needed)), states)


def _by_id(records: Iterable[RunRecord]) -> Iterator[list[ScenarioRecord]]:
    found: dict[str, list[ScenarioRecord]] = {}
    for record in records:
        for one in record.scenarios:
            found.setdefault(one.id, []).append(one)
    yield from found.values()


def _worst(same: Sequence[ScenarioRecord]) -> ScenarioRecord:
    """Where it did not apply it says nothing about where it did."""
    applied = [one for one in same if one.verdict is not Verdict.NOT_APPLICABLE] or same
    found = min(applied, key=lambda one: one.verdict.rank)
    return replace(found, served_by=tuple(sorted({name for one in same for name in one.served_by})))


def _waits(scenario: str, records: Iterable[RunRecord]) -> Iterator[str]:
    """The release states that it waits for, where no run has decided it and any left it out for its state."""
    same = [one for record in records for one in record.scenarios if one.id == scenario]
    if not any(one.verdict in DECIDED for one in same):
        yield from filter(None, (needed_state(one.reason) for one in same))


def _unheard(records: Sequence[RunRecord]) -> tuple[str, ...]:
    heard = {
        one.component
        for record in records
        for one in answers(record.scenarios)
        if one.shown and one.component not in SUITE_PLAYS.get(record.boundary or "", ())
    }
    return tuple(component for component in COMPONENTS if component not in heard)


def _verdict(verdicts: Sequence[RunVerdict], *, missing: bool) -> RunVerdict:
    order = list(RunVerdict)
    return min([*verdicts, *([RunVerdict.INCOMPLETE] if missing else [])], key=order.index)


def _claim(found: Sequence[Chain], *, missing: bool) -> str:
    runs = Counter(one.record.verdict for one in found)
    came_to = ", ".join(f"{runs[one]} {one}" for one in RunVerdict if runs[one])
    retests = sum(len(one.packs) - 1 for one in found)
    among = f", {counted(retests, 'retest')} among them" if retests else ""
    said = f"{counted(len(found) + retests, 'run')}{among}, of which {came_to}; the worst decides"
    return f"{said}, and something is missing" if missing else said


def _shared(values: Iterable[str]) -> str:
    """The value that all have, or all of them."""
    return "; ".join(dict.fromkeys(values))
