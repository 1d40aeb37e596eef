"""The port RequestsInFlight: the environment holds every request after the DSP's acknowledgement until it is let go."""

from collections.abc import Callable
from dataclasses import dataclass

from rulebook.vocabulary import Outcome, ServiceRequest
from sut_adapters.duis.gateway import Gateway
from sut_adapters.trouble import Trouble


@dataclass
class HeldInFlight:
    """`hold` keeps the S1SPs' work waiting, or lets it go on; `holding` is what it was last asked for."""

    gateway: Gateway
    hold: Callable[[bool], None]
    holding: bool = False

    def submit(self, request: ServiceRequest) -> str:
        """RequestsInFlight."""
        self.holding = True
        self.hold(True)
        try:
            return self.gateway.dispatch(request)
        except Trouble:
            self._let_go()
            raise

    def outcome(self, ticket: str) -> Outcome:
        """RequestsInFlight."""
        self._let_go()
        return self.gateway.collect(ticket)

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope: nothing is held."""

    def end(self) -> None:
        """ScenarioScope: whatever a scenario left waiting goes on."""
        if self.holding:
            self._let_go()

    def _let_go(self) -> None:
        self.hold(False)
        self.holding = False
