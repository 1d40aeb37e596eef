"""Which certificate belongs in which slot, and which slots a request names."""

from rulebook.vocabulary import Certificate, CertificateUse, ServiceRequest, Slot
from steps.phrases import SLOT_WORDS

USES = {
    Slot.CRITICAL_NETWORK_OPERATOR: CertificateUse.DIGITAL_SIGNING,
    Slot.NON_CRITICAL_NETWORK_OPERATOR: CertificateUse.KEY_AGREEMENT,
    Slot.CRITICAL_SUPPLIER: CertificateUse.DIGITAL_SIGNING,
    Slot.NON_CRITICAL_SUPPLIER: CertificateUse.KEY_AGREEMENT,
}
"""A critical slot holds a signing certificate, the other one for key agreement."""

BOTH_SLOTS = (SLOT_WORDS["Network Operator slots"], SLOT_WORDS["Supplier slots"])


def named(request: ServiceRequest) -> dict[Slot, Certificate]:
    """The slots that a request names by the role and the uses of its certificates, with the certificate for each."""
    slots = [slot for words in BOTH_SLOTS if words.role is request.role for slot in words.slots]
    return {
        slot: certificate for slot in slots for certificate in request.certificates if certificate.use is USES[slot]
    }


def written(certificate: Certificate | None) -> str:
    """One certificate in words: `Northmoor's for key agreement, issue 2`."""
    return f"{certificate.owner}'s for {certificate.use}, issue {certificate.issue}" if certificate else "empty"
