"""The S1SPs that the suite plays: a Countersigned Service Request to the signed end of the request. No sockets.

docs/countersigned-service-request.md describes both documents.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from http import HTTPStatus

from rulebook.vocabulary import Component, ServiceRequest, Variant
from sut_adapters.duis.countersigned import read_countersigned
from sut_adapters.duis.devices import Devices
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.held_slots import HeldReader
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.mirror import Mirror
from sut_adapters.duis.played_answers import said
from sut_adapters.duis.request import DuisRequest, as_service_request, read_request
from sut_adapters.duis.responses import certificate_hash, encode_inner
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import BadSignature, issuer_and_serial, sign, verify
from sut_adapters.smki.identity import of_certificate
from sut_adapters.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status, and the end of the request or one line of plain text."""

    status: HTTPStatus
    body: bytes


@dataclass(frozen=True)
class PlayedS1sps:
    """All three. `signers` are their own; the mirror says how a request ends, and `now` what time it is."""

    identities: Identities
    devices: Devices
    signers: Mapping[Component, Signer]
    mirror: Mirror
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def receive(self, s1sp: Component, document: bytes) -> Answer:
        """What it cannot take it turns away."""
        now = self.now()
        if s1sp not in self.signers:
            return _line(HTTPStatus.NOT_FOUND, f"there is no signer for {s1sp} in [played] of the profile")
        try:
            request = self._believed(s1sp, document, now)
            if not self._serves(s1sp, request.header.target):
                return _line(HTTPStatus.NOT_FOUND, f"{request.header.target} is no device of {s1sp}")
            asked = self._named(request, now)
            outcome = self.mirror.hand_over(asked)
            body = said(outcome, request, self.mirror.slots(asked.target), self.identities, now)
            return Answer(HTTPStatus.OK, sign(encode_inner(body, request.schema_version), self.signers[s1sp]))
        except (MessageFault, BadSignature) as fault:
            return _line(HTTPStatus.BAD_REQUEST, str(fault))
        except Trouble as trouble:
            return _line(HTTPStatus.SERVICE_UNAVAILABLE, str(trouble))

    def _believed(self, s1sp: Component, document: bytes, now: datetime) -> DuisRequest:
        """The User's request; MessageFault or BadSignature where the DSP's word or the User's is not to be believed."""
        countersigned = read_countersigned(document)
        if countersigned.s1sp is not s1sp:
            raise MessageFault("element S1SP", f"it is for {countersigned.s1sp}", f"post it to {countersigned.s1sp}")
        component, certificate = self.identities.signers.get(issuer_and_serial(document), (None, None))
        if component is not Component.DSP or certificate is None:
            raise BadSignature("it is not signed with a certificate of the DSP that the profile gives")
        verify(document, certificate, now)
        request = read_request(countersigned.request, tuple(Variant))
        self._check_user(countersigned.request, request.header.originator, now)
        return request

    def _serves(self, s1sp: Component, device: str) -> bool:
        known = self.devices.get(device)
        return known is not None and known.s1sp is s1sp

    def _check_user(self, document: bytes, user_id: str, now: datetime) -> None:
        named, name = issuer_and_serial(document), self.identities.names.get(user_id)
        party = self.identities.parties[name] if name else None
        for signer in (party.signer, *party.critical_signers) if party else ():
            if signer is not None and of_certificate(signer.certificate) == named:
                return verify(document, signer.certificate, now)
        raise BadSignature(f"the request in it is not signed by {user_id} with a certificate that the profile gives")

    def _named(self, request: DuisRequest, now: datetime) -> ServiceRequest:
        """The request in names of the cast."""
        asked = as_service_request(request, now)
        ders = request.certificates
        return replace(
            asked,
            sender=self.identities.names[asked.sender],
            target=self.devices.handle(asked.target),
            certificates=tuple(
                self._reader.certificate(one.owner, one.use, certificate_hash(ders[one.use]))
                for one in asked.certificates
            ),
        )

    @cached_property
    def _reader(self) -> HeldReader:
        return HeldReader(self.identities)


def _line(status: HTTPStatus, text: str) -> Answer:
    return Answer(status, text.encode())
