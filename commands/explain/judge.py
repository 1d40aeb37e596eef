"""One request in one world: the verdict of the model, and which open questions it hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rulebook import law
from rulebook.model import Transition, World, receive
from rulebook.vocabulary import Check, Refused, Release, Rulings, ServiceRequest, describe

COMMAND_VARIANT = "O9"
SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Bearing:
    """An open point whose reading matters here; `others` are (reading, what would come of it)."""

    point: law.Point
    reading: str
    ruled: bool
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`set_aside` is the Command Variant that was not judged, O9 being open; None where it was."""

    transition: Transition
    set_aside: int | None
    bearings: tuple[Bearing, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """What every judgement of one request shares."""

    world: World
    release: Release
    rulings: Rulings

    def verdict(self, request: ServiceRequest) -> Transition:
        """Under the rulings as they are."""
        return receive(self.world, request, self.release, self.rulings)

    def under_each_reading(self, point: law.Point, request: ServiceRequest) -> dict[str, Transition]:
        """With this one point ruled in every way that there is."""
        return {
            reading.id: receive(self.world, request, self.release, self._ruled(point, reading.id))
            for reading in point.readings
        }

    def _ruled(self, point: law.Point, reading: str) -> Rulings:
        return Rulings({**self.rulings.ruled, point.key: reading}, self.rulings.defaults)


def judge(bench: Bench, request: ServiceRequest) -> Judgement:
    """The sender has to be in the world. The Command Variant is set aside where readings of O9 differ over it."""
    points = law.points()
    if bench.rulings.is_open(COMMAND_VARIANT) and _differ_over_the_command_variant(
        as_sent := bench.under_each_reading(points[COMMAND_VARIANT], request)
    ):
        judged = replace(request, command_variant=None)
        outcomes = tuple((reading, _said(transition)) for reading, transition in as_sent.items())
        bearings = [Bearing(points[COMMAND_VARIANT], SET_ASIDE, False, outcomes)]
    else:
        judged, bearings = request, []
    transition = bench.verdict(judged)
    bearings += [_bearing(bench, point, judged, transition) for point in points.values()]
    set_aside = None if judged is request else request.command_variant
    return Judgement(transition, set_aside, tuple(bearing for bearing in bearings if bearing.others))


def _differ_over_the_command_variant(transitions: Mapping[str, Transition]) -> bool:
    refused = {
        isinstance(transition.outcome, Refused) and transition.outcome.check is Check.COMMAND_VARIANT
        for transition in transitions.values()
    }
    return refused == {True, False}


def _bearing(bench: Bench, point: law.Point, request: ServiceRequest, here: Transition) -> Bearing:
    """`others` is empty where the same comes of the request under every reading."""
    compared = (
        (reading, _difference(here, there)) for reading, there in bench.under_each_reading(point, request).items()
    )
    others = tuple((reading, difference) for reading, difference in compared if difference)
    return Bearing(point, bench.rulings.reading(point.key), not bench.rulings.is_open(point.key), others)


def _said(transition: Transition) -> str:
    return describe(transition.outcome) if transition.outcome else "no outcome"


def _difference(here: Transition, there: Transition) -> str:
    """What would come of the request there, empty where nothing else would."""
    if there.outcome != here.outcome:
        return _said(there)
    if there.messages != here.messages:
        return "the same, but others are notified"
    if there.world != here.world:
        return "the same, but it leaves another state behind"
    return ""
