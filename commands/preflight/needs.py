"""What scenarios would ask of an environment, found by playing them on the reference model."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from importlib import import_module

from harness.corpus import ScenarioText
from proof.player import Player
from rulebook.law import eligibility
from rulebook.vocabulary import Outcome, Rulings, ServiceRequest, Slot, Tampering
from steps import MODULES
from sut_adapters.cast import NETWORK_OPERATOR_ROLE
from sut_adapters.duis.preflight import Needs
from sut_adapters.duis.registered import wanted_registrations
from sut_adapters.port import DeviceSpec
from sut_adapters.reference import ReferenceModel
from sut_adapters.trouble import Trouble

NO_HUB = ""
"""A state is one device's: what it shares a hub with is no part of it."""


@dataclass
class Overheard:
    """The reference model, and what was asked of it in one scenario."""

    model: ReferenceModel
    placed: dict[str, DeviceSpec] = field(default_factory=dict)
    asked: list[ServiceRequest] = field(default_factory=list)

    def __getattr__(self, name: str) -> object:
        return getattr(self.model, name)

    def place(self, spec: DeviceSpec) -> str:
        device = self.model.place(spec)
        self.placed[device] = spec
        return device

    def send(self, request: ServiceRequest) -> Outcome:
        return self.model.send(self._noted(request))

    def submit(self, request: ServiceRequest) -> str:
        return self.model.submit(self._noted(request))

    def hand_over(self, request: ServiceRequest) -> Outcome:
        return self.model.hand_over(self._noted(request))

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        return self.model.post(self._noted(request), tampering)

    def _noted(self, request: ServiceRequest) -> ServiceRequest:
        self.asked.append(request)
        return request


def needs_of(scenarios: Iterable[ScenarioText], rulings: Rulings, progress: Callable[[], None]) -> Needs:
    """Of all of them together; `progress` is called after each."""
    player, model = Player([import_module(name) for name in MODULES]), ReferenceModel(rulings)
    states: dict[Hashable, tuple[DeviceSpec, list[str]]] = {}
    critical: Counter[str] = Counter()
    planting: Counter[str] = Counter()
    for scenario in scenarios:
        model.begin(scenario.id, 0)
        overheard = Overheard(model)
        with suppress(Trouble):
            player.play(scenario, overheard, rulings)
        critical.update(request.sender for request in overheard.asked if eligibility()[request.variant].critical)
        for device, spec in overheard.placed.items():
            states.setdefault(_state(spec), (replace(spec, hub=NO_HUB), []))[1].append(scenario.id)
            planting.update(_planting(device, spec, model))
        progress()
    return Needs(tuple((spec, tuple(ids)) for spec, ids in states.values()), critical, planting)


def _state(spec: DeviceSpec) -> Hashable:
    """What two specifications of one state have in common."""
    said = (spec.device_type, spec.generation, spec.s1sp, spec.status)
    return (*said, tuple(sorted(spec.registered.items())), tuple(sorted(spec.slots.items(), key=lambda pair: pair[0])))


def _planting(device: str, spec: DeviceSpec, model: ReferenceModel) -> list[str]:
    """Who would send a request to plant the state in a device that is right, and who to put back what came of it."""
    slot = Slot.CRITICAL_NETWORK_OPERATOR
    operator = wanted_registrations(spec)[NETWORK_OPERATOR_ROLE[spec.device_type]]
    wrong = spec.slots.get(slot)
    planted = wrong is not None and wrong.owner != operator
    held = model.slots(device)[slot]
    changed = held is not None and held.owner != (wrong.owner if wrong else operator)
    return [*([operator] if planted else []), *([held.owner] if held is not None and (planted or changed) else [])]
