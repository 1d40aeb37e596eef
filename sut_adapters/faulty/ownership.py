"""Builds that ask whose certificate is stored (S1SR 4.2) of the wrong party or certificate, or not at all."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT, Build
from rulebook.model.registration import in_force
from rulebook.readings.certificate_ownership import CRITICAL_AND_NON_CRITICAL, slots_read
from rulebook.readings.certificate_ownership import business_originator_owns_the_stored_certificate as by_the_slot
from rulebook.readings.registration_check import sender_is_the_registered_party as by_the_register
from rulebook.vocabulary import SUPPLIERS, Certificate, RemotePartyRole
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.parts import Predicate, anything, worded


def owning(holds: Predicate) -> Build:
    """A build that takes others for the owner of the stored certificate."""
    return replace(RIGHT, owns=holds)


def not_asking(of: Predicate) -> Build:
    """A build that does not ask in these cases."""
    return owning(lambda case: of(case) or by_the_slot(case))


def from_a_supplier(case: Case) -> bool:
    """Sent by a Supplier."""
    return not case.acting_roles.isdisjoint(SUPPLIERS)


def exempt(case: Case) -> bool:
    """Spared the registration check by SECMP0107."""
    return in_force(case) and worded(case)


def in_the_suppliers_slot(case: Case) -> bool:
    """By the critical Supplier slot, whatever slots are named."""
    return _is_senders(case, _stored(case, RemotePartyRole.SUPPLIER, critical=True))


def in_the_non_critical_slot(case: Case) -> bool:
    """By the non-critical slot of the kind that is named."""
    return _is_senders(case, _stored(case, case.request.role, critical=False))


def in_either_slot(case: Case) -> bool:
    """By either slot of the kind that is named."""
    return by_the_slot(case) or in_the_non_critical_slot(case)


def of_the_certificate_that_is_brought(case: Case) -> bool:
    """By the certificates in the request."""
    return any(certificate.owner == case.request.sender for certificate in case.request.certificates)


def of_one_operator(case: Case) -> bool:
    """By the market participant behind the Entity Identifier."""
    owners = {stored.owner for slot in slots_read(case) if (stored := case.world.stored(case.request.target, slot))}
    return any(case.world.users[owner].operator == case.sender.operator for owner in owners)


def slot_empty(case: Case) -> bool:
    """Where nothing is stored."""
    return all(case.world.stored(case.request.target, slot) is None for slot in slots_read(case))


def known_from_before(case: Case) -> bool:
    """By a request that the device has taken from the sender at some time."""
    return (case.request.target, case.request.sender) in case.world.execution_counters


FAULTS = (
    Fault(
        "ownership-check-dropped",
        (
            beyond("s1sr-4.2", "stored-certificate"),
            beyond("s1sr-4.2", "business-originator"),
            beyond("fia-3.2.3", "owner"),
            short_of("fia-3.2.deadlock", "registered-operator"),
            beyond("fia-5.2.script", "holder"),
            short_of("fia-3.2.arrival", "incorrect"),
        ),
        "The S1SP took the change for the end of its validations and removed them all.",
        owning(anything),
    ),
    Fault(
        "ownership-not-asked-of-exempt-requests",
        (
            beyond("s1sr-4.2", "business-originator"),
            short_of("fia-4.2.1.former-operator", "credential"),
            beyond("fia-5.2.script", "incorrect-certificate"),
        ),
        "An exempt request takes a path of its own, which goes past the certificate as well.",
        not_asking(exempt),
    ),
    Fault(
        "ownership-not-asked-of-the-registered-party",
        (
            beyond("s1sr-4.2", "stored-certificate"),
            beyond("fia-4.2.1.known-remote-party", "now"),
            beyond("fia-5.2.script", "holder"),
        ),
        "Either the register or the certificate will do, where the law wants the certificate.",
        not_asking(by_the_register),
    ),
    Fault(
        "ownership-not-asked-of-suppliers",
        (beyond("s1sr-4.2", "stored-certificate"),),
        "The check was built for Network Operator certificates, and Suppliers were thought to need none.",
        not_asking(from_a_supplier),
    ),
    Fault(
        "ownership-by-the-supplier-slot",
        (
            short_of("s1sr-4.2", "stored-certificate"),
            beyond("fia-3.2.deadlock", "registered-operator"),
            beyond("fia-4.2.1.former-operator", "once"),
            beyond("fia-4.2.1.former-operator", "code"),
            beyond("fia-4.2.1.former-operator", "credential"),
        ),
        "The columns of the table were taken in the wrong order, and the check reads the Supplier's certificate.",
        owning(in_the_suppliers_slot),
    ),
    Fault(
        "ownership-by-the-non-critical-slot",
        (against("s1sr-4.2"),),
        "The check reads the key agreement certificate, which is not the one that Critical requests are judged by.",
        owning(in_the_non_critical_slot),
    ),
    Fault(
        "ownership-by-either-slot",
        (against("s1sr-4.2"),),
        "One match among the device's Network Operator certificates will do.",
        owning(in_either_slot),
    ),
    Fault(
        "ownership-by-the-certificate-brought",
        (beyond("s1sr-4.2", "stored-certificate"), short_of("s1sr-4.2", "stored-certificate")),
        "The sender is compared with the certificate in its request, and that is of course its own.",
        owning(of_the_certificate_that_is_brought),
    ),
    Fault(
        "ownership-by-the-operator",
        (beyond("s1sr-4.2", "business-originator"),),
        "Entity Identifiers are translated to operators before they are compared.",
        owning(of_one_operator),
    ),
    Fault(
        "ownership-of-an-empty-slot",
        (against("s1sr-4.2"),),
        "The query finds no certificate that is another's, and an empty slot has none.",
        not_asking(slot_empty),
    ),
    Fault(
        "ownership-of-every-former-holder",
        (short_of("fia-4.2.1.former-operator"), beyond("s1sr-4.2", "stored-certificate")),
        "The S1SP keeps a list of the parties that it has served for a device, and takes nobody off it.",
        not_asking(known_from_before),
    ),
)


def _stored(case: Case, kind: RemotePartyRole | None, *, critical: bool) -> Certificate | None:
    slots = CRITICAL_AND_NON_CRITICAL.get(kind or RemotePartyRole.NETWORK_OPERATOR)
    return case.world.stored(case.request.target, slots[0 if critical else 1]) if slots else None


def _is_senders(case: Case, certificate: Certificate | None) -> bool:
    return certificate is not None and certificate.owner == case.request.sender
