"""Systems under test that answer rightly, and write down what they were asked."""

from pathlib import Path

from rulebook.vocabulary import (
    SECMP0107,
    Accepted,
    Check,
    Component,
    Outcome,
    Release,
    ServiceRequest,
    UserRole,
    refusal,
)
from sut_adapters.port import DeviceSpec

LOG = Path("asked.log")
RIGHT = {
    "Southfell": Accepted(),
    "Curlew": refusal(Component.DSP, Check.REGISTRATION),
    "Dunlin": refusal(Component.DSP, Check.REGISTRATION),
    "Northmoor": refusal(Component.S1SP1, Check.CERTIFICATE_OWNERSHIP),
    "Westbrook": refusal(Component.S1SP1, Check.REGISTRATION),
}


class Fake:
    """Answers by the sender, and writes down what it was asked."""

    identity = "fake, build 7"

    def begin(self, scenario: str, seed: int) -> None:
        self.seed = seed
        self.handles = 0

    def end(self) -> None:
        pass

    def send(self, request: ServiceRequest) -> Outcome:
        with LOG.open("a") as log:
            log.write(f"{self.seed} {request.sender}\n")
        return RIGHT[request.sender]

    def settled(self) -> bool:
        return True

    def place(self, spec: DeviceSpec) -> str:
        self.handles += 1
        return f"{spec.generation} {spec.device_type} {self.handles}"

    def register(self, device: str, role: UserRole, party: str) -> None:
        pass


class Switchable(Fake):
    """One whose release state the suite may switch."""

    state = SECMP0107

    def release(self) -> Release:
        return self.state

    def switch(self, release: Release) -> None:
        self.state = release
