"""The request's signature: whose it is, and whether it is to be believed."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from commands.explain.facts import Facts, party
from commands.explain.signature_checks import Check, SaidBy, checks, content
from commands.explain.trust import Known
from sut_adapters.duis.certificates import OrganisationCertificate
from sut_adapters.duis.elements import XMLDSIG
from sut_adapters.duis.request import DuisRequest
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signing import BadSignature, issuer_and_serial

GOOD, BAD, NOT_CHECKED, ABSENT = "good", "bad", "not checked", "absent"
SIGNATURE_OCTETS = 64
WHERE_FROM = "give the signer's with --signer-certificate FILE, or a PKI with --pki DIR"


@dataclass(frozen=True, slots=True)
class Signature:
    """`state` is good, bad, not checked or absent; `signer` what the certificate says, None where none was found."""

    state: str
    text: str
    signer: Facts | None = None
    checks: tuple[Check, ...] = ()


def judged(document: bytes, request: DuisRequest, known: Known, at: datetime, names: Mapping[str, str]) -> Signature:
    """What is to be said of the request's signature at that moment; `names` are the world file's, by identifier."""
    if not request.has_signature:
        return Signature(ABSENT, "none; the request is not signed")
    try:
        named = issuer_and_serial(document)
    except BadSignature as bad:
        kind = "a placeholder, which does not verify" if _is_placeholder(document) else "does not verify"
        return Signature(BAD, f"{kind}: {bad.reason}")
    certificate = known.certificate_of(named)
    if certificate is None:
        missing = "no certificate was given" if known.is_empty else "that certificate is none of those given"
        return Signature(NOT_CHECKED, f"not checked; it names {named}, and {missing}: {WHERE_FROM}")
    said = content(certificate)
    found = checks(SaidBy(document, request.header.originator, at), certificate, said, known.store)
    return _summed_up(_signer(certificate, said, names), found)


def _summed_up(signer: Facts, found: tuple[Check, ...]) -> Signature:
    faults = [f"{check.check}: {check.because}" for check in found if check.holds is False]
    left_out = [check.check for check in found if check.holds is None]
    if faults:
        return Signature(BAD, f"not to be believed, by {_shown(signer)}; {'; '.join(faults)}", signer, found)
    but = f"; not checked: {', '.join(left_out)}" if left_out else ""
    return Signature(GOOD, f"good, by {_shown(signer)}{but}", signer, found)


def _signer(certificate: x509.Certificate, said: OrganisationCertificate | str, names: Mapping[str, str]) -> Facts:
    known = {} if isinstance(said, str) else {**party(said.entity_identifier, names), "remote_party_role": said.role}
    return {**known, "issuer": certificate.issuer.rfc4514_string(), "serial": str(certificate.serial_number)}


def _shown(signer: Facts) -> str:
    """`Southfell (02-4D-50-31-30-37-00-02), certificate CN=...,OU=07 serial ...`."""
    certificate = f"certificate {signer['issuer']} serial {signer['serial']}"
    if "entity_identifier" not in signer:
        return certificate
    name, eui = signer["name"], signer["entity_identifier"]
    return f"{name} ({eui}), {certificate}" if name else f"{eui}, {certificate}"


def _is_placeholder(document: bytes) -> bool:
    """Whether what stands for the signature's value cannot be one on P-256, as in published request templates."""
    value = parse(document).findtext(f"{{{XMLDSIG}}}Signature/{{{XMLDSIG}}}SignatureValue") or ""
    try:
        return len(b64decode("".join(value.split()), validate=True)) != SIGNATURE_OCTETS
    except ValueError:
        return True
