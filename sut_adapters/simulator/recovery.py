"""From databases to the state that they hold: where a simulator was that has ended, or was killed."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database import stored
from sut_adapters.s1sp_database.stored import Contents
from sut_adapters.simulator import facts, journal
from sut_adapters.simulator.admission import admitted
from sut_adapters.simulator.authentication import authentic, readable
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.exchange import Objection, Push, Unreadable
from sut_adapters.simulator.journal import Records, Unfinished
from sut_adapters.simulator.keeping import MESSAGES
from sut_adapters.simulator.slot_contents import with_contents
from sut_adapters.simulator.state import State

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovered:
    """The state as the databases have it, and what has not been delivered, by number."""

    state: State
    outbox: Mapping[int, Push]


def recovered(databases: Databases, fresh: State) -> Recovered:
    """`fresh` with everything that was kept. What an S1SP did and the DSP has not recorded, the DSP records now."""
    kept = {component: _contents(databases, component) for component in (Component.DEVICE, *databases.s1sps)}
    with databases.dsp.transaction() as connection:
        records = journal.read(connection)
        for request_id, pushes in _done(records, kept).items():
            journal.finish(connection, {request_id: any(push.acted_on == request_id for push in pushes)})
            journal.post(connection, dict(enumerate(pushes, max(records.outbox, default=0) + 1)))
            records = journal.read(connection)
        state = with_contents(facts.restored(fresh, records.facts), kept)
        state = replace(state, answered=records.answered)
        for each in records.unfinished:
            state, understood = _resumed(each, state)
            if not understood:
                journal.finish(connection, {each.request_id: False})
    return Recovered(state, records.outbox)


def _contents(databases: Databases, component: Component) -> Contents:
    database = databases.dsp if component is Component.DEVICE else databases.s1sps[component]
    with database.transaction() as connection:
        return stored.read(connection)


def _done(records: Records, kept: Mapping[Component, Contents]) -> dict[str, tuple[Push, ...]]:
    """Requests that an S1SP has brought to their end, as far as the DSP has not recorded it."""
    handled = {(each.request_id, each.received): each for contents in kept.values() for each in contents.handled}
    found = {each.request_id: handled.get((each.request_id, each.received.isoformat())) for each in records.unfinished}
    return {name: MESSAGES.validate_json(each.messages) for name, each in found.items() if each}


def _resumed(unfinished: Unfinished, state: State) -> tuple[State, bool]:
    """The state with this request pending; without it, where its signatures are no longer believed."""
    at = unfinished.received
    try:
        request = readable(unfinished.document, state.settings)
        found = admitted(authentic(unfinished.document, request, state.settings, at), state, at)
    except (Unreadable, Objection) as objection:
        LOG.warning("%s, acknowledged earlier, is given up: %s", unfinished.request_id, objection)
        return state, False
    work = replace(found.work, handed_over=unfinished.handed_over)
    return replace(state.with_learned(found.learned), pending=(*state.pending, work)), True
