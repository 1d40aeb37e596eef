"""Enveloped XML signatures over whole DUIS messages, under the pinned profile (signature_profile)."""

from datetime import datetime
from typing import cast

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod
from signxml.exceptions import InvalidDigest, InvalidSignature, SignXMLException
from signxml.signer import XMLSigner
from signxml.verifier import SignatureConfiguration, XMLVerifier

from sut_adapters.duis.elements import XMLDSIG, children
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.key_info import key_info
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signature_profile import BadSignature, own_text, signer_named
from sut_adapters.duis.signer import Signer
from sut_adapters.smki.identity import IssuerSerial, of_certificate

__all__ = ["BadSignature", "IssuerSerial", "issuer_and_serial", "sign", "verify"]

P256_BITS = 256


def sign(document: bytes, signer: Signer) -> bytes:
    """The document with the signer's signature as its root's last child, and no white space between elements.

    A signature that the root already has is replaced. The same document and key give the same octets. Raises
    MessageFault for what is no safe XML, and whatever the signer raises.
    """
    root = parse(document)
    for former in children(root, "Signature", XMLDSIG):
        root.remove(former)
    _drop_white_space(root)
    signed = XMLSigner(
        signature_algorithm=SignatureMethod.ECDSA_SHA256,
        digest_algorithm=DigestAlgorithm.SHA256,
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    ).sign(
        root,
        key=cast("ec.EllipticCurvePrivateKey", _Key(signer)),
        key_info=key_info(of_certificate(signer.certificate)),
    )
    return etree.tostring(signed, xml_declaration=True, encoding="UTF-8")


def verify(document: bytes, certificate: x509.Certificate, at: datetime) -> None:
    """Raise BadSignature unless the root's one signature covers the whole document and is the certificate's.

    The certificate has to be in date at that moment. Nothing is said of its chain, revocation or use: see
    `sut_adapters.smki.trust`.
    """
    root = _read(document)
    if signer_named(root) != of_certificate(certificate):
        raise BadSignature(f"it names another certificate than {of_certificate(certificate)}")
    _check_dates(certificate, at)
    _check_key(certificate)
    configuration = SignatureConfiguration(
        location="./",
        expect_references=1,
        signature_methods=frozenset({SignatureMethod.ECDSA_SHA256}),
        digest_algorithms=frozenset({DigestAlgorithm.SHA256}),
        default_reference_c14n_method=CanonicalizationMethod.CANONICAL_XML_1_0,
        verification_time=at,
    )
    try:
        XMLVerifier().verify(root, x509_cert=certificate, expect_config=configuration, validate_schema=False)
    except InvalidDigest as error:
        raise BadSignature("what it covers was changed after it was signed") from error
    except InvalidSignature as error:
        raise BadSignature("it was not made with the key of the certificate that it names") from error
    except (SignXMLException, ValueError, etree.LxmlError) as error:
        raise BadSignature(f"it does not verify: {error}") from error


def issuer_and_serial(document: bytes) -> IssuerSerial:
    """By what the root's one signature names its signer; nothing is verified. Raises BadSignature."""
    return signer_named(_read(document))


class _Key:
    """A signer in the place of a private key, of which signxml asks no more than this."""

    key_size = P256_BITS

    def __init__(self, signer: Signer) -> None:
        self._signer = signer

    def sign(self, octets: bytes, signature_algorithm: ec.ECDSA) -> bytes:
        return self._signer.sign(octets)


def _read(document: bytes) -> etree._Element:
    try:
        root = parse(document)
    except MessageFault as fault:
        raise BadSignature(str(fault)) from fault
    _refuse_hidden_nodes(document)
    return root


def _refuse_hidden_nodes(document: bytes) -> None:
    """Nodes that the signature does not cover, or that readers drop, where they could hide something."""
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    for node in (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()):
        if isinstance(node, etree._ProcessingInstruction):
            raise BadSignature(f"there is a processing instruction in line {node.sourceline}")
        if isinstance(node, etree._Comment) and (holder := node.getparent()) is not None and own_text(holder).strip():
            raise BadSignature(f"there is a comment inside a value in line {node.sourceline}")


def _check_dates(certificate: x509.Certificate, at: datetime) -> None:
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise BadSignature("its certificate has expired or is not yet valid")


def _check_key(certificate: x509.Certificate) -> None:
    try:
        key = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BadSignature("its certificate has a key that cannot be read") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise BadSignature("its certificate has a key that is not on P-256")


def _drop_white_space(root: etree._Element) -> None:
    for element in root.iter():
        if len(element) and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
