"""Checks a detached signature against one certificate, which is the only one trusted."""

import hashlib

from asn1crypto import cms
from asn1crypto.x509 import Certificate as Asn1Certificate
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate

from harness.signatures.form import of_openssl, of_ours

LARGEST = 64 * 1024
"""Bytes. A signature file is a few hundred."""


def objection(content: bytes, signature: bytes, certificate: Certificate, *, openssl: bool = False) -> str:
    """Why this is no signature of the certificate's over the content; empty where it is one.

    `openssl` admits the form of OpenSSL beside our own. What the signature does not cover has to be of that form.
    """
    signer = Asn1Certificate.load(certificate.public_bytes(Encoding.DER))
    try:
        info = _signer_info(signature)
        value = info["signature"].native
        forms = [form(signer, value) for form in (of_ours, *([of_openssl] if openssl else []))]
    except (ValueError, TypeError, KeyError, IndexError):
        return "it is no detached CMS signature"
    if signature not in forms:
        return _why_not(info, signer)
    return "" if _signed(info, signer, content) else "it does not fit the content"


def _signer_info(signature: bytes) -> cms.SignerInfo:
    if len(signature) > LARGEST:
        raise ValueError
    return cms.ContentInfo.load(signature, strict=True)["content"]["signer_infos"][0]


def _why_not(info: cms.SignerInfo, signer: Asn1Certificate) -> str:
    try:
        identifier = info["sid"].chosen
        same = identifier["serial_number"].native == signer.serial_number and identifier["issuer"] == signer.issuer
    except (ValueError, TypeError, KeyError):
        same = True
    return "it has not the form that it is written in" if same else "it was made with another certificate"


def _signed(info: cms.SignerInfo, signer: Asn1Certificate, content: bytes) -> bool:
    """pyHanko takes its time to be imported, and only here is it needed."""
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    try:
        found = validate_sig_integrity(info, signer, "data", hashlib.sha256(content).digest())
    except (SignatureValidationError, ValueError, TypeError):
        return False
    return found == (True, True)
