"""The way of a request through the model, in the parts that the model has, said in the words of the decision table."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace

from proof.prove.reads import Facts
from proof.prove.request import RequestAsked
from proof.prove.variant import LookedUpVariant
from proof.prove.world import ReleaseAsked, rulings_of, thrown_under_way, world_of
from rulebook import model
from rulebook.model.build import Build
from rulebook.vocabulary import Accepted, Component, Outcome, Quarantined, Refused, Scheduled

WAY = "the way of a request"
ACKNOWLEDGED, CONCLUDED, HANDED_OVER = "what the DSP acknowledges", "what the DSP concludes", "what is handed over"
PASSES = "passes"


def parts_of_the_way(build: Build) -> Mapping[str, Callable[[Facts], Hashable]]:
    """The way, and its parts, each a function of what it asks."""
    return {
        WAY: _way,
        ACKNOWLEDGED: lambda facts: _acknowledged(facts, build),
        CONCLUDED: lambda facts: _concluded(facts, build),
        HANDED_OVER: lambda facts: _handed_over(facts, build),
    }


def _way(facts: Facts) -> Hashable:
    """From the User, or from the DSP on."""
    if facts.value("way") == "handed over by the DSP":
        return facts.result(HANDED_OVER)
    answer = facts.result(ACKNOWLEDGED)
    if answer == PASSES and thrown_under_way(facts):
        answer = facts.result(CONCLUDED)
    return facts.result(HANDED_OVER) if answer == PASSES else answer


def _acknowledged(facts: Facts, build: Build) -> str:
    request = RequestAsked(facts, LookedUpVariant)
    arrived = ReleaseAsked(facts, in_the_end=False)
    outcome = model.acknowledge(world_of(facts), request, arrived, rulings_of(facts), build).outcome
    return said(outcome, facts) if outcome else PASSES


def _concluded(facts: Facts, build: Build) -> str:
    """The DSP's part of the conclusion, which hands the request over where it does not refuse."""
    request = RequestAsked(facts, LookedUpVariant)
    world, in_the_end = model.counted(world_of(facts), request), ReleaseAsked(facts, in_the_end=True)
    alone = replace(build, s1sp_order=dict.fromkeys(build.s1sp_order, ()), device_order=())
    outcome = model.conclude(world, request, in_the_end, rulings_of(facts), alone).outcome
    return said(outcome, facts) if isinstance(outcome, Refused) else PASSES


def _handed_over(facts: Facts, build: Build) -> str:
    request = RequestAsked(facts, LookedUpVariant)
    world, in_the_end = model.counted(world_of(facts), request), ReleaseAsked(facts, in_the_end=True)
    return said(model.hand_over(world, request, in_the_end, rulings_of(facts), build).outcome, facts)


def said(outcome: Outcome, facts: Facts) -> str:
    """The outcome as a row of the table says it; the S1SP that serves the device is `S1SP`."""
    match outcome:
        case Refused(by, check, code):
            return f"refused / {_named(by, facts)} / {check} / {code}"
        case Accepted():
            return "accepted"
        case Scheduled():
            return "scheduled"
        case Quarantined():
            return "quarantined"
        case other:
            return str(other)


def _named(by: Component, facts: Facts) -> str:
    return "S1SP" if by.is_s1sp and facts.value("served by") == by else str(by)
