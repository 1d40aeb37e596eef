"""What silence means: proved where the system says that it has settled, or was alive before and after."""

from collections.abc import Callable, Iterable

from rulebook.vocabulary import Component, ServiceRequest, UserRole, Variant
from sut_adapters.duis.estate_profile import LeasableDevice

MAY_READ_CREDENTIALS = frozenset(
    {
        UserRole.IMPORT_SUPPLIER,
        UserRole.GAS_SUPPLIER,
        UserRole.ELECTRICITY_DISTRIBUTOR,
        UserRole.GAS_TRANSPORTER,
    }
)
"""Eligible for SRV 6.24.1, which changes nothing (DUIS request matrix)."""

LivenessRequest = Callable[[str, Component], ServiceRequest | None]
"""A request that changes nothing, by a party and to a device of one S1SP, or None where there is no such device."""


class Silence:
    """`settled` is set by whoever can ask the system; without it life is what counts."""

    def __init__(self, devices: Iterable[LeasableDevice]) -> None:
        self.settled: Callable[[], bool] | None = None
        self.liveness_request: LivenessRequest = _by_the_inventory(tuple(devices))
        self._alive: set[tuple[str, Component]] = set()

    def has_settled(self) -> bool:
        """Whether the system says that nothing more is under way; False where it cannot say."""
        return self.settled is not None and self.settled()

    def note_answer(self, party: str, serving: Component) -> None:
        """The S1SP has answered this party in this run."""
        self._alive.add((party, serving))

    def was_alive(self, party: str, serving: Component) -> bool:
        """Whether the S1SP has answered this party in this run."""
        return (party, serving) in self._alive

    def needs_proof(self, party: str, serving: Component | None) -> ServiceRequest | None:
        """The liveness request to send before the first one that silence might answer; None where none is needed."""
        if self.settled is not None or serving is None or self.was_alive(party, serving):
            return None
        return self.liveness_request(party, serving)


def _by_the_inventory(devices: tuple[LeasableDevice, ...]) -> LivenessRequest:
    def request(party: str, serving: Component) -> ServiceRequest | None:
        for device in devices:
            roles = {role for role, name in device.registered.items() if name == party}
            if device.s1sp is serving and roles & MAY_READ_CREDENTIALS:
                return ServiceRequest(Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS, party, device.id)
        return None

    return request
