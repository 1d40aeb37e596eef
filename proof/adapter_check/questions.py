"""What an adapter is asked: requests that every conformant system answers alike.

Each ends so in every release state and under every reading of every open point, so that nothing has to be known of the
system beforehand. Every second one is accepted, so that an answer to the question before shows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rulebook.vocabulary import (
    Accepted,
    Certificate,
    CertificateUse,
    Check,
    Component,
    DeviceType,
    Outcome,
    RemotePartyRole,
    ServiceRequest,
    Slot,
    UserRole,
    Variant,
    refusal,
)
from sut_adapters.port import UNKNOWN_DEVICE, DeviceSpec

OPERATOR, SUPPLIER = RemotePartyRole.NETWORK_OPERATOR, RemotePartyRole.SUPPLIER
SLOT_OF = {
    (OPERATOR, CertificateUse.DIGITAL_SIGNING): Slot.CRITICAL_NETWORK_OPERATOR,
    (OPERATOR, CertificateUse.KEY_AGREEMENT): Slot.NON_CRITICAL_NETWORK_OPERATOR,
    (SUPPLIER, CertificateUse.DIGITAL_SIGNING): Slot.CRITICAL_SUPPLIER,
    (SUPPLIER, CertificateUse.KEY_AGREEMENT): Slot.NON_CRITICAL_SUPPLIER,
}
Held = Mapping[Slot, Certificate]


@dataclass(frozen=True, slots=True)
class Question:
    """`request` is given the device's handle, `expected` who serves it. `holder` is in the Network Operator slots."""

    words: str
    request: Callable[[str], ServiceRequest]
    expected: Callable[[Component], Outcome]
    holder: str = "Northmoor"

    @property
    def spec(self) -> DeviceSpec:
        """A SMETS1 ESME, registered to Northmoor and supplied by Curlew."""
        registered = {UserRole.ELECTRICITY_DISTRIBUTOR: "Northmoor", UserRole.IMPORT_SUPPLIER: "Curlew"}
        return DeviceSpec(DeviceType.ESME, registered=registered, slots=self.held)

    @property
    def held(self) -> Held:
        """What all four slots of it hold."""
        return {**_held(self.holder, OPERATOR), **_held("Curlew", SUPPLIER)}


def placed_by(request: ServiceRequest) -> Held:
    """What the slots hold of the request once it is carried out."""
    if request.role is None:
        return {}
    return {SLOT_OF[request.role, certificate.use]: certificate for certificate in request.certificates}


def _held(owner: str, role: RemotePartyRole) -> Held:
    return {SLOT_OF[role, use]: Certificate(owner, use) for use in CertificateUse}


def _update(sender: str, role: RemotePartyRole, owner: str) -> Callable[[str], ServiceRequest]:
    """SRV 6.15.1 that places the certificates that the owner had issued second, which are in no slot yet."""
    placed = tuple(Certificate(owner, use, 2) for use in CertificateUse)
    return lambda device: ServiceRequest(Variant.UPDATE_SECURITY_CREDENTIALS_KRP, sender, device, role, placed)


def _asking(sender: str, variant: Variant) -> Callable[[str], ServiceRequest]:
    return lambda device: ServiceRequest(variant, sender, device)


def _accepted(_: Component) -> Outcome:
    return Accepted()


def _refused_by_the_dsp(check: Check) -> Callable[[Component], Outcome]:
    return lambda _: refusal(Component.DSP, check)


RENEWAL = Question(
    "Northmoor, registered and in the slots, renews its certificates (SRV 6.15.1)",
    _update("Northmoor", OPERATOR, "Northmoor"),
    _accepted,
)
WITHOUT_ROLE = Question(
    "Sanderling, an Other User, sends SRV 6.15.1",
    _update("Sanderling", OPERATOR, "Northmoor"),
    _refused_by_the_dsp(Check.USER_ROLE),
)
SUPPLIERS_RENEWAL = Question(
    "Curlew, registered and in the slots, renews its certificates (SRV 6.15.1)",
    _update("Curlew", SUPPLIER, "Curlew"),
    _accepted,
)
NOT_IN_THE_SLOTS = Question(
    "Northmoor, registered, sends SRV 6.15.1 while the slots hold Southfell's certificates",
    _update("Northmoor", OPERATOR, "Northmoor"),
    lambda serving: refusal(serving, Check.CERTIFICATE_OWNERSHIP),
    holder="Southfell",
)
INVENTORY = Question("Northmoor reads the inventory (SRV 8.2)", _asking("Northmoor", Variant.READ_INVENTORY), _accepted)
NOT_REGISTERED = Question(
    "Dunlin, an Import Supplier that is not registered, reads network data (SRV 4.10)",
    _asking("Dunlin", Variant.READ_NETWORK_DATA),
    _refused_by_the_dsp(Check.REGISTRATION),
)
SECOND_RENEWAL = Question(
    "Northmoor renews its certificates once more, on another device (SRV 6.15.1)",
    _update("Northmoor", OPERATOR, "Northmoor"),
    _accepted,
)
NO_DEVICE = Question(
    "Northmoor sends SRV 6.15.1 to a device that the inventory does not hold",
    lambda _: _update("Northmoor", OPERATOR, "Northmoor")(UNKNOWN_DEVICE),
    _refused_by_the_dsp(Check.DEVICE_EXISTENCE),
)
QUESTIONS = (
    RENEWAL,
    WITHOUT_ROLE,
    SUPPLIERS_RENEWAL,
    NOT_IN_THE_SLOTS,
    INVENTORY,
    NOT_REGISTERED,
    SECOND_RENEWAL,
    NO_DEVICE,
)
