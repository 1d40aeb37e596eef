"""How many devices of each kind a population has, and where they stand among the correct ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

from rulebook.vocabulary import Component, DeviceType
from sut_adapters.s1sp_database.population_kinds import (
    NOT_COUNTED,
    TRAPS,
    WRONG_AND_LEFT_ESMES,
    WRONG_AND_LEFT_GPFS,
    WRONG_ESMES,
    WRONG_GPFS,
)
from sut_adapters.s1sp_database.population_stories import ESME, GPF, Story
from sut_adapters.trouble import Misconfigured

IOC, MOC, FOC = "IOC", "MOC", "FOC"
COHORT_OF = {Component.S1SP1: IOC, Component.S1SP2: MOC, Component.S1SP3: FOC}
"""Which S1SP serves which cohort in our fixtures; the documents do not say (O30)."""

FIA_4_2_2 = {(IOC, ESME): 9024, (IOC, GPF): 18905, (MOC, ESME): 125, (MOC, GPF): 1226}
"""Devices as at August 2021: a fixture, never an acceptance figure."""

DECLARED_FOC = {(FOC, ESME): 40, (FOC, GPF): 60}
"""Ours: the FIA has no figure for FOC. A real S1SP3 may have none."""

FIA_CORRECT = 1_000_000
STRIDE = 15_485_863
SHARES = {Component.S1SP1: 70, Component.S1SP2: 29, Component.S1SP3: 1}
"""Of the correct devices, in hundredths."""

Kinds = Mapping[Story, int]
KINDS: Mapping[DeviceType, tuple[Story, ...]] = {
    ESME: (*WRONG_ESMES, *WRONG_AND_LEFT_ESMES),
    GPF: (*WRONG_GPFS, *WRONG_AND_LEFT_GPFS),
}
"""What the FIA would count; the first of each is the common one."""
OTHERS = (*TRAPS, *NOT_COUNTED)


@dataclass(frozen=True, slots=True)
class Layout:
    """How many devices, of which these are no ordinary correct ones. `kinds` is by S1SP."""

    size: int
    kinds: Mapping[Component, Kinds]
    seed: int

    def planted(self) -> Iterator[tuple[int, Component, Story]]:
        """Position, S1SP and kind of each device that is no ordinary one; scattered by the seed."""
        stride = next(step for step in range(STRIDE, STRIDE + self.size + 1) if gcd(step, self.size) == 1)
        place = self.seed * 7919
        for s1sp, kinds in self.kinds.items():
            for story, count in kinds.items():
                for _ in range(count):
                    place = (place + stride) % self.size
                    yield place, s1sp, story


def fia(seed: int) -> Layout:
    """The figures of FIA 4.2.2 and a declared one for FOC, among a million correct devices."""
    figures = {**FIA_4_2_2, **DECLARED_FOC}
    kinds = {
        s1sp: _kinds(figures[cohort, ESME], figures[cohort, GPF], each)
        for (s1sp, cohort), each in zip(COHORT_OF.items(), (20, 2, 1), strict=True)
    }
    return Layout(FIA_CORRECT + _planted(kinds), kinds, seed)


def sized(devices: int, seed: int) -> Layout:
    """So many devices altogether: every kind at each S1SP, and about three in a hundred wrong, two thirds GPFs."""
    kinds = {}
    for s1sp, share in SHARES.items():
        each = 1 + devices * share // 10_000_000
        wrong = devices * share // 10_000
        esmes, gpfs = max(wrong, each * len(KINDS[ESME])), max(2 * wrong, each * len(KINDS[GPF]))
        kinds[s1sp] = _kinds(esmes, gpfs, each)
    if devices < (least := _planted(kinds)):
        raise Misconfigured(f"a population of {devices} devices has no room for each kind; ask for {least} or more")
    return Layout(devices, kinds, seed)


def small(seed: int) -> Layout:
    """Every kind of device at each S1SP, among a few correct ones."""
    return sized(360, seed)


def _kinds(esmes: int, gpfs: int, each: int) -> Kinds:
    return {**_shared(esmes, KINDS[ESME], each), **_shared(gpfs, KINDS[GPF], each), **dict.fromkeys(OTHERS, each)}


def _shared(total: int, stories: Sequence[Story], each: int) -> Kinds:
    common, *rest = stories
    return {common: total - each * len(rest), **dict.fromkeys(rest, each)}


def _planted(kinds: Mapping[Component, Kinds]) -> int:
    return sum(sum(each.values()) for each in kinds.values())
