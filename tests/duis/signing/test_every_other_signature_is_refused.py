"""Under the pinned profile nothing passes but one signature over everything, made with the one algorithm."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod
from signxml.signer import XMLSigner

from sut_adapters.duis.elements import XMLDSIG, children
from sut_adapters.duis.key_info import key_info
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signer import KeySigner
from sut_adapters.duis.signing import BadSignature, issuer_and_serial, verify
from sut_adapters.duis.tampering.by_hand import canonical
from sut_adapters.smki.identity import of_certificate
from sut_adapters.smki.pki import TestPki
from tests.duis.signing.conftest import NOW, Refusal

EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0
INCLUSIVE = CanonicalizationMethod.CANONICAL_XML_1_0
ECDSA = SignatureMethod.ECDSA_SHA256
RSA_KEY = rsa.generate_private_key(65537, 2048)
P384_KEY = ec.generate_private_key(ec.SECP384R1())


def self_issued(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name.from_rfc4514_string("CN=Z1,OU=07")
    return x509.CertificateBuilder(
        name, name, key.public_key(), 12, NOW - timedelta(days=1), NOW + timedelta(days=1)
    ).sign(key, SHA256())


@pytest.mark.parametrize(
    ("method", "digest", "canonicalization"),
    [
        (SignatureMethod.ECDSA_SHA384, DigestAlgorithm.SHA256, EXCLUSIVE),
        (SignatureMethod.ECDSA_SHA3_256, DigestAlgorithm.SHA256, EXCLUSIVE),
        (ECDSA, DigestAlgorithm.SHA384, EXCLUSIVE),
        (ECDSA, DigestAlgorithm.SHA256, INCLUSIVE),
        (ECDSA, DigestAlgorithm.SHA256, CanonicalizationMethod.CANONICAL_XML_1_1),
        (ECDSA, DigestAlgorithm.SHA256, CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0_WITH_COMMENTS),
    ],
)
def test_another_algorithm_is_refused_though_the_key_is_right(
    document: bytes,
    signer: KeySigner,
    refusal: Refusal,
    method: SignatureMethod,
    digest: DigestAlgorithm,
    canonicalization: CanonicalizationMethod,
) -> None:
    library = XMLSigner(signature_algorithm=method, digest_algorithm=digest, c14n_algorithm=canonicalization)
    named = key_info(of_certificate(signer.certificate))
    message = etree.tostring(library.sign(parse(document), key=signer.key, key_info=named))
    assert "Algorithm" in refusal(message) or "transforms" in refusal(message)


@pytest.mark.parametrize("algorithm", ["ecdsa-sha1", "rsa-sha1", "rsa-sha256", "hmac-sha256", "hmac-sha1"])
def test_the_name_of_a_weaker_algorithm_is_refused(signed: bytes, refusal: Refusal, algorithm: str) -> None:
    assert "SignatureMethod has 'Algorithm'" in refusal(signed.replace(b"#ecdsa-sha256", f"#{algorithm}".encode()))


def test_a_secret_shared_with_nobody_makes_no_signature(document: bytes, signer: KeySigner, refusal: Refusal) -> None:
    library = XMLSigner(signature_algorithm=SignatureMethod.HMAC_SHA256, c14n_algorithm=EXCLUSIVE)
    message = library.sign(parse(document), key=signer.certificate.public_bytes(Encoding.PEM))
    assert "Signature has 2 elements" in refusal(etree.tostring(message))


@pytest.mark.parametrize(("key", "said"), [(RSA_KEY, "not on P-256"), (P384_KEY, "not on P-256")])
def test_a_certificate_with_another_kind_of_key_is_refused(
    document: bytes, signed: bytes, signer: KeySigner, key: ec.EllipticCurvePrivateKey, said: str
) -> None:
    certificate = self_issued(key)
    ours, theirs = (str(number).encode() for number in (signer.certificate.serial_number, certificate.serial_number))
    issuer = signer.certificate.issuer.rfc4514_string().encode()
    message = signed.replace(ours, theirs).replace(issuer, b"CN=Z1,OU=07")
    with pytest.raises(BadSignature, match=said):
        verify(message, certificate, NOW)


def test_a_signature_that_names_another_certificate_is_refused(pki: TestPki, signed: bytes) -> None:
    with pytest.raises(BadSignature, match="names another certificate"):
        verify(signed, pki.signer("Westbrook").certificate, NOW)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'<ds:Reference URI="">', b'<ds:Reference URI="#part">', "'URI' '#part', not 'URI' ''"),
        (b'<ds:Reference URI="">', b"<ds:Reference>", "no attribute, not 'URI' ''"),
        (b"</ds:Reference>", b"</ds:Reference><ds:Reference URI=''/>", "SignedInfo has 4 elements"),
        (b"</ds:KeyInfo>", b"</ds:KeyInfo><ds:Object/>", "Signature has 4 elements"),
        (b"</ds:X509Data>", b"</ds:X509Data><ds:KeyName>x</ds:KeyName>", "KeyInfo has 2 elements"),
        (b"<ds:SignatureValue>", b"<ds:SignatureValue Id='x'>", "SignatureValue has 'Id' 'x'"),
        (b"<ds:SignatureValue>", b"<ds:SignatureValue>!", "SignatureValue holds"),
        (b"<ds:SignatureValue>", b"<ds:SignatureValue>AAAA", "SignatureValue holds"),
        (b"<ds:DigestValue>", b"<ds:DigestValue>AAAA", "DigestValue holds"),
        (b"<ds:KeyInfo>", b"text<ds:KeyInfo>", "Signature holds 'text'"),
        (b"<ds:X509SerialNumber>", b"<ds:X509SerialNumber>-", "issuer and serial number"),
        (b"<ds:X509IssuerName>", b"<ds:X509IssuerName>=", "issuer and serial number"),
        (b"ds:KeyInfo>", b"ds:Nothing>", "where KeyInfo belongs"),
        (b"<sr:Body>", b"<?hidden?><sr:Body>", "processing instruction"),
        (b"<sr:Request ", b"<?hidden?><sr:Request ", "processing instruction"),
        (b"<sr:Body>", b"<sr:Body>x", "changed after it was signed"),
        (b"NetworkOperator<", b"Supplier<", "changed after it was signed"),
        (b"NetworkOperator<", b"Network<!-- -->Operator<", "comment inside a value"),
        (b"<ds:SignatureValue>", b"<ds:SignatureValue><!-- -->", "comment inside a value"),
    ],
)
def test_another_shape_is_refused_and_the_difference_named(
    signed: bytes, refusal: Refusal, old: bytes, new: bytes, said: str
) -> None:
    assert old in signed
    assert said in refusal(signed.replace(old, new))


@pytest.mark.parametrize("extra", [EXCLUSIVE.value, f"{XMLDSIG}base64", "http://www.w3.org/TR/1999/REC-xslt-19991116"])
def test_a_further_transform_is_refused(signed: bytes, refusal: Refusal, extra: str) -> None:
    transform = f'<ds:Transform Algorithm="{extra}"/></ds:Transforms>'.encode()
    assert "its transforms are" in refusal(signed.replace(b"</ds:Transforms>", transform))


def test_a_prefix_list_is_refused(signed: bytes, refusal: Refusal) -> None:
    inside = (
        b'><e:InclusiveNamespaces xmlns:e="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="x"/></ds:Transform>'
    )
    message = signed.replace(b'exc-c14n#"/></ds:Transforms>', b'exc-c14n#"' + inside + b"</ds:Transforms>")
    assert "Transform has 1 elements" in refusal(message)


def test_a_signature_deeper_in_the_message_is_none(signed: bytes, refusal: Refusal) -> None:
    root = parse(signed)
    root[0].append(children(root, "Signature", XMLDSIG)[0])
    assert refusal(etree.tostring(root)) == "there is no signature"


@pytest.mark.parametrize("message", [b"", b"text", b"<a", b"<a/>", b"\xff\xfe", b"<!DOCTYPE a><a/>"])
def test_what_is_no_signed_xml_is_refused_in_words(refusal: Refusal, message: bytes) -> None:
    assert refusal(message)
    with pytest.raises(BadSignature):
        issuer_and_serial(message)


def test_no_octet_of_what_is_signed_can_be_changed(signed: bytes, signer: KeySigner) -> None:
    """One bit of every seventh octet: what still verifies (a declaration that nothing uses) says what was signed."""
    said = covered(signed)
    for place in range(0, len(signed), 7):
        changed = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
        try:
            verify(changed, signer.certificate, NOW)
        except BadSignature:
            continue
        assert covered(changed) == said


def covered(message: bytes) -> bytes:
    root = parse(message)
    root.remove(root[-1])
    return canonical(root)
