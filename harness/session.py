"""What one run knows about itself while it lasts."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harness.checkout import Checkout
from harness.corpus import Corpus, ScenarioText
from harness.declarations import Profile
from harness.notebook import Notebook
from harness.options import Options
from harness.record import ListRecord, RunRecord, ScenarioRecord
from harness.verdicts import Verdict
from harness.waivers import Waivers
from rulebook.vocabulary import Release, Rulings
from sut_adapters.catalogue import profile_in


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a run from starting or from ending: SUITE-ERROR or CONFIG-ERROR, and a line that says where."""

    verdict: Verdict
    text: str


@dataclass(slots=True)
class Run:
    """Filled in the order of the fields: options, collection, preparation, scenarios.

    `bound` is what was collected, by pytest's node id; `in_scope` what the options leave to choose from; `chosen`
    what is run. `sut` is None until it is built.
    """

    options: Options
    rulings: Rulings
    profile: Profile = field(default_factory=Profile)
    problems: list[Problem] = field(default_factory=list)
    corpus: Corpus = field(default_factory=lambda: Corpus(Path(), (), (), ()))
    bound: Mapping[str, ScenarioText] = field(default_factory=dict)
    in_scope: tuple[ScenarioText, ...] = ()
    chosen: tuple[ScenarioText, ...] = ()
    lists: tuple[ListRecord, ...] = ()
    conformance: bool = False
    checkout: Checkout | None = None
    waivers: Waivers = field(default_factory=Waivers)
    folder: Path | None = None
    sut: object = None
    current: Notebook | None = None
    records: dict[str, ScenarioRecord] = field(default_factory=dict)
    record: RunRecord | None = None
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    clock: float = field(default_factory=time.perf_counter)

    @property
    def declared_release(self) -> Release | None:
        """The one state that the system is in, by `--release` or else by the profile."""
        return self.options.release or self.profile.release

    @property
    def profile_path(self) -> Path | None:
        """The profile that was given, else the one that the system under test is described by."""
        return self.options.profile or profile_in(self.options.sut)

    @property
    def described_in(self) -> tuple[Path, ...]:
        """The files that may hold secrets: the profile, and what the system under test is described by, if it is."""
        argument = self.options.sut.partition(":")[2]
        return tuple(filter(None, (self.profile_path, Path(argument) if argument else None)))

    @property
    def partial(self) -> bool:
        """Whether an address, `-k`, `-m` or the like left something out."""
        return len(self.chosen) < len(self.in_scope)

    def record_of(self, node: str) -> ScenarioRecord | None:
        """The final record of the scenario that pytest knows by this node id."""
        scenario = self.bound.get(node)
        records = self.record.scenarios if self.record else ()
        return next((record for record in records if scenario and record.id == scenario.id), None)

    def problem(self, verdict: Verdict, text: str) -> None:
        """Note a problem once."""
        if Problem(verdict, text) not in self.problems:
            self.problems.append(Problem(verdict, text))

    @property
    def notebook(self) -> Notebook:
        """That of the scenario which is running."""
        if self.current is None:
            raise LookupError("no scenario is running")
        return self.current


RUN = pytest.StashKey[Run]()


def run_of(config: pytest.Config) -> Run:
    """The run that this pytest session is."""
    return config.stash[RUN]
