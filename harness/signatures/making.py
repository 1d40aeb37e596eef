"""Makes a detached signature: CMS, DER, over the bytes as they are, without attributes and without the certificate.

What the signature does not cover could be changed unseen, so that there is as little of it as can be.
"""

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
    """What goes into the `.p7s` file."""
    builder = PKCS7SignatureBuilder().set_data(content).add_signer(signer.certificate, signer.key, SHA256())
    return builder.sign(Encoding.DER, OPTIONS)
