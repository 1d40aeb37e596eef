"""What is kept of a run: plain values, from which every report is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harness.verdicts import RunVerdict, Verdict


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step as it was read out. `verdict` is None for a step that was not reached."""

    keyword: str
    text: str
    verdict: Verdict | None = None
    duration_s: float = 0.0


@dataclass(frozen=True, slots=True)
class ExchangeRecord:
    """One question to the system and its answer, in words."""

    request: str
    outcome: str


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """Which readings of an open point the system's answer fits."""

    point: str
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioRecord:
    """One scenario and what it came to.

    `id`, `feature_path`, `feature`, `rule` and `title` are those of the corpus (`title` rendered), `line` where it
    stands; `component` the one whose conduct it judges. `reason` says why the verdict is not PASS. `expected` and
    `observed` are empty unless they disagreed. `started` is seconds since the epoch.
    """

    id: str
    clause: str
    component: str
    verdict: Verdict
    reason: str = ""
    expected: str = ""
    observed: str = ""
    duration_s: float = 0.0
    started: float = 0.0
    feature_path: str = ""
    feature: str = ""
    rule: str = ""
    title: str = ""
    line: int = 0
    tags: tuple[str, ...] = ()
    steps: tuple[StepRecord, ...] = ()
    exchanges: tuple[ExchangeRecord, ...] = ()
    matched: tuple[MatchRecord, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sut:
    """The system under test: what followed `--sut`, and what it says that it is."""

    name: str
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """This suite."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run. `stage`, `boundary` and `release` are None where none was named.

    `problems` are what kept the run from starting or from ending: findings of the guard, with file and line, or a
    wrong configuration. `total` is how many scenarios there were to choose from. `readings` are the rulings in force,
    by point.
    """

    verdict: RunVerdict
    exit_code: int
    worst: Verdict
    partial: bool
    claim: str
    counts: Mapping[Verdict, int]
    sut: Sut
    suite: Suite
    seed: int
    stage: str | None = None
    boundary: str | None = None
    release: str | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    total: int = 0
    started: str = ""
    duration_s: float = 0.0
    scenarios: tuple[ScenarioRecord, ...] = ()
