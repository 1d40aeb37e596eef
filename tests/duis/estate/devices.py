"""Devices that the tests lease: an ESME and a GPF with everybody of the cast registered by convention."""

from rulebook.vocabulary import Certificate, CertificateUse, DeviceType, Slot, UserRole
from sut_adapters.port import DeviceSpec

ELECTRICITY = {
    UserRole.ELECTRICITY_DISTRIBUTOR: "Northmoor",
    UserRole.IMPORT_SUPPLIER: "Curlew",
    UserRole.EXPORT_SUPPLIER: "Fulmar",
    UserRole.REGISTERED_SUPPLIER_AGENT: "Redshank",
}
GAS = {
    UserRole.GAS_TRANSPORTER: "Ashdown",
    UserRole.GAS_SUPPLIER: "Heron",
    UserRole.REGISTERED_SUPPLIER_AGENT: "Redshank",
}


def held_by(owner: str, issue: int = 1) -> dict[Slot, Certificate | None]:
    """Both Network Operator slots in one hand."""
    return {
        Slot.CRITICAL_NETWORK_OPERATOR: Certificate(owner, CertificateUse.DIGITAL_SIGNING, issue),
        Slot.NON_CRITICAL_NETWORK_OPERATOR: Certificate(owner, CertificateUse.KEY_AGREEMENT, issue),
    }


RIGHT = DeviceSpec(DeviceType.ESME)
WRONG = DeviceSpec(DeviceType.ESME, slots=held_by("Southfell"))
"""Southfell's certificates in the slots of a device that is registered to Northmoor."""
