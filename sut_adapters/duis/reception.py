"""Whether a message that was pushed to a User is to be believed: schema, the DSP's signature, the S1SP's within it."""

from dataclasses import dataclass
from datetime import datetime

from rulebook.vocabulary import Component
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.responses import Decoded, Message, decode
from sut_adapters.duis.schemas import Schemas
from sut_adapters.duis.signing import BadSignature, issuer_and_serial, verify


@dataclass(frozen=True, slots=True)
class Received:
    """A message that is to be believed. `s1sp` is whose signature is on what it carries; None where it carries none."""

    document: bytes
    message: Message
    s1sp: Component | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Rejected:
    """A message that is not; `request_id` is the request that it claims to be about, where that can be read."""

    reason: str
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reception:
    """Pure: octets and a moment to one of the two.

    Messages are checked against the schemas where these are of the User's own DUIS version.
    """

    identities: Identities
    schemas: Schemas | None = None

    def pushed(self, user_id: str, document: bytes, at: datetime) -> Received | Rejected:
        """A message from the network, which has to be signed by the DSP."""
        return self._judged(user_id, document, at, must_be_signed=True)

    def answered(self, user_id: str, document: bytes, at: datetime) -> Received | Rejected:
        """A message on the connection on which it was asked for: it may be unsigned, and a bad signature is none."""
        return self._judged(user_id, document, at, must_be_signed=False)

    def checked(self, user_id: str, document: bytes) -> None:
        """Raises MessageFault for a message, either way, that the schemas do not admit."""
        name = self.identities.names.get(user_id, "")
        if self.schemas and name and self.identities.parties[name].version == self.schemas.version:
            self.schemas.check(document)

    def _judged(self, user_id: str, document: bytes, at: datetime, *, must_be_signed: bool) -> Received | Rejected:
        try:
            decoded = decode(document)
        except MessageFault as fault:
            return Rejected(str(fault))
        about = about_request(decoded.message)
        try:
            self.checked(user_id, document)
            return self._verified(document, decoded, at, must_be_signed)
        except MessageFault as fault:
            return Rejected(str(fault), about)
        except BadSignature as bad:
            return Rejected(f"its signature is not to be believed: {bad.reason}", about)

    def _verified(self, document: bytes, decoded: Decoded, at: datetime, must_be_signed: bool) -> Received:
        if decoded.has_signature or must_be_signed:
            self._signed_by(document, (Component.DSP,), at)
        s1sps = tuple(component for component in Component if component.is_s1sp)
        s1sp = None if decoded.inner is None else self._signed_by(decoded.inner, s1sps, at)
        return Received(document, decoded.message, s1sp, at)

    def _signed_by(self, document: bytes, admitted: tuple[Component, ...], at: datetime) -> Component:
        bad = None
        for named, (component, certificate) in self.identities.signers.items():
            # To look for the number first saves reading the whole signature once more for each certificate.
            if component in admitted and str(named.serial).encode() in document:
                try:
                    verify(document, certificate, at)
                    return component
                except BadSignature as reason:
                    bad = reason
        listed = " or ".join(admitted)
        raise bad or BadSignature(
            f"the signer {issuer_and_serial(document)} is no certificate that the profile gives for {listed}"
        )


def about_request(message: Message) -> str | None:
    """The RequestID of the request that a message is about, in upper case; None where it names none."""
    body = message.body
    named = message.header.request_id or getattr(body, "request_id", None)
    return named.upper() if isinstance(named, str) else None
