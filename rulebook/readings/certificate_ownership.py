"""S1SR clause 4.2: the one check that still ties the sender to the device once SRPD 6.2(d) applies."""

from rulebook.case import Case
from rulebook.readings.clause import clause
from rulebook.vocabulary import (
    NETWORK_OPERATORS,
    SUPPLIERS,
    Certificate,
    Generation,
    RemotePartyRole,
    Slot,
    Variant,
)

CRITICAL_AND_NON_CRITICAL = {
    RemotePartyRole.NETWORK_OPERATOR: (Slot.CRITICAL_NETWORK_OPERATOR, Slot.NON_CRITICAL_NETWORK_OPERATOR),
    RemotePartyRole.SUPPLIER: (Slot.CRITICAL_SUPPLIER, Slot.NON_CRITICAL_SUPPLIER),
}


@clause("s1sr-4.2")
def business_originator_owns_the_stored_certificate(case: Case) -> bool:
    """The S1SP compares the Business Originator ID of the Service Request with the Entity Identifier of the
    certificate that it has stored for the device. Where the two do not match, the request is refused.
    """
    stored = [case.world.stored(case.request.target, slot) for slot in slots_read(case)]
    return bool(stored) and all(belongs_to_sender(certificate, case) for certificate in stored)


def belongs_to_sender(certificate: Certificate | None, case: Case) -> bool:
    """Whether a stored certificate is the sender's: by Entity Identifier, or to the letter (open question O4).

    O4 is about the S1SP: none of the S1SR applies to a SMETS2 Device.
    """
    if certificate is None or certificate.owner != case.request.sender:
        return False
    to_the_letter = case.targets_smets1 and case.rulings.reading("O4") == "stored-certificate"
    return not to_the_letter or certificate.issue == case.request.signing_issue


def binds(case: Case) -> bool:
    """Whether the check is made at all: on Critical requests, or on every one (open question O31)."""
    return case.variant.critical or (case.rulings.reading("O31") == "every-request" and senders_kind(case) is not None)


def slots_read(case: Case) -> tuple[Slot, ...]:
    """Which of the device's slots the check reads (open questions O1.slot, O5.slot); none where it has no such slot."""
    critical_and_non_critical = CRITICAL_AND_NON_CRITICAL.get(_kind_read(case), ())
    both = case.targets_smets1 and case.rulings.reading("O5.slot") == "both-slots"
    return critical_and_non_critical if both else critical_and_non_critical[:1]


def senders_kind(case: Case) -> RemotePartyRole | None:
    """Whose slots the sender's own certificates would sit in; None for an agent or an Other User."""
    return party_kind(case, case.request.sender)


def party_kind(case: Case, user_id: str) -> RemotePartyRole | None:
    """`NetworkOperator` or `Supplier` as the User's roles make it; None for any other."""
    user = case.world.users.get(user_id)
    if user is not None and user.roles & NETWORK_OPERATORS:
        return RemotePartyRole.NETWORK_OPERATOR
    return RemotePartyRole.SUPPLIER if user is not None and user.roles & SUPPLIERS else None


def _kind_read(case: Case) -> RemotePartyRole:
    named = case.request.role if case.request.variant == Variant.UPDATE_SECURITY_CREDENTIALS_KRP else None
    own = senders_kind(case) or RemotePartyRole.ROOT
    if named is None:
        return own
    device_decides = case.device is not None and case.device.generation is Generation.SMETS2
    return named if device_decides or case.rulings.reading("O1.slot") == "named-slot" else own
