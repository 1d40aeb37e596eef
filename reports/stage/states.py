"""Which of the sixteen release states any run was in, and what came of it there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from harness.record import RunRecord
from harness.verdicts import Verdict, counts
from rulebook.vocabulary import BASELINE, S1SPS, Component, Release

SWITCHED = "switched by the suite"

Run = tuple[tuple[int, ...], RunRecord]
"""The numbers of the packs, and what they came to; more than one where a retest continues a run."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One state, the numbers of the packs that were in it, and their verdicts counted together."""

    state: str
    packs: tuple[int, ...]
    counts: dict[Verdict, int]


def coverage(runs: Sequence[Run]) -> tuple[Coverage, ...]:
    """Every legal state; first those that the suite went through by itself, where it could switch them."""
    return tuple(_coverage(state, runs) for state in (SWITCHED, *map(str, legal_states())))


def legal_states() -> tuple[Release, ...]:
    """The DSP has one switch for all S1SPs, and each S1SP has deployed the change or not."""
    components = (Component.DSP, *S1SPS)
    found = []
    for switches in product((True, False), repeat=len(components)):
        release = BASELINE
        for component, on in zip(components, switches, strict=True):
            release = release.switched(component, on=on)
        found.append(release)
    return tuple(found)


def _coverage(state: str, runs: Sequence[Run]) -> Coverage:
    within = [(numbers, record) for numbers, record in runs if (record.release or SWITCHED) == state]
    verdicts = (scenario.verdict for _, record in within for scenario in record.scenarios)
    return Coverage(state, tuple(sorted(number for numbers, _ in within for number in numbers)), counts(verdicts))
