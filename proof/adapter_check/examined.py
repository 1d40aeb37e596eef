"""An adapter under examination: its ports as typed questions, each scenario begun and ended."""

from collections.abc import Callable, Mapping
from typing import cast

from proof.adapter_check.calls import Calls
from proof.adapter_check.finding import Fault, Finding, Hung, LeftOut
from rulebook.vocabulary import Certificate, Component, Outcome, ServiceRequest, Slot
from sut_adapters import port, shapes
from sut_adapters.port import DeviceSpec
from sut_adapters.request_path import REQUEST_PATH

PORTS: tuple[type, ...] = (*REQUEST_PATH, port.ScenarioScope)
Slots = Mapping[Slot, Certificate | None]


class Examined:
    """`excluded` are the ports that the profile declares not applicable, by name, with the reason."""

    def __init__(
        self, system: object, calls: Calls, excluded: Mapping[str, str], progress: Callable[[str], None]
    ) -> None:
        self._system, self.calls, self._excluded, self._progress = system, calls, excluded, progress
        self._offered = frozenset(kind for kind in PORTS if self._offers(kind))
        self._scenarios = 0

    def attempt(self, words: str, examine: Callable[[], None], *needed: type) -> None:
        """One examination in a scenario of its own, if the ports that it needs are there."""
        missing = [kind.__name__ for kind in needed if kind not in self._offered]
        if missing:
            reason = self._excluded.get(missing[0], "it is not offered")
            self.calls.report.left_out.append((words, f"{missing[0]}: {reason}"))
            return
        self._progress(words)
        if self._completed(words, self._begin) and self._completed(words, examine):
            self.calls.report.asked.append(words)
        self._completed(words, self._end)

    def offers(self, kind: type) -> bool:
        """Whether it has a port, and the profile does not exclude it."""
        return kind in self._offered

    def ask(self, asked: str, method: str, *arguments: object, shape: shapes.Shape, **named: object) -> object:
        """Call a method of a port by its name."""
        return self.calls.make(asked, lambda: getattr(self._system, method)(*arguments, **named), shape)

    def place(self, spec: DeviceSpec) -> str:
        """The handle of a device as specified."""
        return cast("str", self.ask("Estate.place", "place", spec, shape=shapes.handle))

    def slots(self, device: str) -> Slots:
        """What its slots hold."""
        return cast("Slots", self.ask("SlotInspection.slots", "slots", device, shape=shapes.stored))

    def served_by(self, device: str) -> Component:
        """The S1SP that serves it."""
        found = cast("Component", self.ask("SlotInspection.served_by", "served_by", device, shape=shapes.component))
        if not found.is_s1sp:
            mend = "name the S1SP, as SRV 8.2 shows it"
            raise Fault(Finding("SlotInspection.served_by", "an S1SP for a SMETS1 device", str(found), mend))
        return found

    def outcome(self, words: str, method: str, *arguments: object) -> Outcome:
        """How a request ended, by a method that gives an Outcome."""
        return cast("Outcome", self.ask(words, method, *arguments, shape=shapes.outcome))

    def send(self, words: str, request: ServiceRequest) -> Outcome:
        """How a request ended, through the UserGateway."""
        return self.outcome(words, "send", request)

    def _offers(self, kind: type) -> bool:
        if kind.__name__ in self._excluded:
            return False
        asked = f"whether it offers {kind.__name__}"
        try:
            return bool(self.calls.make(asked, lambda: isinstance(self._system, kind), shapes.truth))
        except Hung:
            raise
        except Fault as fault:
            self.calls.report.note(fault.finding)
            return False

    def _begin(self) -> None:
        self._scenarios += 1
        if self.offers(port.ScenarioScope):
            name = f"check-adapter::{self._scenarios}"
            self.ask("ScenarioScope.begin", "begin", name, self._scenarios, shape=shapes.nothing)

    def _end(self) -> None:
        if self.offers(port.ScenarioScope):
            self.ask("ScenarioScope.end", "end", shape=shapes.nothing)

    def _completed(self, words: str, part: Callable[[], None]) -> bool:
        try:
            part()
        except LeftOut as reason:
            self.calls.report.left_out.append((words, str(reason)))
        except Hung:
            raise
        except Fault as fault:
            self.calls.report.note(fault.finding)
        else:
            return True
        return False
