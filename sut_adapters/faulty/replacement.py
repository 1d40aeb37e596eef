"""Builds that decide rightly and change the wrong thing, or nothing, or too much (FIA 4.2.1, S1SR 4.2)."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT
from rulebook.model.effects import carried_out, with_counter_taken
from rulebook.readings.certificate_ownership import CRITICAL_AND_NON_CRITICAL
from rulebook.vocabulary import CertificateUse, RemotePartyRole, Variant
from rulebook.world import World
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty import conducts
from sut_adapters.faulty.fault import Fault
from sut_adapters.faulty.systems import EitherCase, HastyDsp


def only(use: CertificateUse, case: Case) -> World:
    """Carried out with the certificates for one use alone."""
    placed = tuple(certificate for certificate in case.request.certificates if certificate.use is use)
    return carried_out(replace(case, request=replace(case.request, certificates=placed)))


def nothing_stored(case: Case) -> World:
    """Answered, and not carried out."""
    return with_counter_taken(case.world, case)


def no_handover_stored(case: Case) -> World:
    """A 6.21 answered, and not carried out."""
    return nothing_stored(case) if case.request.variant == Variant.REQUEST_HANDOVER else carried_out(case)


def senders_own(case: Case) -> World:
    """Carried out with certificates of the sender."""
    own = tuple(replace(certificate, owner=case.request.sender) for certificate in case.request.certificates)
    return carried_out(replace(case, request=replace(case.request, certificates=own)))


def on_another_device(case: Case) -> World:
    """Carried out on another device than the one addressed, if there is one."""
    others = (device for device in case.world.slots if device != case.request.target)
    return carried_out(replace(case, request=replace(case.request, target=next(others, case.request.target + "?"))))


def on_every_device(case: Case) -> World:
    """Carried out on every device of the home."""
    world = carried_out(case)
    for device in case.world.slots:
        world = carried_out(replace(case, world=world, request=replace(case.request, target=device)))
    return world


def in_the_other_slots_too(case: Case) -> World:
    """Carried out for both kinds of party."""
    world = carried_out(case)
    for kind in CRITICAL_AND_NON_CRITICAL:
        world = carried_out(replace(case, world=world, request=replace(case.request, role=kind)))
    return world


def in_the_suppliers_slots(case: Case) -> World:
    """Carried out in the Supplier slots, whichever are named."""
    return carried_out(replace(case, request=replace(case.request, role=RemotePartyRole.SUPPLIER)))


def in_small_letters(case: Case) -> World:
    """Carried out with every Entity Identifier in small letters."""
    placed = tuple(replace(certificate, owner=certificate.owner.lower()) for certificate in case.request.certificates)
    return carried_out(replace(case, request=replace(case.request, certificates=placed)))


FAULTS = (
    Fault(
        "accepted-and-not-written",
        (short_of("fia-4.2.1.known-remote-party"), short_of("srpd-6.2.d"), short_of("fia-4.2.1.former-operator")),
        "The response is made when the request is validated, and the update of the database is lost.",
        replace(RIGHT, carried_out=nothing_stored),
    ),
    Fault(
        "signing-certificate-alone-written",
        (against("fia-4.2.1.disable"),),
        "The update writes the critical slot and forgets the other.",
        replace(RIGHT, carried_out=lambda case: only(CertificateUse.DIGITAL_SIGNING, case)),
    ),
    Fault(
        "key-agreement-certificate-alone-written",
        (short_of("fia-4.2.1.former-operator"), short_of("fia-4.2.1.disable")),
        "The update writes the non-critical slot and forgets the critical one.",
        replace(RIGHT, carried_out=lambda case: only(CertificateUse.KEY_AGREEMENT, case)),
    ),
    Fault(
        "senders-certificate-written",
        (short_of("fia-4.2.1.disable"), short_of("fia-4.2.1.known-remote-party")),
        "The S1SP stores the certificate that goes with the sender, and not the one in the request.",
        replace(RIGHT, carried_out=senders_own),
    ),
    Fault(
        "written-to-another-device",
        (short_of("fia-5.2.script"), short_of("fia-4.2.1.disable")),
        "The database is updated by the home and not by the device, and the first device of the home is another.",
        replace(RIGHT, carried_out=on_another_device),
    ),
    Fault(
        "written-to-every-device",
        (short_of("fia-5.2.script"),),
        "The database is updated for all devices of the home.",
        replace(RIGHT, carried_out=on_every_device),
    ),
    Fault(
        "supplier-slots-written-too",
        (against("s1sr-4.2"),),
        "The request replaces all certificates of the device, the Supplier's with the Network Operator's.",
        replace(RIGHT, carried_out=in_the_other_slots_too),
    ),
    Fault(
        "supplier-slots-written-instead",
        (short_of("fia-4.2.1.disable"), short_of("srpd-6.2.d")),
        "The RemotePartyRole of the request is not read, and every certificate goes to the Supplier slots.",
        replace(RIGHT, carried_out=in_the_suppliers_slots),
    ),
    Fault(
        "refused-and-written",
        (beyond("s1sr-4.2", "stored-certificate"), short_of("fia-4.2.1.former-operator")),
        "The S1SP updates its database first and validates afterwards.",
        replace(RIGHT, turned_away=carried_out),
    ),
    Fault(
        "refused-by-the-dsp-and-written",
        (
            beyond("srpd-6.1.f", "registered-party"),
            short_of("fia-3.2.deadlock", "holder"),
            beyond("srpd-6.2", "that-step-only"),
        ),
        "The DSP hands a request on while it is still checking it, and its refusal comes too late.",
        system=HastyDsp,
        conduct=conducts.HASTY_DSP,
    ),
    Fault(
        "handover-not-written",
        (short_of("fia-3.2.arrival", "handover"), short_of("fia-5.2.script", "incorrect-certificate")),
        "A 6.21 is answered, and its certificate is not stored.",
        replace(RIGHT, carried_out=no_handover_stored),
    ),
    Fault(
        "stored-in-small-letters",
        (short_of("s1sr-4.2", "stored-certificate"), short_of("fia-4.2.1.known-remote-party")),
        "Entity Identifiers are stored in small letters and compared with what the sender writes, letter by letter.",
        replace(RIGHT, carried_out=in_small_letters),
        EitherCase,
    ),
)
