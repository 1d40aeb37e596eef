"""Critical requests to a SMETS2 device: the Pre-Command that the DSP makes, and the Signed one that comes back.

No GBCS command is built. The content of our Pre-Command is the Service Request itself, octet for octet as its User
signed it: when it comes back signed, that is all that a simulated Device needs, and nobody can have changed it.
"""

from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from rulebook.vocabulary import CertificateUse, RemotePartyRole
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.gbcs import (
    NETWORK_OPERATOR_BY_NETWORK_OPERATOR,
    SIGNATURE_OCTETS,
    UPDATES_CREDENTIALS,
    GbcsMessage,
    Kind,
    read_gbcs,
)
from sut_adapters.simulator import codes
from sut_adapters.simulator.authentication import Authentic, authentic, readable
from sut_adapters.simulator.exchange import Objection, Unreadable
from sut_adapters.simulator.settings import Settings

OTHER_CODE = 0x0001
"""Message codes that no document at hand gives: a stand-in outside those of Update Security Credentials."""


def message_code(role: RemotePartyRole | None) -> int:
    """The GBCS message code of a command that replaces this role's credentials, or none; and of its response."""
    if role is None:
        return OTHER_CODE
    return (
        NETWORK_OPERATOR_BY_NETWORK_OPERATOR if role is RemotePartyRole.NETWORK_OPERATOR else UPDATES_CREDENTIALS.start
    )


def pre_command(request: Authentic) -> bytes:
    """The Pre-Command for a Service Request, to be correlated and signed by its User."""
    header = request.request.header
    return GbcsMessage(
        kind=Kind.COMMAND,
        counter=header.counter,
        originator=octets_of(header.originator),
        recipient=octets_of(header.target),
        code=message_code(request.request.credentials.role if request.request.credentials else None),
        content=request.document,
    ).encode()


def unwrapped(outer: Authentic, settings: Settings, now: datetime) -> tuple[Authentic, x509.Certificate]:
    """The Service Request within a Signed Pre-Command, and the certificate of the key that signed the command.

    Raises Objection where the payload is not a Pre-Command of ours to this User, or is not signed by this User.
    """
    payload, header = outer.request.pre_command or b"", outer.request.header
    try:
        command = read_gbcs(payload)
        inner = authentic(command.content, readable(command.content, settings), settings, now)
    except (MessageFault, Unreadable) as fault:
        raise Objection(codes.OWN_GROUND, f"the payload is no Pre-Command of this DSP: {fault}") from fault
    named = (command.originator, command.recipient, command.counter)
    if named != (octets_of(header.originator), octets_of(header.target), header.counter):
        raise Objection(codes.OWN_GROUND, "the Pre-Command belongs to another request than the Header says")
    if inner.request_id != outer.request_id or inner.request.pre_command is not None:
        raise Objection(codes.OWN_GROUND, "the Pre-Command was made of another Service Request")
    return inner, _signer(payload, outer, settings)


def octets_of(eui: str) -> bytes:
    """Eight octets."""
    return bytes.fromhex(eui.replace("-", ""))


def _signer(payload: bytes, outer: Authentic, settings: Settings) -> x509.Certificate:
    """Which of the User's certificates the signature on the command verifies with."""
    command, signature = payload[1 : -1 - SIGNATURE_OCTETS], payload[-SIGNATURE_OCTETS:]
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    own = [
        x509.load_der_x509_certificate(der)
        for certificate, der in settings.certificates.items()
        if certificate.owner == outer.request.header.originator and certificate.use is CertificateUse.DIGITAL_SIGNING
    ]
    for certificate in (outer.certificate, *own):
        key = certificate.public_key()
        try:
            if isinstance(key, ec.EllipticCurvePublicKey):
                key.verify(encode_dss_signature(r, s), command, ec.ECDSA(SHA256()))
                return certificate
        except InvalidSignature:
            continue
    raise Objection(codes.NOT_AUTHENTIC, "the Pre-Command is not signed with a key of the User's")
