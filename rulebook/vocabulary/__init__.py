"""The nouns of the Smart Energy Code that this suite needs, and no others."""

from rulebook.vocabulary.alerts import AlertKind
from rulebook.vocabulary.devices import (
    NETWORK_OPERATOR_SLOTS,
    SUPPLIER_SLOTS,
    DeviceStatus,
    DeviceType,
    Generation,
    Slot,
)
from rulebook.vocabulary.outcomes import (
    Accepted,
    Check,
    Failed,
    FailureKind,
    Outcome,
    Quarantined,
    Refused,
    Scheduled,
    Silent,
    article,
    attested_code,
    describe,
    refusal,
)
from rulebook.vocabulary.parties import (
    NETWORK_OPERATOR_ROLE,
    NETWORK_OPERATORS,
    SUPPLIERS,
    RemotePartyRole,
    UserRole,
    UserStatus,
)
from rulebook.vocabulary.release import BASELINE, S1SPS, SECMP0107, Component, Release
from rulebook.vocabulary.requests import (
    HIGHEST_FLOOR,
    VARIANT_BY_NAME,
    Certificate,
    CertificateSet,
    CertificateUse,
    ServiceRequest,
    Variant,
)
from rulebook.vocabulary.rulings import Rulings
from rulebook.vocabulary.tampering import Tampering

__all__ = [
    "BASELINE",
    "HIGHEST_FLOOR",
    "NETWORK_OPERATORS",
    "NETWORK_OPERATOR_ROLE",
    "NETWORK_OPERATOR_SLOTS",
    "S1SPS",
    "SECMP0107",
    "SUPPLIERS",
    "SUPPLIER_SLOTS",
    "VARIANT_BY_NAME",
    "Accepted",
    "AlertKind",
    "Certificate",
    "CertificateSet",
    "CertificateUse",
    "Check",
    "Component",
    "DeviceStatus",
    "DeviceType",
    "Failed",
    "FailureKind",
    "Generation",
    "Outcome",
    "Quarantined",
    "Refused",
    "Release",
    "RemotePartyRole",
    "Rulings",
    "Scheduled",
    "ServiceRequest",
    "Silent",
    "Slot",
    "Tampering",
    "UserRole",
    "UserStatus",
    "Variant",
    "article",
    "attested_code",
    "describe",
    "refusal",
]
