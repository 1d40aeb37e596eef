"""A small kill matrix to try: one feature, one fault with whatever it is said to break, and systems that misbehave."""

from dataclasses import replace
from typing import ClassVar

from proof.collection import collection
from rulebook.model import Build
from rulebook.vocabulary import Outcome, Rulings, ServiceRequest, Silent
from sut_adapters.breaches import Breach, beyond
from sut_adapters.faulty import Fault, find_fault
from sut_adapters.reference import ReferenceModel

PART = [one for one in collection().scenarios if one.path.endswith("srpd_6_2_d_network_operator.feature")]
ROLE = beyond("srpd-6.2.d", "role")


class Broken(ReferenceModel):
    """Falls over when it is sent anything."""

    def __init__(self, rulings: Rulings, build: Build) -> None:
        super().__init__(rulings, build=build)

    def send(self, request: ServiceRequest) -> Outcome:
        raise KeyError("no such column")


class Mute(ReferenceModel):
    """Never answers, for all that anybody can tell."""

    def __init__(self, rulings: Rulings, build: Build) -> None:
        super().__init__(rulings, build=build)

    def send(self, request: ServiceRequest) -> Outcome:
        return Silent(proved=False)


class Heard(ReferenceModel):
    """Remembers of what it was told."""

    told: ClassVar[list[str]] = []

    def begin(self, scenario: str, seed: int) -> None:
        super().begin(scenario, seed)
        self.told.append("begin")

    def end(self) -> None:
        self.told.append("end")

    def close(self) -> None:
        self.told.append("close")


def wrong(*breaks: Breach, rulings: dict[str, str] | None = None) -> Fault:
    """The exemption for Import Suppliers, said to break this."""
    return replace(find_fault("exemption-for-import-suppliers-too"), name="w", breaks=breaks, rulings=rulings or {})
