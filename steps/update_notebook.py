"""What a scenario about the one-off update has said and seen so far."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pytest

from rulebook.vocabulary import Component
from steps.scene import Scene
from steps.update_readings import expect_head
from sut_adapters.port import Disagreement, NotExercised, S1spRecords
from sut_adapters.update_terms import (
    Asked,
    Disturbance,
    Passing,
    Place,
    PlantedSlot,
    Plight,
    RecordChanges,
    Replacement,
    UpdateReport,
    WrongCount,
)

NONE = "none"
BEGINNING = 1
"""The mark of the moment when the databases had been filled."""


@dataclass
class UpdateNotebook:
    """`before` is the moment of the last event; what a scenario gives beforehand is no event."""

    scene: Scene
    records: S1spRecords
    before: int = BEGINNING
    reports: dict[Component, UpdateReport] = field(default_factory=dict)
    asked: dict[Component, Asked] = field(default_factory=dict)
    counts: dict[Component, WrongCount] = field(default_factory=dict)
    replacements: tuple[Replacement, ...] = ()
    passings: tuple[Passing, ...] = ()
    passed: frozenset[Component] = frozenset()
    """Where registrations have passed after an update."""

    def event(self) -> None:
        """Put the devices of the scene in place, and remember this moment and what their slots hold."""
        for device in self.scene.specs:
            self.scene.device(device)
        self.scene.before_event()
        self.before = self.records.mark()

    def heard(self, s1sp: Component, asked: Asked, report: UpdateReport) -> None:
        """Remember what the update said, and what it had been asked for."""
        self.reports[s1sp], self.asked[s1sp] = report, asked

    def account(self, s1sp: Component) -> UpdateReport:
        """What the update said, if it says so of the run that was asked for; raises Disagreement if of another."""
        expect_head(self.reports[s1sp], s1sp, self.asked[s1sp])
        return self.reports[s1sp]

    def expect(self, stated: str, observed: str) -> None:
        """Raise Disagreement unless the two lines are the same, with how each update that was started has ended."""
        if stated != observed:
            ends = "; ".join(map(str, self.reports.values()))
            raise Disagreement(stated, f"{observed} ({ends})" if ends else observed)

    def disturbed(self, s1sp: Component, disturbance: Disturbance) -> UpdateReport:
        """Remember what the update said, and what others did beside it; what it said."""
        self.heard(s1sp, Asked.APPLY, disturbance.report)
        self.replacements, self.passings = disturbance.replacements, disturbance.passings
        return disturbance.report

    @property
    def by_users(self) -> frozenset[Place]:
        """The slots in which Users have placed certificates beside the update."""
        return frozenset(place for one in self.replacements for place in one.placed)

    def since_the_event(self, s1sp: Component) -> RecordChanges:
        """What the last event has changed at an S1SP."""
        return self.records.changes(s1sp, self.before)

    def since_the_beginning(self, s1sp: Component) -> RecordChanges:
        """What has changed since the databases were filled."""
        return self.records.changes(s1sp, BEGINNING)

    def standing(self, s1sp: Component, plight: Plight) -> tuple[PlantedSlot, ...]:
        """The slots of the devices that stand so; raises NotExercised where there is none."""
        found = tuple(one for one in self.records.planted(s1sp) if plight in one.plights)
        if not found:
            raise NotExercised(f"the population has no devices of {s1sp} {plight}")
        return found

    def corrigible(self, s1sp: Component) -> frozenset[Place]:
        """The slots that the update has to put right."""
        return frozenset(one.place for one in self.records.planted(s1sp) if one.corrigible)

    def by_kind(self, s1sp: Component, places: Iterable[Place]) -> str:
        """Devices and slots by cohort and type, in words."""
        wanted = frozenset(places)
        return kinds([one for one in self.records.planted(s1sp) if one.place in wanted])


def kinds(slots: Iterable[PlantedSlot]) -> str:
    """`IOC ESME: 3 devices, 5 slots; IOC GPF: ...`."""
    listed = tuple(slots)
    devices = Counter(
        (cohort, kind) for cohort, kind, _ in {(one.cohort, one.device_type, one.place[0]) for one in listed}
    )
    counted = Counter((one.cohort, one.device_type) for one in listed)
    return in_words(devices, counted)


def in_words(devices: Counter[tuple[str, str]], slots: Counter[tuple[str, str]]) -> str:
    """`IOC ESME: 3 devices, 5 slots; IOC GPF: ...`, without those of which there are none."""
    lines = (f"{' '.join(kind)}: {devices[kind]} devices, {slots[kind]} slots" for kind in sorted(+devices))
    return "; ".join(lines) or NONE


def places(found: Iterable[Place], amiss: Mapping[Place, str] | None = None) -> str:
    """Slots in words, no more than fit a line, and what is amiss with them where that is known."""
    known = amiss or {}
    listed = [" ".join((*place, f"({known[place]})")) if place in known else " ".join(place) for place in sorted(found)]
    more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
    return ", ".join(listed[:3]) + more if listed else NONE


@pytest.fixture
def update_notebook(scene: Scene, records: S1spRecords) -> UpdateNotebook:
    """One notebook a scenario."""
    return UpdateNotebook(scene, records)
