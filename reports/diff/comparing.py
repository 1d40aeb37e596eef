"""What differs between two runs, and what of it is worse."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import EXIT_CODES, RunVerdict, Verdict
from reports.diff.reading import KeptRun

_RANK = {verdict: number for number, verdict in enumerate(EXIT_CODES)}


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was one thing and is another; empty where it was, or is, nothing."""

    what: str
    old: str
    new: str
    worse: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """By kind, in the order in which a reader asks: the run, its scenarios, its clauses, its rulings, its suite."""

    run: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    new: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    clauses: tuple[Change, ...] = ()
    rulings: tuple[Change, ...] = ()
    suite: tuple[Change, ...] = ()
    asked_otherwise: tuple[str, ...] = field(default=())

    @property
    def worse(self) -> tuple[Change, ...]:
        """Everything that got worse: what passed and does not, failed and is new, or is no longer shown."""
        every = (*self.run, *self.changed, *self.new, *self.gone, *self.clauses)
        return tuple(change for change in every if change.worse)


def compared(old: KeptRun, new: KeptRun) -> Difference:
    """The new run against the old one."""
    was, now = _by_id(old.record), _by_id(new.record)
    return Difference(
        run=tuple(_run(old.record, new.record)),
        changed=tuple(_changed(was, now)),
        new=tuple(Change(one, "", now[one].verdict, _bad(now[one])) for one in now if one not in was),
        gone=tuple(Change(one, was[one].verdict, "", _showed(was[one])) for one in was if one not in now),
        clauses=tuple(_clauses(was, now)),
        rulings=tuple(_mapping(old.record.readings, new.record.readings)),
        suite=tuple(_mapping(_suite(old), _suite(new))),
        asked_otherwise=tuple(one for one in now if one in was and _asked(was[one]) != _asked(now[one])),
    )


def _by_id(record: RunRecord) -> dict[str, ScenarioRecord]:
    return {one.id: one for one in record.scenarios}


def _run(old: RunRecord, new: RunRecord) -> Iterator[Change]:
    worse = _RANK[RunVerdict(new.verdict)] < _RANK[RunVerdict(old.verdict)]
    if old.verdict != new.verdict:
        yield Change("verdict", old.verdict, new.verdict, worse)
    facts = ("stage", "boundary", "release", "profile_digest")
    yield from (
        Change(name, str(getattr(old, name) or ""), str(getattr(new, name) or ""))
        for name in facts
        if getattr(old, name) != getattr(new, name)
    )
    yield from _mapping(
        {"system": old.sut.name, "build": old.sut.identity}, {"system": new.sut.name, "build": new.sut.identity}
    )


def _changed(was: Mapping[str, ScenarioRecord], now: Mapping[str, ScenarioRecord]) -> Iterator[Change]:
    for one, record in now.items():
        if one in was and was[one].verdict is not record.verdict:
            yield Change(one, was[one].verdict, record.verdict, record.verdict.rank < was[one].verdict.rank)


def _clauses(was: Mapping[str, ScenarioRecord], now: Mapping[str, ScenarioRecord]) -> Iterator[Change]:
    before, after = ({record.clause for record in records.values()} for records in (was, now))
    yield from (Change(clause, "asked", "", worse=True) for clause in sorted(before - after))
    yield from (Change(clause, "", "asked") for clause in sorted(after - before))


def _mapping(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for name in sorted({*old, *new}):
        if old.get(name, "") != new.get(name, ""):
            yield Change(name, old.get(name, ""), new.get(name, ""))


def _suite(run: KeptRun) -> dict[str, str]:
    """What is known of the suite that asked; more where there is a pack."""
    said = {"version": run.record.suite.version}
    if run.manifest is None:
        return said
    suite = run.manifest.suite
    local = "" if suite.clean else "changed locally"
    return {**said, "commit": suite.commit, "local changes": local, "requirements.lock": run.manifest.lock_sha256}


def _bad(record: ScenarioRecord) -> bool:
    return record.verdict.rank < Verdict.NOT_APPLICABLE.rank


def _showed(record: ScenarioRecord) -> bool:
    return record.verdict is Verdict.PASS


def _asked(record: ScenarioRecord) -> object:
    return [(step.keyword, step.text, step.table) for step in record.steps]
