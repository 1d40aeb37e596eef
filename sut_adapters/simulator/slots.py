"""A device's four anchor slots, by the role and the use that messages name them by."""

from collections.abc import Iterator

from rulebook.vocabulary import CertificateUse, RemotePartyRole, ServiceRequest, Slot
from sut_adapters.duis.responses import HeldCertificate, SlotOutcome, certificate_hash
from sut_adapters.simulator.state import State

SLOTS = {
    (RemotePartyRole.SUPPLIER, CertificateUse.DIGITAL_SIGNING): Slot.CRITICAL_SUPPLIER,
    (RemotePartyRole.SUPPLIER, CertificateUse.KEY_AGREEMENT): Slot.NON_CRITICAL_SUPPLIER,
    (RemotePartyRole.NETWORK_OPERATOR, CertificateUse.DIGITAL_SIGNING): Slot.CRITICAL_NETWORK_OPERATOR,
    (RemotePartyRole.NETWORK_OPERATOR, CertificateUse.KEY_AGREEMENT): Slot.NON_CRITICAL_NETWORK_OPERATOR,
}


def held(state: State, device: str, roles: tuple[RemotePartyRole, ...]) -> Iterator[HeldCertificate]:
    """What the slots of these roles hold; empty slots are left out."""
    for (role, use), slot in SLOTS.items():
        stored = state.world.stored(device, slot)
        if role in roles and stored is not None:
            yield HeldCertificate(role, use, stored.owner, certificate_hash(state.certificate(stored)))


def replaced(before: State, request: ServiceRequest) -> Iterator[SlotOutcome]:
    """What becomes of each certificate of a request that is carried out, in the order of the request."""
    if (role := request.role) is None:
        return
    for new in request.certificates:
        slot = SLOTS.get((role, new.use))
        former = None if slot is None else before.world.stored(request.target, slot)
        yield SlotOutcome(
            role=role,
            use=new.use,
            existing_owner=former.owner if former else None,
            existing_hash=certificate_hash(before.certificate(former)) if former else None,
            new_owner=new.owner,
            new_hash=certificate_hash(before.certificate(new)),
        )
