"""From verdicts to a matrix: whether each fault was caught for the right reason, and what each clause forces."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from harness.corpus import ScenarioText
from harness.guard.tags import ILLUSTRATIVE
from harness.set_aside import set_aside_by
from harness.verdicts import Verdict
from proof.kill_matrix import Trial, Verdicts
from proof.kill_record import Cell, ClauseRecord, FaultRecord, ScenarioRow, Strength
from rulebook import law
from rulebook.law import Statement, statements
from sut_adapters.breaches import Breach, Reach
from sut_adapters.faulty import Fault

CELLS = {Verdict.FAIL: Cell.CAUGHT, Verdict.PASS: Cell.SILENT}
"""Every other verdict says nothing about the fault."""

RIGHT_ANSWERS = (Verdict.PASS, Verdict.NOT_APPLICABLE)

Scenarios = Sequence[ScenarioText]
NONE_EXCUSED: Mapping[str, str] = {}


def problems_in(results: Mapping[Trial, Verdicts]) -> Iterator[str]:
    """What makes a matrix worthless: a right build that does not pass, a faulty one that breaks the suite."""
    for trial, verdicts in results.items():
        build = f"faulty:{trial.fault}" if trial.fault else "the right build"
        under = f" under {', '.join('='.join(ruling) for ruling in trial.rulings)}" if trial.rulings else ""
        for scenario, (verdict, reason) in verdicts.items():
            if verdict is Verdict.SUITE_ERROR or not (trial.fault or verdict in RIGHT_ANSWERS):
                yield f"{build}{under}: {scenario}: {verdict}: {reason}"


def cell(verdicts: Verdicts, scenario: ScenarioText) -> Cell:
    """What a scenario made of a build; one that was not played by it says nothing."""
    verdict, _ = verdicts.get(scenario.id, (None, ""))
    return CELLS.get(verdict, Cell.NOT_REACHED) if verdict else Cell.NOT_REACHED


def shows(scenario: ScenarioText, breach: Breach) -> bool:
    """Whether a scenario is about what a fault breaks: the clause, or the limb on the side on which it is broken."""
    if breach.reach is None:
        return scenario.clause == breach.statement
    return not scenario.tags.isdisjoint(_tags(breach, breach.reach))


def excuses(results: Mapping[Trial, Verdicts], scenarios: Scenarios) -> dict[str, str]:
    """Scenarios that not even a right build can play here, though no ruling sets them aside; with the reason, by id."""
    right = [(law.rulings(dict(trial.rulings)), verdicts) for trial, verdicts in results.items() if not trial.fault]
    return {
        scenario.id: verdicts[scenario.id][1]
        for rulings, verdicts in right
        for scenario in scenarios
        if scenario.id in verdicts
        and verdicts[scenario.id][0] is Verdict.NOT_APPLICABLE
        and not set_aside_by(scenario, rulings)
    }


def fault_record(
    fault: Fault, verdicts: Verdicts, scenarios: Scenarios, excused: Mapping[str, str] = NONE_EXCUSED
) -> FaultRecord:
    """A fault with its catchers, and why it survives if it does."""
    showing = [scenario for scenario in scenarios if shows(scenario, fault.breaks[0])]
    unplayed = excused[showing[0].id] if showing and all(one.id in excused for one in showing) else ""
    catchers = [scenario for scenario in scenarios if cell(verdicts, scenario) is Cell.CAUGHT]
    return FaultRecord(
        name=fault.name,
        clause=fault.clause,
        limb=fault.limb,
        mistake=fault.mistake,
        rulings=dict(fault.rulings),
        catchers=tuple(scenario.id for scenario in catchers),
        survives="" if unplayed else _survives(fault, catchers),
        unplayed=unplayed,
    )


def scenario_row(
    scenario: ScenarioText, columns: Iterable[Verdicts], excused: Mapping[str, str] = NONE_EXCUSED
) -> ScenarioRow:
    """A scenario with what it made of each build."""
    said = [line.text for line in scenario.rule_description if line.text.startswith(ILLUSTRATIVE)]
    why = " ".join(line.removeprefix(ILLUSTRATIVE).strip() for line in said)
    return ScenarioRow(
        id=scenario.id,
        clause=scenario.clause,
        title=scenario.name,
        path=scenario.path,
        line=scenario.line,
        illustrative=why if "illustrative" in scenario.tags else "",
        excused=excused.get(scenario.id, ""),
        cells=tuple(cell(verdicts, scenario) for verdicts in columns),
    )


def clause_records(
    faults: Sequence[Fault], records: Sequence[FaultRecord], scenarios: Scenarios
) -> Iterator[ClauseRecord]:
    """Every statement with a Rule among these scenarios, and how firmly it is forced; `records` are the faults'."""
    under = {scenario.clause for scenario in scenarios}
    for statement in statements().values():
        if statement.id in under:
            breaking = [record for fault, record in zip(faults, records, strict=True) if _breaks(fault, statement)]
            yield ClauseRecord(
                id=statement.id,
                citation=statement.citation,
                strength=_strength(breaking),
                caught_by={record.name: len(record.catchers) for record in breaking},
            )


def _breaks(fault: Fault, statement: Statement) -> bool:
    return any(breach.statement == statement.id for breach in fault.breaks)


def _strength(breaking: Sequence[FaultRecord]) -> Strength:
    played = [record for record in breaking if not record.unplayed]
    if not played or any(record.survives for record in played):
        return Strength.UNFORCED
    return Strength.WEAKLY_FORCED if any(len(record.catchers) == 1 for record in played) else Strength.FORCED


def _survives(fault: Fault, catchers: Scenarios) -> str:
    if not catchers:
        return "no scenario catches it"
    for breach in fault.breaks:
        if not any(shows(scenario, breach) for scenario in catchers):
            return f"caught, but by no scenario {_wanted(breach)}"
    for point in fault.rulings:
        if not any(f"open-{point}" in scenario.tags for scenario in catchers):
            return f"caught, but by no scenario about the open point {point}"
    return ""


def _wanted(breach: Breach) -> str:
    return f"that {breach.reach} {breach.limb or breach.statement}" if breach.reach else f"under {breach.statement}"


def _tags(breach: Breach, reach: Reach) -> frozenset[str]:
    """A limb's own tag, or that of its statement, which stands for all its limbs; without a limb, any of them."""
    named = [breach.limb] if breach.limb else [limb.id for limb in statements()[breach.statement].limbs]
    return frozenset(f"{reach}-{words}" for words in (*named, breach.statement))
