"""What Hypothesis leaves in a sequence, because it draws by other rules than it is told by, taken out one by one."""

from collections.abc import Iterator
from dataclasses import replace

from proof.explore.event import Event, Opening
from proof.explore.performance import Disagreed, Performance

NEEDED = 2
"""A state of release and a device: without them there is nothing to tell."""


def shortened(performance: Performance, disagreed: Disagreed) -> Disagreed:
    """The disagreement without any one event or Given that it does not need."""
    for opening, events in _shorter(disagreed):
        if again := performance.play(opening, events):
            return shortened(performance, again)
    return disagreed


def _shorter(disagreed: Disagreed) -> Iterator[tuple[Opening, tuple[Event, ...]]]:
    opening, past = disagreed.opening, tuple(told.event for told in disagreed.history)
    for gone in range(len(past)):
        yield opening, (*past[:gone], *past[gone + 1 :], disagreed.event)
    for gone in range(NEEDED, len(opening.given)):
        given = (*opening.given[:gone], *opening.given[gone + 1 :])
        yield replace(opening, given=given), (*past, disagreed.event)
