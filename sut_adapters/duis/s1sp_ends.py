"""The end of a request as an S1SP tells the DSP: one signed element as a document of its own."""

from datetime import datetime

from lxml import etree

from rulebook.vocabulary import Component
from sut_adapters.duis.elements import name
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.reception import Received
from sut_adapters.duis.responses import Header, Message, S1spAlert, SignedByS1sp, Unread
from sut_adapters.duis.responses.s1sp_decoding import read_s1sp_alert, read_signed_response
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signing import BadSignature, issuer_and_serial, verify
from sut_adapters.trouble import Misunderstood, Phase

MEND = "mend s1sp in the profile, or see what the S1SP sent"


def read_end(document: bytes, s1sp: Component, identities: Identities, at: datetime) -> Received:
    """What the S1SP says, as the message in which the DSP would pass it on; Misunderstood unless it signed that."""
    try:
        _check_signer(document, s1sp, identities, at)
        body = _said(parse(document))
    except (MessageFault, BadSignature) as fault:
        raise Misunderstood(Phase.UNDERSTAND, f"{s1sp} answered with what is not to be believed: {fault}") from fault
    request_id = body.request_id if isinstance(body, S1spAlert) else None
    return Received(document, Message(Header(request_id, None, "I0", at), body), s1sp, at)


def _said(root: etree._Element) -> SignedByS1sp | Unread:
    match name(root):
        case "S1SPAlert":
            return read_s1sp_alert(root)
        case "SMETS1SignedResponse":
            return read_signed_response(root, root)
        case other:
            raise MessageFault("", f"{quoted(other)} is no end of a request", "send what the interface has")


def _check_signer(document: bytes, s1sp: Component, identities: Identities, at: datetime) -> None:
    named = issuer_and_serial(document)
    component, certificate = identities.signers.get(named, (None, None))
    if component is not s1sp or certificate is None:
        raise BadSignature(f"its signer, {named}, is none that the profile gives for {s1sp}; {MEND}")
    verify(document, certificate, at)
