"""Every scenario against every faulty build: one collection, no evidence, a process for each core."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain, groupby

from harness.claimed import unclaimed
from harness.controls import with_controls_judged
from harness.corpus import ScenarioText
from harness.judge import PASSED, Judgement, judge
from harness.notebook import scenario_record
from harness.record import ScenarioRecord
from harness.seeds import scenario_seed
from harness.set_aside import set_aside_by
from harness.verdicts import Verdict
from proof.collection import ROOT
from proof.player import Player
from rulebook import law
from rulebook.vocabulary import Rulings
from steps import MODULES
from sut_adapters.faulty import FAULTS, Fault, find_fault
from sut_adapters.port import Closeable, ScenarioScope
from sut_adapters.reference import ReferenceModel


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The builds of one matrix: `title` says what they are wrong in, `right` makes the system that is not.

    What `find` gives by name is played under the rulings that it needs. Both functions go to other processes, so that
    they stand at the top of a module; the builds stay here.
    """

    title: str
    faults: tuple[Fault, ...]
    find: Callable[[str], Fault]
    right: Callable[[Rulings], object]


LAW = Catalogue("Requirement 1 and message integrity", FAULTS, find_fault, ReferenceModel)

Verdicts = Mapping[str, tuple[Verdict, str]]
"""The verdict on each scenario that was played, by its id, with the reason where it is not PASS."""

Progress = Callable[[int, int], None]
"""Told how many of how many builds have been played."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A build to be played, by name; no name stands for the right one.

    `features` is the folder of scenarios that it is played by, `rulings` those that it follows and is judged by.
    """

    fault: str
    features: str
    rulings: tuple[tuple[str, str], ...]


@dataclass
class Stage:
    """What a process needs to play any trial, made once."""

    scenarios: Sequence[ScenarioText]
    seed: int
    find: Callable[[str], Fault] = LAW.find
    right: Callable[[Rulings], object] = LAW.right
    player: Player = field(default_factory=lambda: Player([import_module(name) for name in MODULES]))


def trials_of(faults: Iterable[Fault]) -> tuple[Trial, ...]:
    """The right build for each folder and rulings under which a fault is played, and then each fault."""
    wrong = [Trial(fault.name, fault.features, tuple(sorted(fault.rulings.items()))) for fault in faults]
    right = dict.fromkeys(Trial("", trial.features, trial.rulings) for trial in wrong)
    return (*right, *wrong)


def play_all(stage: Stage, trials: Sequence[Trial], progress: Progress) -> dict[Trial, Verdicts]:
    """What came of each trial."""
    results: dict[Trial, Verdicts] = {}
    setting = stage.scenarios, stage.seed, stage.find, stage.right
    with ProcessPoolExecutor(os.cpu_count(), initializer=_begin, initargs=setting) as pool:
        under_way = {pool.submit(_play, trial): trial for trial in trials}
        for done in as_completed(under_way):
            results[under_way[done]] = done.result()
            progress(len(results), len(trials))
    return results


def play(stage: Stage, trial: Trial) -> Verdicts:
    """The scenarios of one folder on one build, one after the other, and then judged beside their controls."""
    rulings = law.rulings(dict(trial.rulings))
    system = stage.find(trial.fault).under(rulings) if trial.fault else stage.right(rulings)
    ours = [scenario for scenario in stage.scenarios if scenario.path.startswith(trial.features)]
    records = []
    try:
        for scenario in ours:
            with _scope(system, scenario, stage.seed):
                records.append(scenario_record(scenario, _judged(stage.player, scenario, system, rulings)))
    finally:
        if isinstance(system, Closeable):
            system.close()
    return {record.id: (record.verdict, record.reason) for record in _beside_controls(records)}


_stages: list[Stage] = []
SELDOM = 100_000
"""What a scenario leaves behind is little, and looking for it thousands of times is a sixth of the work."""


def _begin(
    scenarios: Sequence[ScenarioText], seed: int, find: Callable[[str], Fault], right: Callable[[Rulings], object]
) -> None:
    _stages.append(Stage(scenarios, seed, find, right))
    gc.freeze()
    gc.set_threshold(SELDOM)


def _play(trial: Trial) -> Verdicts:
    return play(_stages[-1], trial)


def _beside_controls(records: Iterable[ScenarioRecord]) -> Iterable[ScenarioRecord]:
    """A control is the same Rule's, and the scenarios of a Rule follow one another."""
    by_rule = groupby(records, key=lambda record: (record.feature_path, record.rule))
    return chain.from_iterable(with_controls_judged(tuple(group)) for _, group in by_rule)


@contextmanager
def _scope(system: object, scenario: ScenarioText, seed: int) -> Iterator[None]:
    """Whoever wants to hear of scenarios does."""
    if not isinstance(system, ScenarioScope):
        yield
        return
    system.begin(scenario.id, scenario_seed(seed, scenario.id))
    yield
    system.end()


def _judged(player: Player, scenario: ScenarioText, system: object, rulings: Rulings) -> Judgement:
    if reason := set_aside_by(scenario, rulings) or unclaimed(scenario, system):
        return Judgement(Verdict.NOT_APPLICABLE, reason)
    try:
        player.play(scenario, system, rulings)
    except Exception as error:  # as in a run, the judge tells what it means
        return judge(error, ROOT)
    return PASSED
