"""From an acknowledged request to its end: what changes, and what is to be pushed to whom."""

from dataclasses import replace
from datetime import datetime

from rulebook import model
from rulebook.vocabulary import Accepted, Refused, Scheduled
from sut_adapters.simulator.ends import end, s1sp_alerts
from sut_adapters.simulator.exchange import Push
from sut_adapters.simulator.notices import credentials_updated
from sut_adapters.simulator.replies import Answering
from sut_adapters.simulator.state import REMEMBERED_REQUESTS, State, Work


def conclude(state: State, work: Work, now: datetime) -> tuple[State, tuple[Push, ...]]:
    """The state without this piece of pending work, and the messages that tell how it ended, the User's first."""
    if not state.settings.conduct.hands_on:
        return state.without(work), ()
    world = state.world_at(now, {work.request.sender: work.counter})
    to_its_end = model.hand_over if work.handed_over else model.conclude
    found = to_its_end(world, work.request, state.release, state.rulings, state.settings.build)
    after = replace(state.without(work), world=found.world).with_trail(work.request_id, work.trail + found.trail)
    if isinstance(found.outcome, Accepted | Scheduled):
        after = replace(after, answered=(*state.answered, work.request_id)[-REMEMBERED_REQUESTS:])
    told = (*s1sp_alerts(state, work, found, now), *credentials_updated(after, work, found.messages, now))
    if not state.settings.conduct.tells(found.outcome):
        return after, ()
    if isinstance(found.outcome, Refused) and found.outcome.by.is_s1sp:
        return after, told
    answering = Answering(state.settings, work.request_id, work.request.variant, work.version, now)
    return after, (end(state, work, found.outcome, answering), *told)


def delivered(state: State, push: Push) -> State:
    """The state once the User has heard: from then on its older originator counters are out of date."""
    if push.acted_on is None:
        return state
    originator, _, counter = push.acted_on.split(":")
    highest = max(state.told.get(originator, 0), int(counter))
    return replace(state, told={**state.told, originator: highest})
