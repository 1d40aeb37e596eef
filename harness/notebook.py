"""What is written down about a scenario while it runs."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from harness.corpus import ScenarioText, StepText
from harness.judge import PASSED, Judgement
from harness.mail import file_stem, message_records
from harness.record import ExchangeRecord, MatchRecord, ScenarioRecord, StepRecord
from harness.recording import Aside, Tape
from harness.seen import Seen
from harness.verdicts import Verdict
from rulebook.law import points

COMPONENT_BY_TAG = {"dsp": "DSP", "s1sp": "S1SP"}


@dataclass(slots=True)
class Notebook:
    """One scenario's. `begun` once the system was told of it; steps are noted as they end."""

    scenario: ScenarioText
    begun: bool = False
    tape: Tape = field(default_factory=Tape)
    seen: Seen = field(default_factory=Seen)
    judgement: Judgement = PASSED
    steps: list[StepRecord] = field(default_factory=list)
    matched: list[MatchRecord] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.time)
    clock: float = field(default_factory=time.perf_counter)
    step_clock: float = 0.0

    def step_begins(self) -> None:
        """Start the step's clock."""
        self.tape.step = len(self.steps)
        self.step_clock = time.perf_counter()

    def step_ends(self, verdict: Verdict) -> None:
        """Note the next step in the scenario's order."""
        step = self.scenario.steps[len(self.steps)]
        took = time.perf_counter() - self.step_clock
        self.tape.set_aside()
        self.steps.append(StepRecord(step.keyword, step.text, verdict, round(took, 6), step.table or ()))

    @property
    def unplayed(self) -> bool:
        """Whether any step was left out, so that nothing was shown, whatever pytest says."""
        return [step.verdict for step in self.steps] != [Verdict.PASS] * len(self.scenario.steps) or not self.steps

    def match(self, point: str, readings: Sequence[str]) -> None:
        """Note which readings the answer fits, and the findings of those readings if it fits no other."""
        self.matched.append(MatchRecord(point, tuple(readings)))
        known = points()[point]
        findings = [reading.finding for reading in known.readings if reading.id in readings]
        if findings and all(findings):
            self.findings += findings

    def record(self) -> ScenarioRecord:
        """What remains of it."""
        took = time.perf_counter() - self.clock
        self.tape.set_aside()
        unread = self.scenario.steps[len(self.steps) :]
        return scenario_record(
            self.scenario,
            self.judgement,
            started=self.started,
            duration_s=round(took, 6),
            steps=(*self.steps, *map(unreached, unread)),
            exchanges=tuple(self._exchanges()),
            matched=tuple(self.matched),
            findings=(*self.findings, *map(unicode, self.tape.mail.findings)),
            served_by=tuple(sorted(self.seen.servers)),
        )

    def _exchanges(self) -> Iterator[ExchangeRecord]:
        stem, number = file_stem(self.scenario.clause, self.scenario.id), 1
        for one in self.tape.everything:
            request, outcome = map(unicode, one.words)
            messages = tuple(message_records(one.messages, stem, number))
            yield ExchangeRecord(request, outcome, messages, one.step, isinstance(one, Aside))
            number += len(one.messages)


def unreached(step: StepText) -> StepRecord:
    """The record of a step that was not reached."""
    return StepRecord(step.keyword, step.text, table=step.table or ())


def scenario_record(
    scenario: ScenarioText,
    judgement: Judgement,
    *,
    started: float = 0.0,
    duration_s: float = 0.0,
    steps: tuple[StepRecord, ...] = (),
    exchanges: tuple[ExchangeRecord, ...] = (),
    matched: tuple[MatchRecord, ...] = (),
    findings: tuple[str, ...] = (),
    served_by: tuple[str, ...] = (),
) -> ScenarioRecord:
    """The record of a scenario, or of one that was never begun."""
    components = [component for tag, component in COMPONENT_BY_TAG.items() if tag in scenario.tags]
    return ScenarioRecord(
        id=scenario.id,
        clause=scenario.clause,
        component=components[0] if components else "",
        verdict=judgement.verdict,
        reason=unicode(judgement.reason),
        expected=unicode(judgement.expected),
        observed=unicode(judgement.observed),
        duration_s=duration_s,
        started=started,
        feature_path=scenario.path,
        feature=scenario.feature,
        rule=scenario.rule,
        title=scenario.name,
        line=scenario.line,
        tags=tuple(sorted(scenario.tags)),
        steps=steps or tuple(map(unreached, scenario.steps)),
        exchanges=exchanges,
        matched=matched,
        findings=findings,
        served_by=served_by,
    )


def unicode(text: str) -> str:
    """Text from a system as text that every file can hold: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
