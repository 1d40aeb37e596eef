"""What a device's slots hold, from the Entity Identifiers and hashes on the wire to names of the cast."""

from collections.abc import Iterable

from rulebook.vocabulary import Certificate, CertificateUse, RemotePartyRole, Slot
from sut_adapters.duis.eui import normalised
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.responses.smets1 import HeldCertificate, certificate_hash

SLOT_BY_CELL = {
    (RemotePartyRole.NETWORK_OPERATOR, CertificateUse.DIGITAL_SIGNING): Slot.CRITICAL_NETWORK_OPERATOR,
    (RemotePartyRole.NETWORK_OPERATOR, CertificateUse.KEY_AGREEMENT): Slot.NON_CRITICAL_NETWORK_OPERATOR,
    (RemotePartyRole.SUPPLIER, CertificateUse.DIGITAL_SIGNING): Slot.CRITICAL_SUPPLIER,
    (RemotePartyRole.SUPPLIER, CertificateUse.KEY_AGREEMENT): Slot.NON_CRITICAL_SUPPLIER,
}

HeldSlots = dict[Slot, Certificate | None]


class HeldReader:
    """Knows the certificates of the profile by their hash."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities

    def slots(self, held: Iterable[HeldCertificate]) -> HeldSlots:
        """All four slots; one that nothing is said of is empty, and a cell that is no slot of ours is left out."""
        found: HeldSlots = dict.fromkeys(Slot)
        for one in held:
            if slot := SLOT_BY_CELL.get((one.role, one.use)):
                found[slot] = self.certificate(one.owner, one.use, one.hash)
        return found

    def certificate(self, owner: str, use: CertificateUse, hashed: str | None) -> Certificate:
        """The certificate by its owner's name and issue; the Entity Identifier of an owner that the profile has not.

        Without a hash it is taken for the first issue. One that the profile has not has a number made of its hash in
        place of the issue, so that no two such are taken for one.
        """
        name = self._identities.names.get(normalised(owner), normalised(owner))
        if (known := self._issue(name, use, hashed or "")) is not None:
            return Certificate(name, use, known)
        return Certificate(name, use, int.from_bytes(hashed.encode()) if hashed else 1)

    def _issue(self, name: str, use: CertificateUse, hashed: str) -> int | None:
        party = self._identities.parties.get(name)
        held = party.certificates.items() if party else ()
        return next((issue for (of, issue), der in held if of is use and certificate_hash(der) == hashed), None)
