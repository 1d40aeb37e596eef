"""A case that asks the recorder, and what a check made of it."""

from dataclasses import dataclass

from proof.prove.reads import Facts
from proof.prove.request import RequestAsked
from proof.prove.variant import EligibilityAsked
from proof.prove.world import ReleaseAsked, rulings_of, world_of
from rulebook import model
from rulebook.law import Eligibility
from rulebook.model.build import Build, Hearing
from rulebook.model.findings import Finding
from rulebook.vocabulary import Check, Component

DSP, DSP_AGAIN, S1SP, DEVICE = "the DSP", "the DSP again", "the S1SP", "the Device"


@dataclass(frozen=True, slots=True)
class Held:
    """What a check found, without the words in which it explains itself; `clause` is what it went by."""

    check: Check
    clause: str
    holds: bool

    def __str__(self) -> str:
        return f"{self.check} {'holds' if self.holds else 'fails'} by {self.clause}"


def held(finding: Finding | None) -> Held | None:
    """The finding without its words; None where the check does not apply."""
    return Held(finding.check, finding.clause, finding.holds) if finding else None


def facts_of(case: Hearing) -> Facts:
    """The recorder that a case of this module, or of the model on a request of ours, asks."""
    if not isinstance(case.request, RequestAsked):
        raise TypeError("the request records nothing")
    return case.request.facts


def place_of(case: Hearing) -> str:
    """Before whom the case is, and at which end of its way."""
    if case.component.is_s1sp:
        return S1SP
    if case.component is Component.DEVICE:
        return DEVICE
    return DSP_AGAIN if isinstance(case.release, ReleaseAsked) and case.release.in_the_end else DSP


class CaseAsked(Hearing):
    """One request at one place."""

    facts: Facts
    place: str

    def __init__(self, facts: Facts, place: str, build: Build) -> None:
        request = RequestAsked(facts)
        for name, value in {
            "facts": facts,
            "place": place,
            "request": request,
            "world": model.counted(world_of(facts), request),
            "release": ReleaseAsked(facts, in_the_end=place != DSP),
            "rulings": rulings_of(facts),
            "build": build,
        }.items():
            object.__setattr__(self, name, value)

    @property
    def component(self) -> Component:
        if self.place == S1SP:
            return Component(self.facts.value("served by"))
        return Component.DEVICE if self.place == DEVICE else Component.DSP

    @property
    def variant(self) -> Eligibility:
        return EligibilityAsked(self.facts)
