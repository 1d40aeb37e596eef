"""Which requests bring a device's slots from one state to another, and why they may not be sent. Sends nothing.

The same function plans the way there and the way back: what cannot be put back is not planted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rulebook.vocabulary import (
    NETWORK_OPERATORS,
    Certificate,
    Component,
    Generation,
    Release,
    RemotePartyRole,
    Rulings,
    ServiceRequest,
    Slot,
    UserRole,
    Variant,
)
from rulebook.vocabulary.outcomes import article
from sut_adapters.cast import CAST, NETWORK_OPERATOR_ROLE, SUPPLIER_ROLE
from sut_adapters.duis.estate_profile import LeasableDevice

Slots = Mapping[Slot, Certificate | None]

CRITICAL_AND_NON_CRITICAL = {
    RemotePartyRole.NETWORK_OPERATOR: (Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR),
    RemotePartyRole.SUPPLIER: (Slot.CRITICAL_SUPPLIER, Slot.NON_CRITICAL_SUPPLIER),
}


class NoWay(Exception):
    """Why the slots cannot be brought into the state: a clause for people."""


@dataclass(frozen=True, slots=True)
class Means:
    """What there is to plant with.

    `signs` says of a party whether its signer is in the profile, `placeable` of a certificate whether it may be placed.
    `release` is None where nobody knows it. `s1sp` serves the device; None where it is not known, or on SMETS2.
    """

    release: Release | None
    rulings: Rulings
    signs: Callable[[str], bool]
    placeable: Callable[[Certificate], bool]
    s1sp: Component | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A device, who is registered for it, and the means at hand."""

    device: LeasableDevice
    registered: Mapping[UserRole, str]
    means: Means


def way(site: Site, held: Slots, wanted: Slots, *, handover: bool) -> tuple[ServiceRequest, ...]:
    """The requests that make slots that hold the one hold the other, one for each kind of party; raises NoWay.

    The holder's own 6.15.1; with `handover` also SRV 6.21 by the registered supplier, where the profile says that the
    device takes it. None is among them whose acceptance hangs on an open question.
    """
    kinds = [
        kind for kind, slots in CRITICAL_AND_NON_CRITICAL.items() if any(held[one] != wanted[one] for one in slots)
    ]
    return tuple(_request(site, kind, held, wanted, handover) for kind in kinds)


def _request(site: Site, kind: RemotePartyRole, held: Slots, wanted: Slots, handover: bool) -> ServiceRequest:
    placed = [wanted[slot] for slot in CRITICAL_AND_NON_CRITICAL[kind]]
    certificates = tuple(one for one in placed if one is not None)
    if len(certificates) < len(placed):
        raise NoWay("no request makes a slot empty")
    for certificate in certificates:
        if not site.means.placeable(certificate):
            raise NoWay(f"{described(certificate)} is not in the profile, or its owner's signer is not")
    try:
        sender, signing_issue = _holder(site, kind, held)
    except NoWay as reason:
        if not handover:
            raise
        return _handover(site, kind, certificates, str(reason))
    return ServiceRequest(
        Variant.UPDATE_SECURITY_CREDENTIALS_KRP, sender, site.device.id, kind, certificates, signing_issue=signing_issue
    )


def _holder(site: Site, kind: RemotePartyRole, held: Slots) -> tuple[str, int]:
    """Who holds the slots and may replace what is in them."""
    critical, non_critical = (held[slot] for slot in CRITICAL_AND_NON_CRITICAL[kind])
    if critical is None:
        raise NoWay(f"its critical {kind} slot is empty, so nobody holds it")
    if not _decides_alone(site) and (non_critical is None or non_critical.owner != critical.owner):
        raise NoWay("its slots are different parties', and which of them counts is open (O5.slot)")
    holder = critical.owner
    if not site.means.signs(holder):
        raise NoWay(f"the signer of {holder}, which holds its slots, is not in the profile")
    if reason := _why_not_sent(site, kind, holder):
        raise NoWay(f"{holder} holds its slots, but {reason}")
    return holder, critical.issue


def _why_not_sent(site: Site, kind: RemotePartyRole, holder: str) -> str:
    """Why the holder's 6.15.1 would not get past the DSP and the S1SP; empty where it would."""
    own_role = (NETWORK_OPERATOR_ROLE if kind is RemotePartyRole.NETWORK_OPERATOR else SUPPLIER_ROLE)[site.device.type]
    if site.device.generation is Generation.SMETS2 or site.registered.get(own_role) == holder:
        return ""
    if own_role not in NETWORK_OPERATORS:
        return "is not registered"
    if own_role not in CAST.get(holder, frozenset()) and not _ruled(site, "O2", "no-fuel-limit"):
        return "of the other fuel, which is open (O2)"
    if site.means.release is None:
        return "is not registered, and nobody says which components have SECMP0107 in force"
    for component in (Component.DSP, site.means.s1sp):
        if component is None or not site.means.release.in_force_at(component):
            return (
                f"is not registered, and SECMP0107 is not in force at {article(component) if component else 'its S1SP'}"
            )
    return ""


def _handover(
    site: Site, kind: RemotePartyRole, certificates: tuple[Certificate, ...], why_not_by_holder: str
) -> ServiceRequest:
    supplier = site.registered.get(SUPPLIER_ROLE[site.device.type], "")
    if kind is not RemotePartyRole.NETWORK_OPERATOR or not site.device.takes_handover:
        raise NoWay(why_not_by_holder)
    if not site.means.signs(supplier):
        raise NoWay(f"{why_not_by_holder}; and the signer of {supplier or 'its registered supplier'} is not either")
    return ServiceRequest(Variant.REQUEST_HANDOVER, supplier, site.device.id, kind, certificates)


def described(certificate: Certificate | None) -> str:
    """`Southfell's key agreement certificate (issue 2)`."""
    if certificate is None:
        return "nothing"
    issue = f" (issue {certificate.issue})" if 1 < certificate.issue < 1000 else ""
    return f"{certificate.owner}'s {certificate.use} certificate{issue}"


def _decides_alone(site: Site) -> bool:
    return site.device.generation is Generation.SMETS2 or _ruled(site, "O5.slot", "critical-slot")


def _ruled(site: Site, point: str, reading: str) -> bool:
    return not site.means.rulings.is_open(point) and site.means.rulings.reading(point) == reading
