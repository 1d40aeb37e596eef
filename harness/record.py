"""What is kept of a run: plain values, from which every report is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from harness.verdicts import RunVerdict, Verdict


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step as it was read out. `verdict` is None for a step that was not reached."""

    keyword: str
    text: str
    verdict: Verdict | None = None
    duration_s: float = 0.0
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """One message as it went over the wire; `way` is from the suite.

    `party` is who sent or received it, `name` its file in `exchanges/`, `at` its time in ISO 8601. `note` is the
    address that it went to, the status that it came with, or why it was turned away. What is not UTF-8 stands in
    `text` in base64; in `verdict.json` there is no `text`, for the file has it.
    """

    way: Literal["sent", "received"]
    party: str
    name: str
    text: str = ""
    at: str = ""
    note: str = ""
    octets_in_base64: bool = False


@dataclass(frozen=True, slots=True)
class ExchangeRecord:
    """One question to the system and its answer, in words, with its messages where the system has any.

    `step` is the index of the step that asked. `beside` are messages that belong to no request of the scenario.
    """

    request: str
    outcome: str
    messages: tuple[MessageRecord, ...] = ()
    step: int = 0
    beside: bool = False


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
    `observed` are empty unless they disagreed. `started` is seconds since the epoch. `served_by` are the components
    that the system itself named, when it was asked who serves a device.
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
    served_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRecord:
    """The scenarios of one kind of test, as they were fixed before the first request.

    `file` has their ids, sorted, one a line, and `sha256` is its digest. `frozen` is when, in ISO 8601.
    `outside_the_system_test` are those that the System Test has not; there are none.
    """

    name: str
    file: str
    count: int
    sha256: str
    frozen: str
    outside_the_system_test: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WaiverRecord:
    """One waiver, and what became of it. `expires` is a date in ISO 8601, `used_by` the ids of scenarios.

    `excluded` is one for a failure that no waiver covers, `undecided` one whose scenarios were not asked and answered.
    """

    id: str
    scenario_or_clause: str
    build: str
    reason: str
    owner: str
    ticket: str
    expires: str
    used_by: tuple[str, ...] = ()
    state: Literal["used", "unneeded", "expired", "unknown", "unsigned", "excluded", "undecided"] = "used"


@dataclass(frozen=True, slots=True)
class Sut:
    """The system under test: what followed `--sut`, and what it says that it is."""

    name: str
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """This suite. `commit` is known where a pack was asked for; `changed` says that its files were not those of it."""

    name: str
    version: str
    commit: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run. `stage`, `boundary` and `release` are None where none was named.

    `problems` are what kept the run from starting or from ending: findings of the guard, with file and line, or a
    wrong configuration. `total` is how many scenarios there were to choose from. `readings` are the rulings in force,
    by point. `rerun` is the command that repeats one scenario, with `ADDRESS` for it. `nonce` is the Board's, in a
    certified run; `signed` says that a tester's key signs the pack. `profile` is the name of the profile's file and
    `profile_digest` its SHA-256, `declared` what it says for the report. `sut_fingerprint` is the SHA-256 of the
    certificate that the system showed in TLS. `lists` are the System Test and the FAT.
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
    ended: str = ""
    duration_s: float = 0.0
    rerun: str = ""
    certified: bool = False
    signed: bool = False
    nonce: str = ""
    profile: str = ""
    profile_digest: str = ""
    declared: Mapping[str, object] = field(default_factory=dict)
    sut_fingerprint: str = ""
    waivers: tuple[WaiverRecord, ...] = ()
    lists: tuple[ListRecord, ...] = ()
    scenarios: tuple[ScenarioRecord, ...] = ()
