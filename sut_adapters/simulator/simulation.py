"""A running simulator without its sockets: the state, what is kept of it, and what waits to be delivered.

Whatever changes the state is written down first; where that fails, nothing has changed.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace

from rulebook.vocabulary import Component
from sut_adapters.simulator.clocks import Clock, now
from sut_adapters.simulator.conclusion import conclude, delivered
from sut_adapters.simulator.endpoint import receive
from sut_adapters.simulator.exchange import Push, Reaction, Service
from sut_adapters.simulator.handing_over import passed_on, serving
from sut_adapters.simulator.keeping import Keeper
from sut_adapters.simulator.notices import given_up
from sut_adapters.simulator.recovery import Recovered
from sut_adapters.simulator.state import State, Work
from sut_adapters.simulator.unforeseen import told

LOG = logging.getLogger(__name__)


class Simulation:
    """For one thread. `recover` reads what the databases hold; `elsewhere` are addresses of S1SPs that somebody else
    plays.
    """

    state: State
    _outbox: dict[str, deque[tuple[int, Push]]]
    _gone: list[int]

    def __init__(self, recover: Callable[[], tuple[Recovered, Keeper]], clock: Clock = now) -> None:
        self._recover, self.clock = recover, clock
        self.held = False
        self.elsewhere: dict[Component, str] = {}
        self._begin()

    def restart(self, component: Component) -> None:
        """Forget everything and begin anew: what a component goes on from is what has been written down."""
        self.flush()
        self._begin()
        release = self.state.settings.conduct.restarted(component, self.state.release)
        self.adopt(replace(self.state, release=release))

    def receive(self, service: Service, body: bytes) -> Reaction:
        """Raises Unreachable, with nothing changed, where a database has gone away."""
        reaction = receive(service, body, self.state, self.clock())
        if reaction.state is not self.state:
            self.adopt(reaction.state, reaction.pushes)
        return reaction

    def conclude_next(self) -> bool:
        """Bring the oldest pending request to its end; False where there is none, or work is held.

        One on which the simulator itself fails is given up, so that it stands in nobody's way: a Command Failure.
        """
        if (work := self.next_work()) is None:
            return False
        try:
            after, pushes = conclude(self.state, work, self.clock())
        except Exception as error:  # a mistake of ours costs one request, and not the simulator
            LOG.error("%s is given up: the simulator has failed on it (%s)", work.request_id, told(error))
            self.give_up(work)
        else:
            self.adopt(after, pushes)
        return True

    def next_work(self) -> Work | None:
        """The oldest pending request; None where there is none, or work is held."""
        return None if self.held or not self.state.pending else self.state.pending[0]

    def give_up(self, work: Work) -> None:
        """End a request with a Command Failure."""
        self.adopt(self.state.without(work), (given_up(self.state, work, self.clock()),))

    def played_elsewhere(self, work: Work) -> tuple[Component, str] | None:
        """The S1SP that is to have this request, and its address, where somebody else plays it."""
        s1sp = serving(self.state, work) if self.elsewhere else None
        return None if s1sp is None or s1sp not in self.elsewhere else (s1sp, self.elsewhere[s1sp])

    def pass_on(self, work: Work, s1sp: Component, answer: bytes) -> None:
        """End a request with what an S1SP played by somebody else has answered; ValueError where that is no end."""
        if any(other is work for other in self.state.pending):
            self.adopt(*passed_on(self.state, work, s1sp, answer, self.clock()))

    def adopt(self, state: State, pushes: Iterable[Push] = ()) -> None:
        """Go on from another state, once it has been written down, with these messages to be delivered."""
        numbered = self._keeper.save(state, tuple(pushes), self._gone)
        self.state, self._gone = state, []
        self._queue(numbered.items())

    def empty(self, state: State) -> None:
        """Go on from a state in which nothing is under way: what has not been delivered never will be."""
        self._gone += [number for waiting in self._outbox.values() for number, _ in waiting]
        self._outbox.clear()
        self.held = False
        self.adopt(state)

    def flush(self) -> None:
        """Write down what has been delivered, if nothing else has taken it along."""
        if self._gone:
            self.adopt(self.state)

    def next_for(self, user_id: str) -> tuple[int, Push] | None:
        """What is to be delivered to a User next, by number."""
        waiting = self._outbox.get(user_id)
        return waiting[0] if waiting else None

    def addressees(self) -> tuple[str, ...]:
        """Users for whom something waits and whose Receive Response Service is known."""
        return tuple(user_id for user_id, waiting in self._outbox.items() if waiting and user_id in self.state.inboxes)

    def has_delivered(self, user_id: str, number: int) -> None:
        """Go on to the User's next message; nothing happens where this one is no longer waiting."""
        waiting = self._outbox.get(user_id)
        if waiting and waiting[0][0] == number:
            _, push = waiting.popleft()
            self.state = delivered(self.state, push)
            self._gone.append(number)

    @property
    def settled(self) -> bool:
        """Whether nothing more is under way to anybody who can be reached."""
        return not self.state.pending and not self.addressees()

    def _begin(self) -> None:
        recovered, self._keeper = self._recover()
        self.state, self._outbox, self._gone = recovered.state, {}, []
        self._queue(recovered.outbox.items())

    def _queue(self, posted: Iterable[tuple[int, Push]]) -> None:
        for number, push in posted:
            self._outbox.setdefault(push.user_id, deque()).append((number, push))
