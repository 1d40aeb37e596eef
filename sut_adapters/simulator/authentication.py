"""A message from a stranger to one whose sender is known: read, valid, signed, and by whom it says."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.law import eligibility
from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.certificates import BrokenCertificate, organisation_certificate
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.markup import VERSION
from sut_adapters.duis.request import DuisRequest, read_request
from sut_adapters.duis.secure_xml import LARGEST
from sut_adapters.duis.signing import BadSignature
from sut_adapters.simulator import codes
from sut_adapters.simulator.exchange import Objection, Unreadable
from sut_adapters.simulator.settings import Settings

BAD_REQUEST, TOO_LARGE = 400, 413
MAY_SIGN = frozenset({"XML signing", "Supplier", "Network Operator", "Other"})
"""Remote Party Roles of certificates that may sign a Service Request (open question O28)."""


@dataclass(frozen=True, slots=True)
class Authentic:
    """A Service Request, octets and content, and the certificate of the User that signed it."""

    document: bytes
    request: DuisRequest
    certificate: x509.Certificate

    @property
    def request_id(self) -> str:
        """`ORIGINATOR:TARGET:COUNTER`, the EUIs in upper case."""
        header = self.request.header
        return f"{header.originator}:{header.target}:{header.counter}"


def readable(document: bytes, settings: Settings) -> DuisRequest:
    """The Service Request that the octets are; raises Unreadable for anything else."""
    if len(document) > LARGEST:
        raise Unreadable(TOO_LARGE, f"more than {LARGEST:,} octets; no Service Request is that large")
    try:
        document = settings.scrutiny.read_as(document)
        request = read_request(document, eligibility(), pre_commands=True)
        if not VERSION.fullmatch(request.schema_version):
            raise MessageFault("element Request", "has no schemaVersion", "give one such as 5.4")
        if settings.schemas is not None:
            settings.scrutiny.valid(settings.schemas, document)
    except MessageFault as fault:
        raise Unreadable(BAD_REQUEST, str(fault)) from fault
    return request


def authentic(document: bytes, request: DuisRequest, settings: Settings, now: datetime) -> Authentic:
    """The request with its signature verified; raises Objection unless its Business Originator has signed it."""
    scrutiny = settings.scrutiny
    try:
        certificate = scrutiny.signed_by(document, request, settings, now)
    except BadSignature as bad:
        raise Objection(codes.NOT_AUTHENTIC, f"the signature: {bad.reason}") from bad
    if reason := scrutiny.vouched(settings.trust, certificate, now, CertificateUse.DIGITAL_SIGNING):
        raise Objection(codes.NOT_AUTHENTIC, f"the signer's certificate: {reason}")
    owner, role = owner_and_role(certificate)
    if role not in MAY_SIGN:
        raise Objection(codes.NOT_AUTHENTIC, f"the signer's certificate: its role is {role}")
    if not scrutiny.speaks_for(owner, request.header.originator):
        raise Objection(codes.NOT_AUTHENTIC, f"the Business Originator is not the signer, {owner}")
    return Authentic(document, request, certificate)


@lru_cache(maxsize=1000)
def owner_and_role(certificate: x509.Certificate) -> tuple[str, str]:
    """The Entity Identifier and the Remote Party Role; raises Objection for no Organisation Certificate."""
    try:
        said = organisation_certificate(b64encode(certificate.public_bytes(Encoding.DER)).decode("ascii"))
    except BrokenCertificate as broken:
        raise Objection(codes.NOT_AUTHENTIC, f"the signer's certificate: {broken}") from broken
    return said.entity_identifier, said.role
