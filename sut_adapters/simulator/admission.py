"""What the DSP asks of a message before it asks the law: that it is what it says, new, and at the right address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.law import eligibility
from rulebook.readings.registration_check import JOIN_SERVICE
from rulebook.vocabulary import Certificate, RemotePartyRole, Variant
from sut_adapters.duis.credentials import remote_party_role
from sut_adapters.duis.elements import children, one
from sut_adapters.duis.request import DuisRequest, as_service_request
from sut_adapters.duis.secure_xml import parse
from sut_adapters.simulator import codes
from sut_adapters.simulator.authentication import Authentic, authentic
from sut_adapters.simulator.command_variants import check_command_variant, service_for
from sut_adapters.simulator.exchange import Objection, Service
from sut_adapters.simulator.pre_commands import unwrapped
from sut_adapters.simulator.replacements import brought
from sut_adapters.simulator.state import State, Work

NONE_YET = -1
"""Below every originator counter."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """A message on which the law may now be asked; `learned` are the certificates that it brought to light.

    `service` is the one that deals with it.
    """

    signed: Authentic
    work: Work
    learned: Mapping[Certificate, bytes]
    service: Service = Service.SEND_COMMAND


def admit(service: Service, document: bytes, request: DuisRequest, state: State, now: datetime) -> Admitted:
    """Raises Objection, with nothing changed."""
    outer = authentic(document, request, state.settings, now)
    if request.header.originator not in state.world.users:
        raise Objection(codes.UNKNOWN_USER, "the Business Originator is no User")
    service = service_for(service, request, state.settings.scrutiny)
    check_command_variant(request, state.world.devices.get(request.header.target))
    if service is Service.SEND_COMMAND:
        check_new(outer.request_id, request, state)
    return replace(admitted(outer, state, now), service=service)


def admitted(outer: Authentic, state: State, now: datetime) -> Admitted:
    """The same in the words of the law. Of a Signed Pre-Command, the Service Request within it counts."""
    inner, signer = outer, outer.certificate
    if outer.request.pre_command is not None:
        inner, signer = unwrapped(outer, state.settings, now)
    found = brought(inner.request, state, now)
    known = state.settings.by_octets.get(signer.public_bytes(Encoding.DER))
    said = as_service_request(inner.request, now)
    service_request = replace(
        said,
        other_device=said.other_device if said.variant in JOIN_SERVICE else None,
        certificates=found.certificates,
        signing_issue=known.issue if known else 1,
    )
    work = Work(
        request_id=outer.request_id,
        document=outer.document,
        received=now,
        request=service_request,
        counter=outer.request.header.counter,
        version=outer.request.schema_version,
        asked=asked(inner),
    )
    return Admitted(outer, work, found.new)


def check_new(request_id: str, request: DuisRequest, state: State) -> None:
    """The request is none that was acted on or is being acted on, nor older than one whose end its User has heard.

    Only that far: two requests that overlap in time may arrive in either order. The S1SP's own check of counters is
    the law's business (O12).
    """
    if any(work.request_id == request_id for work in state.pending):
        raise Objection(codes.OWN_GROUND, "this request is under way")
    critical, counter = eligibility()[request.header.variant].critical, request.header.counter
    told = state.told.get(request.header.originator) if critical else None
    if not state.settings.scrutiny.is_new(request_id, counter, NONE_YET if told is None else told, state.answered):
        raise Objection(codes.OWN_GROUND, "it, or a later one of its sender's, was carried out")


def asked(request: Authentic) -> tuple[RemotePartyRole, ...]:
    """The roles whose credentials an SRV 6.24.1 asks for; none in any other request."""
    if request.request.header.variant != Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS:
        return ()
    body = one(one(parse(request.document), "Body"), request.request.body)
    return tuple(remote_party_role(element) for element in children(body, "RemotePartyRole"))
