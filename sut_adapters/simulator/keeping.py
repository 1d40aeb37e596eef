"""Keeps the simulator's state in its databases: the DSP's own, and one for each S1SP.

A request that replaces certificates is written to its S1SP's database in one transaction, together with what is to be
said about it; only then does the DSP record that it has ended. Whatever is killed in between, the two agree again
after a restart, because the DSP finds in the S1SP's database what it has not recorded.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database import stored
from sut_adapters.s1sp_database.stored import Change, Handled
from sut_adapters.simulator import facts, journal
from sut_adapters.simulator.databases import Databases
from sut_adapters.simulator.exchange import Push
from sut_adapters.simulator.slot_changes import changes
from sut_adapters.simulator.state import State, Work

MESSAGES: TypeAdapter[tuple[Push, ...]] = TypeAdapter(tuple[Push, ...])


class Keeper:
    """`state` is the one that the databases hold, `last_number` the highest that a message has.

    Every method raises Unreachable where a database has gone away.
    """

    def __init__(self, databases: Databases, state: State, last_number: int = 0) -> None:
        self._databases, self._saved, self._last_number = databases, state, last_number
        self._known: defaultdict[Component, list[str]] = defaultdict(list)

    def save(self, after: State, pushes: Sequence[Push] = (), gone: Collection[int] = ()) -> Mapping[int, Push]:
        """Write what differs; gives the messages by number. `gone` are numbers of messages that need no delivery."""
        before, first = self._saved, self._last_number + 1
        begun, ended = _missing(after.pending, before.pending), _missing(before.pending, after.pending)
        numbered = dict(enumerate(pushes, first))
        written, new_facts = changes(before, after), facts.changed(before, after)
        for component, change in written.items():
            if component is not Component.DEVICE:
                self._write(component, self._with_notes(component, change, ended, pushes))
        if begun or ended or numbered or gone or new_facts or Component.DEVICE in written:
            with self._databases.dsp.transaction() as connection:
                stored.write(connection, written.get(Component.DEVICE, Change()))
                journal.learn(connection, new_facts)
                journal.begin(connection, begun)
                journal.finish(connection, {work.request_id: work.request_id in after.answered for work in ended})
                journal.forget(connection, gone)
                journal.post(connection, numbered)
        for component in written:
            self._known[component] = [work.request_id for work in ended]
        self._saved, self._last_number = after, self._last_number + len(pushes)
        return numbered

    def _with_notes(self, component: Component, change: Change, ended: list[Work], pushes: Sequence[Push]) -> Change:
        known = tuple(self._known.pop(component, ()))
        if len(ended) != 1:
            return replace(change, known=known)
        work = ended[0]
        messages = MESSAGES.dump_json(tuple(pushes)).decode()
        handled = Handled(work.request_id, work.request.target, work.received.isoformat(), messages)
        return replace(change, known=known, handled=handled)

    def _write(self, component: Component, change: Change) -> None:
        with self._databases.s1sps[component].transaction() as connection:
            stored.write(connection, change)


def _missing(here: Iterable[Work], there: Iterable[Work]) -> list[Work]:
    """Work that is here and not there."""
    known = {id(work) for work in there}
    return [work for work in here if id(work) not in known]
