"""What an S1SP that the suite plays says of the end of a request, ready to be signed. Pure."""

from collections.abc import Iterator
from datetime import datetime

from rulebook.vocabulary import (
    Accepted,
    Outcome,
    Refused,
    Scheduled,
    Variant,
    describe,
)
from sut_adapters.duis.held_slots import SLOT_BY_CELL
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.planting import Slots
from sut_adapters.duis.request import DuisRequest
from sut_adapters.duis.responses import (
    HeldCertificate,
    S1spAlert,
    SignedByS1sp,
    SlotOutcome,
    Smets1Response,
    certificate_hash,
)


def said(outcome: Outcome, request: DuisRequest, held: Slots, identities: Identities, now: datetime) -> SignedByS1sp:
    """An S1SP Alert for a refusal, a response for every other end; `held` is what the slots hold afterwards."""
    header = request.header
    if isinstance(outcome, Refused):
        request_id = f"{header.originator}:{header.target}:{header.counter}"
        return S1spAlert(request_id, header.target, outcome.code, describe(outcome), now)
    reads = header.variant == Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS
    return Smets1Response(
        variant=header.variant,
        success=outcome in (Accepted(), Scheduled()),
        device=header.target,
        user=header.originator,
        counter=header.counter,
        outcomes=tuple(_replaced(request)) if outcome == Accepted() else (),
        credentials=tuple(_held(held, identities)) if reads else (),
    )


def _replaced(request: DuisRequest) -> Iterator[SlotOutcome]:
    if (credentials := request.credentials) is None:
        return
    for use, certificate in credentials.replacements:
        if (credentials.role, use) in SLOT_BY_CELL:
            new_hash = certificate_hash(request.certificates[use])
            yield SlotOutcome(credentials.role, use, new_owner=certificate.entity_identifier, new_hash=new_hash)


def _held(slots: Slots, identities: Identities) -> Iterator[HeldCertificate]:
    for (role, use), slot in SLOT_BY_CELL.items():
        if (one := slots[slot]) is not None:
            owner = identities.party(one.owner)
            yield HeldCertificate(role, use, owner.user_id, certificate_hash(owner.certificates[one.use, one.issue]))
