"""Makes a detached signature: CMS, DER, over the bytes as they are, without attributes and without the certificate.

What the signature does not cover could be changed unseen, so that there is as little of it as can be.
"""

from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from harness.signatures.files import Signer

OPTIONS = (
    PKCS7Options.DetachedSignature,
    PKCS7Options.Binary,
    PKCS7Options.NoAttributes,
    PKCS7Options.NoCerts,
)


def signature(content: bytes, signer: Signer) -> bytes:
    """What goes into the `.p7s` file. The same content and key give the same octets, of RSA and of ECDSA alike."""
    builder = PKCS7SignatureBuilder().set_data(content).add_signer(signer.certificate, signer.key, SHA256())
    made = builder.sign(Encoding.DER, OPTIONS)
    return _repeatable(made, content, signer.key) if isinstance(signer.key, EllipticCurvePrivateKey) else made


def _repeatable(made: bytes, content: bytes, key: EllipticCurvePrivateKey) -> bytes:
    """The builder's file with the signature of RFC 6979 in the place of a random one, which is all that it offers."""
    whole = cms.ContentInfo.load(made)
    (signed,) = whole["content"]["signer_infos"]
    signed["signature"] = key.sign(content, ECDSA(SHA256(), deterministic_signing=True))
    return bytes(whole.dump(force=True))
