"""A small world for the tests: one dual-fuel installation, and everybody who may send to it."""

from datetime import UTC, date, datetime

from rulebook.law import rulings
from rulebook.model import Device, MeterPoints, Registration, User, World
from rulebook.vocabulary import (
    Certificate,
    CertificateUse,
    Component,
    DeviceType,
    Generation,
    RemotePartyRole,
    Rulings,
    ServiceRequest,
    Slot,
    UserRole,
    Variant,
)

NOON = datetime(2022, 11, 3, 12, tzinfo=UTC)
LONG_AGO = date(2020, 1, 1)

ROLES = {
    "registered ED": UserRole.ELECTRICITY_DISTRIBUTOR,
    "holding ED": UserRole.ELECTRICITY_DISTRIBUTOR,
    "third ED": UserRole.ELECTRICITY_DISTRIBUTOR,
    "registered GT": UserRole.GAS_TRANSPORTER,
    "holding GT": UserRole.GAS_TRANSPORTER,
    "registered IS": UserRole.IMPORT_SUPPLIER,
    "other IS": UserRole.IMPORT_SUPPLIER,
    "registered ES": UserRole.EXPORT_SUPPLIER,
    "registered GS": UserRole.GAS_SUPPLIER,
    "other GS": UserRole.GAS_SUPPLIER,
    "registered RSA": UserRole.REGISTERED_SUPPLIER_AGENT,
    "OU": UserRole.OTHER_USER,
}
ELECTRICITY = MeterPoints(import_mpan="1012345678901", export_mpan="1098765432109")
GAS = MeterPoints(mprn="7012345678")

DEVICES = {
    "ESME": Device("ESME", DeviceType.ESME, Generation.SMETS1, ELECTRICITY, Component.S1SP1, hub="hub"),
    "GPF": Device("GPF", DeviceType.GPF, Generation.SMETS1, GAS, Component.S1SP1, hub="hub"),
    "GSME": Device("GSME", DeviceType.GSME, Generation.SMETS1, GAS, Component.S1SP1, hub="hub"),
    "PPMID": Device("PPMID", DeviceType.PREPAYMENT_INTERFACE, Generation.SMETS1, GAS, Component.S1SP1, hub="hub"),
    "far GSME": Device("far GSME", DeviceType.GSME, Generation.SMETS1, GAS, Component.S1SP1, hub="far hub"),
    "far GPF": Device("far GPF", DeviceType.GPF, Generation.SMETS1, GAS, Component.S1SP1, hub="far hub"),
    "SMETS2 ESME": Device("SMETS2 ESME", DeviceType.ESME, Generation.SMETS2, ELECTRICITY, None, hub="new hub"),
}


def pair(owner: str, issue: int = 1) -> tuple[Certificate, Certificate]:
    """A party's signing and key agreement certificates."""
    return Certificate(owner, CertificateUse.DIGITAL_SIGNING, issue), Certificate(
        owner, CertificateUse.KEY_AGREEMENT, issue
    )


def held(operator: str, supplier: str) -> dict[Slot, Certificate | None]:
    """What four slots hold when each pair has one owner."""
    signing, agreeing = pair(operator)
    supplier_signing, supplier_agreeing = pair(supplier)
    return {
        Slot.CRITICAL_NETWORK_OPERATOR: signing,
        Slot.NON_CRITICAL_NETWORK_OPERATOR: agreeing,
        Slot.CRITICAL_SUPPLIER: supplier_signing,
        Slot.NON_CRITICAL_SUPPLIER: supplier_agreeing,
    }


def _registrations() -> tuple[Registration, ...]:
    registered = {name: role for name, role in ROLES.items() if name.startswith("registered")}
    points = [point for point in (ELECTRICITY.import_mpan, ELECTRICITY.export_mpan, GAS.mprn) if point]
    return tuple(
        Registration(point, role, name, name, LONG_AGO) for point in points for name, role in registered.items()
    )


WORLD = World(
    now=NOON,
    users={name: User(name, name, frozenset({role})) for name, role in ROLES.items()},
    devices=DEVICES,
    registrations=_registrations(),
    slots={
        "ESME": held("holding ED", "registered IS"),
        "GPF": held("holding GT", "registered GS"),
        "GSME": held("holding GT", "registered GS"),
        "SMETS2 ESME": held("holding ED", "registered IS"),
    },
)
"""The wrong certificate is in every Network Operator slot."""

DEFAULT: Rulings = rulings()


def update(
    sender: str, owner: str, target: str = "ESME", role: RemotePartyRole = RemotePartyRole.NETWORK_OPERATOR
) -> ServiceRequest:
    """A 6.15.1."""
    return ServiceRequest(Variant.UPDATE_SECURITY_CREDENTIALS_KRP, sender, target, role, pair(owner))
