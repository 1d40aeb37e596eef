"""Whether every certificate chains to the trusted root, is in date, not revoked, and for its use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import NETWORK_OPERATORS, SUPPLIERS, CertificateUse
from sut_adapters.cast import CAST
from sut_adapters.duis.base64_text import written
from sut_adapters.duis.certificates import organisation_certificate
from sut_adapters.duis.preflight.findings import Check, Finding, fault, fault_of, fine, left_out
from sut_adapters.duis.preflight.keys import signer_tables
from sut_adapters.duis.profile_schema import Profile
from sut_adapters.smki import key_files
from sut_adapters.smki.trust import TrustStore
from sut_adapters.trouble import Misconfigured

XML_SIGNING, NETWORK_OPERATOR, SUPPLIER = "XML signing", "Network Operator", "Supplier"
UNKNOWN_ISSUER = "it does not chain to the trusted root"
"""What TrustStore objects to in a certificate that somebody else issued."""


@dataclass(frozen=True, slots=True)
class Used:
    """A certificate file of the profile, and what it is used for. A `role` or an `owner` of None is not insisted on."""

    key: str
    file: Path
    use: CertificateUse
    role: str | None = None
    owner: str | None = None


def certificates(profile: Profile, at: datetime) -> Iterator[Finding]:
    """A certificate of an unknown issuer is a fault of safety: nothing of it is sent or placed."""
    trust = profile.trust
    try:
        crl = key_files.revocation_list(trust.crl) if trust.crl else None
        store = TrustStore(key_files.certificate(trust.root), key_files.certificate(trust.issuing), crl, ())
    except Misconfigured as error:
        yield fault_of(Check.CERTIFICATES, "trust", error)
        return
    yield _revocation(crl, at)
    for used in every_certificate(profile):
        yield _certificate(used, store, at)
    for name, party in profile.party.items():
        yield from (_path(f"party.{name}.path", file, store) for file in party.path or ())


def every_certificate(profile: Profile) -> Iterator[Used]:
    """Those that sign, those whose signatures are believed, and those that are placed."""
    signing = CertificateUse.DIGITAL_SIGNING
    for key, table in signer_tables(profile):
        role = XML_SIGNING if key.startswith("party.") and key.endswith(".signer") else None
        yield Used(key, table.certificate, signing, role)
    yield from (Used("dsp.certificates", file, signing) for file in profile.dsp.certificates)
    for s1sp, known in profile.s1sp.items():
        yield from (Used(f"s1sp.{s1sp}.certificates", file, signing) for file in known.certificates)
    for name, party in profile.party.items():
        for use in CertificateUse:
            key = f"party.{name}.{use.replace(' ', '_')}"
            yield from (Used(key, file, use, _role(name), party.user_id) for file in party.certificates(use))


def _certificate(used: Used, store: TrustStore, at: datetime) -> Finding:
    try:
        certificate = key_files.certificate(used.file)
    except Misconfigured as error:
        return fault_of(Check.CERTIFICATES, used.key, error)
    objection = store.objection(certificate, at, used.use, used.role)
    if objection == UNKNOWN_ISSUER:
        said = f"{used.file}: {objection}: its issuer is {certificate.issuer.rfc4514_string()}"
        return fault(Check.SAFETY, used.key, said, "give one that trust.issuing issued, or mend [trust]")
    if not objection and used.owner is not None:
        whose = organisation_certificate(written(certificate.public_bytes(Encoding.DER))).entity_identifier
        objection = "" if whose == used.owner else f"it is {whose}'s, not {used.owner}'s"
    if objection:
        return fault(Check.CERTIFICATES, used.key, f"{used.file}: {objection}", f"give another in {used.key}")
    until = certificate.not_valid_after_utc
    return fine(Check.CERTIFICATES, used.key, f"{used.file.name}, until {until:%Y-%m-%d}")


def _path(key: str, file: Path, store: TrustStore) -> Finding:
    try:
        certificate = key_files.certificate(file)
    except Misconfigured as error:
        return fault_of(Check.CERTIFICATES, key, error)
    if certificate not in (store.issuing, store.root):
        said = f"{file}: is neither the root nor the Issuing Authority of [trust]"
        return fault(Check.SAFETY, key, said, "give those two, or leave the key out")
    return fine(Check.CERTIFICATES, key, f"{file.name} is of [trust]")


def _revocation(crl: x509.CertificateRevocationList | None, at: datetime) -> Finding:
    if crl is None:
        return left_out(Check.CERTIFICATES, "trust.crl", "nothing is known of revocations", "give trust.crl")
    if crl.next_update_utc is not None and crl.next_update_utc < at:
        said = f"the revocation list ran out on {crl.next_update_utc:%Y-%m-%d %H:%M} UTC"
        return fault(Check.CERTIFICATES, "trust.crl", said, "fetch the present one from the SMKI repository")
    return fine(Check.CERTIFICATES, "trust.crl", f"{len(crl)} certificates are revoked")


def _role(party: str) -> str | None:
    """The Remote Party Role that the party's Organisation Certificates have to have to be of use in a slot."""
    roles = CAST.get(party, frozenset())
    if roles & NETWORK_OPERATORS:
        return NETWORK_OPERATOR
    return SUPPLIER if roles & SUPPLIERS else None
