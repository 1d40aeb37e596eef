"""Has the DSP's requests for the S1SPs come to those that the suite plays, where test control can bring that about."""

from contextlib import suppress
from dataclasses import dataclass, field

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.played_listener import PlayedListener
from sut_adapters.duis.test_control_client import TestControl
from sut_adapters.trouble import Trouble


@dataclass
class Rerouted:
    """A part that offers no port: from its first scenario until it is closed."""

    control: TestControl
    listener: PlayedListener
    rerouted: list[Component] = field(default_factory=list)

    def begin(self, scenario: str, seed: int) -> None:
        """ScenarioScope."""
        for s1sp in S1SPS:
            if s1sp not in self.rerouted:
                self.control.put(f"/s1sp/{s1sp}", {"url": self.listener.address(s1sp)})
                self.rerouted.append(s1sp)

    def end(self) -> None:
        """ScenarioScope."""

    def close(self) -> None:
        """Where the environment can still be reached, its own S1SPs have their requests again."""
        while self.rerouted:
            with suppress(Trouble):
                self.control.put(f"/s1sp/{self.rerouted.pop()}", {"url": None})
