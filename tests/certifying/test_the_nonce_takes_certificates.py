"""The Board's nonce decides which certificates are taken, on the reference as over the wire; the answers stay."""

from harness.seeds import nonce_seed, scenario_seed
from rulebook import law
from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    Accepted,
    Certificate,
    CertificateUse,
    DeviceType,
    RemotePartyRole,
    ServiceRequest,
    Slot,
    Variant,
)
from sut_adapters.duis.request import read_request
from sut_adapters.port import DeviceSpec
from sut_adapters.reference import ReferenceModel

CRITICAL, NON_CRITICAL = Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR
SLOTS = {
    CRITICAL: Certificate("Southfell", CertificateUse.DIGITAL_SIGNING),
    NON_CRITICAL: Certificate("Southfell", CertificateUse.KEY_AGREEMENT),
}
PLACED = tuple(Certificate("Northmoor", use) for use in CertificateUse)
NONCES = tuple(f"board-{number}" for number in range(10))


def placed_by(nonce: str) -> tuple[bytes, ...]:
    """The certificates, in DER, that a run by the nonce places in one scenario; the request was accepted."""
    system = ReferenceModel(law.rulings())
    system.begin("a scenario", scenario_seed(nonce_seed(nonce), "a scenario"))
    device = system.place(DeviceSpec(DeviceType.ESME, slots=SLOTS))
    role = RemotePartyRole.NETWORK_OPERATOR
    request = ServiceRequest(Variant.UPDATE_SECURITY_CREDENTIALS_KRP, "Southfell", device, role, PLACED)
    assert system.post(request) == Accepted()
    assert {system.slots(device)[slot] for slot in NETWORK_OPERATOR_SLOTS} == set(PLACED)
    sent = read_request(system.messages()[0].document, tuple(Variant))
    return tuple(sent.certificates[use] for use in CertificateUse)


def test_one_nonce_takes_the_same_twice_and_another_takes_others() -> None:
    assert placed_by(NONCES[0]) == placed_by(NONCES[0])
    assert len({placed_by(nonce) for nonce in NONCES}) == 2
