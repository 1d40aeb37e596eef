"""Ways to look at an XML signature and be shown nothing by it (Messages 1)."""

from base64 import b64decode
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from lxml import etree

from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.elements import DUIS, XMLDSIG, children
from sut_adapters.duis.request import DuisRequest
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signing import BadSignature, verify
from sut_adapters.duis.tampering.by_hand import NUMBER_OCTETS, canonical
from sut_adapters.simulator.scrutiny import THOROUGH, Scrutiny, named
from sut_adapters.simulator.settings import Settings
from sut_adapters.smki.identity import of_text


def unsigned_too(document: bytes, request: DuisRequest, settings: Settings, now: datetime) -> x509.Certificate:
    """A message without a signature is its Business Originator's own."""
    if request.has_signature:
        return THOROUGH.signed_by(document, request, settings, now)
    owned = (
        der
        for certificate, der in settings.certificates.items()
        if (certificate.owner, certificate.use) == (request.header.originator, CertificateUse.DIGITAL_SIGNING)
    )
    return x509.load_der_x509_certificate(next(owned))


def whose_name_is_there(document: bytes, _request: DuisRequest, settings: Settings, _now: datetime) -> x509.Certificate:
    """The digest is compared; with which key it was signed is not."""
    root, signature = _signed(document)
    _compare(signature, _without(root, signature))
    return _named(signature, settings)


def whose_key_it_is(document: bytes, _request: DuisRequest, settings: Settings, _now: datetime) -> x509.Certificate:
    """The key is asked about; what it has signed is not."""
    _, signature = _signed(document)
    return _of_the_key(signature, settings)


def of_any_part(document: bytes, _request: DuisRequest, settings: Settings, _now: datetime) -> x509.Certificate:
    """A signature is good wherever it covers something."""
    root, signature = _signed(document)
    parts = (_without(root, signature), *map(canonical, root))
    if not any(_digest(signature) == sha256(part).digest() for part in parts):
        raise BadSignature("it covers nothing that is here")
    return _of_the_key(signature, settings)


def of_the_first(document: bytes, _request: DuisRequest, settings: Settings, _now: datetime) -> x509.Certificate:
    """Of several signatures the first is looked at."""
    root, signature = _signed(document)
    _compare(signature, _without(root, signature))
    return _of_the_key(signature, settings)


def of_what_it_holds(document: bytes, request: DuisRequest, settings: Settings, now: datetime) -> x509.Certificate:
    """The signed request is looked for wherever it stands, and the one that is acted on is the outermost."""
    held = parse(document).find(f"{{{XMLDSIG}}}Signature/{{{XMLDSIG}}}Object/{{{DUIS}}}Request")
    if held is None:
        return THOROUGH.signed_by(document, request, settings, now)
    certificate = _named(children(held, "Signature", XMLDSIG)[0], settings)
    verify(etree.tostring(held), certificate, now)
    return certificate


def with_the_first_alone(document: bytes) -> bytes:
    """The message without any signature but the first."""
    root = parse(document)
    for other in children(root, "Signature", XMLDSIG)[1:]:
        root.remove(other)
    return etree.tostring(root)


SIGNATURES: dict[str, Scrutiny] = {
    "unsigned-message-taken": replace(THOROUGH, signed_by=unsigned_too),
    "signature-by-any-key": replace(THOROUGH, signed_by=whose_name_is_there),
    "digest-not-compared": replace(THOROUGH, signed_by=whose_key_it_is),
    "signature-over-any-part": replace(THOROUGH, signed_by=of_any_part),
    "first-signature-alone-looked-at": replace(THOROUGH, signed_by=of_the_first, read_as=with_the_first_alone),
    "signed-request-looked-for-anywhere": replace(THOROUGH, signed_by=of_what_it_holds),
}


def _signed(document: bytes) -> tuple[etree._Element, etree._Element]:
    root = parse(document)
    signatures = children(root, "Signature", XMLDSIG)
    if not signatures:
        raise BadSignature("there is no signature")
    return root, signatures[0]


def _without(root: etree._Element, signature: etree._Element) -> bytes:
    rest = deepcopy(root)
    rest.remove(rest[root.index(signature)])
    return canonical(rest)


def _compare(signature: etree._Element, covered: bytes) -> None:
    if _digest(signature) != sha256(covered).digest():
        raise BadSignature("what it covers was changed after it was signed")


def _digest(signature: etree._Element) -> bytes:
    return b64decode(signature.findtext(f".//{{{XMLDSIG}}}DigestValue", ""))


def _named(signature: etree._Element, settings: Settings) -> x509.Certificate:
    issuer, serial = (
        signature.findtext(f".//{{{XMLDSIG}}}{name}", "") for name in ("X509IssuerName", "X509SerialNumber")
    )
    return named(of_text(issuer, serial), settings.trust)


def _of_the_key(signature: etree._Element, settings: Settings) -> x509.Certificate:
    certificate = _named(signature, settings)
    octets, key = b64decode(signature.findtext(f"{{{XMLDSIG}}}SignatureValue", "")), certificate.public_key()
    halves = octets[:NUMBER_OCTETS], octets[NUMBER_OCTETS:]
    r, s = (int.from_bytes(half) for half in halves)
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(encode_dss_signature(r, s), canonical(signature[0]), ec.ECDSA(SHA256()))
            return certificate
    except InvalidSignature as error:
        raise BadSignature("it was not made with the key of the certificate that it names") from error
    raise BadSignature("its certificate has a key that is not on P-256")
