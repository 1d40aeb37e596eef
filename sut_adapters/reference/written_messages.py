"""A Service Request as the octets that its sender signs, or as they come out when it is spoilt."""

from dataclasses import replace

from rulebook.law import eligibility
from rulebook.vocabulary import Generation, Rulings, ServiceRequest, Tampering
from sut_adapters.cast import CAST
from sut_adapters.duis.gbcs import signed_pre_command
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.signing import sign
from sut_adapters.duis.tampering import material_of, spoil
from sut_adapters.simulator.exchange import Service
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki

SEND, TRANSFORM, SIGNED_PRE_COMMAND, TO_NO_DEVICE = 1, 4, 5, 8
SERVICE_OF = {TRANSFORM: Service.TRANSFORM, TO_NO_DEVICE: Service.NON_DEVICE}
"""By Command Variant; every other goes to Send Command."""


def ready_to_send(pki: TestPki, request: ServiceRequest, counter: int, command_variant: int) -> RequestToSend:
    """The request in identifiers and octets; names of the cast become the User IDs of the PKI."""
    return RequestToSend(
        originator=pki.user_id[request.sender],
        target=request.target,
        counter=counter,
        variant=request.variant,
        command_variant=command_variant,
        role=request.role,
        certificates={
            placed.use: pki.certificates[placed.owner, placed.use, placed.issue] for placed in request.certificates
        },
        path=(pki.credentials[places.ISSUING].der,) if request.certificates else (),
        other_device=request.other_device,
        floor=request.floor,
    )


def usual_command_variant(request: ServiceRequest, generation: Generation, rulings: Rulings) -> int:
    """The one that the request names, else the one that goes with it (open question O9 for a SMETS1 device)."""
    if request.command_variant is not None:
        return request.command_variant
    variant = eligibility()[request.variant]
    if variant.non_device:
        return TO_NO_DEVICE
    transformed = generation is Generation.SMETS2 or rulings.reading("O9") == "transform"
    return TRANSFORM if variant.critical and transformed else SEND


def written(
    pki: TestPki, request: ServiceRequest, ready: RequestToSend, tampering: Tampering | None, last_counter: int
) -> bytes:
    """Signed by the sender, unless it is spoilt so that it is not; `last_counter` is the last that was carried out."""
    if tampering is None:
        return sign(encode_request(ready), pki.signer(request.sender))
    other = next(name for name in CAST if name != request.sender)
    owner = next((placed.owner for placed in request.certificates), request.sender)
    return spoil(ready, tampering, material_of(pki, request.sender, other, owner, last_counter))


def written_again(pki: TestPki, request: ServiceRequest, ready: RequestToSend, pre_command: bytes) -> bytes:
    """The Signed Pre-Command with which the sender answers a Pre-Command."""
    payload = signed_pre_command(pre_command, pki.critical_signer(request.sender, request.signing_issue))
    outer = replace(ready, command_variant=SIGNED_PRE_COMMAND, signed_pre_command=payload)
    return sign(encode_request(outer), pki.signer(request.sender))


def service_for(ready: RequestToSend, tampering: Tampering | None) -> Service:
    """The web service that the request goes to, or one that it does not."""
    if tampering is Tampering.WRONG_SERVICE:
        return Service.SEND_COMMAND if ready.command_variant == TO_NO_DEVICE else Service.NON_DEVICE
    return SERVICE_OF.get(ready.command_variant, Service.SEND_COMMAND)
