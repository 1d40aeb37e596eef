"""Mints a test PKI to the SMKI Organisation Certificate profile."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256

from rulebook.vocabulary import NETWORK_OPERATORS, SUPPLIERS, CertificateUse
from sut_adapters.cast import CAST
from sut_adapters.smki import places, profile
from sut_adapters.smki.credential import Credential
from sut_adapters.smki.faults import CertificateFault
from sut_adapters.smki.pki import TestPki
from sut_adapters.smki.profile import Authority, Validity
from sut_adapters.smki.source import Source
from sut_adapters.smki.tls import mint_tls

__all__ = ["TestPki", "mint"]

SUPPLIER, NETWORK_OPERATOR, OTHER, XML_SIGNING, DSP_XML_SIGNING = "02", "03", "7F", "87", "89"
"""Remote Party Roles, as a subject's Organisational Unit has them."""

DAY = timedelta(days=1)
DECADE = timedelta(days=3652)
USER_ID_PREFIX = bytes.fromhex("02 4D 50 31 30 37 00")
"""Locally administered, so that the identifiers made of it are nobody's."""


def mint(seed: int | None = None, at: datetime | None = None) -> TestPki:
    """A whole PKI for the cast, valid from the day before `at` (now) for ten years.

    With a `seed` and the day of `at` every key and certificate follows from them, octet for octet: for what is thrown
    away, since whoever knows the seed has every key. Without a seed the keys are random.
    """
    return _Mint(Source(seed), at or datetime.now(UTC)).pki()


def role_of(name: str) -> str:
    """The Organisational Unit of a member of the cast; of anybody else, 7F."""
    roles = CAST.get(name, frozenset())
    return NETWORK_OPERATOR if roles & NETWORK_OPERATORS else SUPPLIER if roles & SUPPLIERS else OTHER


def user_ids() -> dict[str, str]:
    """The same in every PKI: numbered in the order of the cast."""
    return {
        name: (USER_ID_PREFIX + bytes([number])).hex("-").upper() for number, name in enumerate(places.SIGNERS, start=1)
    }


class _Mint:
    """What every certificate of one PKI has in common."""

    def __init__(self, source: Source, at: datetime) -> None:
        self.source = source
        self.today = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        self.good = Validity(self.today - DAY, self.today - DAY + DECADE)
        self.user_id = user_ids()
        self.root = Authority(profile.authority_name("00", "MP107 test root"), source.key(places.ROOT))
        self.issuing = Authority(profile.authority_name("07", "MP107 test issuing"), source.key(places.ISSUING))
        self.impostor = Authority(self.issuing.name, source.key("impostor"))

    def pki(self) -> TestPki:
        credentials = dict(self._authorities())
        for name in places.SIGNERS:
            role = DSP_XML_SIGNING if name == places.DSP else XML_SIGNING
            credentials[places.xml_signing(name)] = self._organisation(places.xml_signing(name), role, name)
        for name in places.PLACEABLE:
            credentials.update(self._party(name))
        credentials.update(mint_tls(self.source, self.good, self.user_id))
        return TestPki(credentials, self._crl(credentials), self.user_id)

    def _authorities(self) -> Iterator[tuple[str, Credential]]:
        validity = Validity(self.today - 2 * DECADE, self.today + 3 * DECADE)
        for place, authority, path_length in ((places.ROOT, self.root, 1), (places.ISSUING, self.issuing, 0)):
            key = authority.key.public_key()
            extensions = profile.authority_extensions(key, self.root.key.public_key(), path_length)
            certificate = self.root.issue(authority.name, key, self.source.serial(place), validity, extensions)
            yield place, Credential(certificate, authority.key)

    def _party(self, name: str) -> Iterator[tuple[str, Credential]]:
        for use in CertificateUse:
            for issue in places.ISSUES:
                place = places.organisation(name, use, issue)
                signs = use is CertificateUse.DIGITAL_SIGNING
                yield place, self._organisation(place, role_of(name), name, signs=signs)
        spoilt = {places.spoilt_signer(name, fault): (XML_SIGNING, fault) for fault in places.FAULTS_OF_A_SIGNER}
        spoilt |= {places.spoilt_replacement(name, fault): (role_of(name), fault) for fault in CertificateFault}
        for place, (role, fault) in spoilt.items():
            yield place, self._spoilt(place, role, name, fault)

    def _spoilt(self, place: str, role: str, name: str, fault: CertificateFault) -> Credential:
        match fault:
            case CertificateFault.EXPIRED:
                past = Validity(self.today - DAY - DECADE, self.today - DAY)
                return self._organisation(place, role, name, validity=past)
            case CertificateFault.NOT_YET_VALID:
                future = Validity(self.today + DECADE, self.today + 2 * DECADE)
                return self._organisation(place, role, name, validity=future)
            case CertificateFault.WRONG_USAGE:
                return self._organisation(place, role, name, signs=False)
            case CertificateFault.UNTRUSTED:
                return self._organisation(place, role, name, issuer=self.impostor)
            case CertificateFault.REVOKED:
                return self._organisation(place, role, name)

    def _organisation(
        self,
        place: str,
        role: str,
        name: str,
        *,
        signs: bool = True,
        validity: Validity | None = None,
        issuer: Authority | None = None,
    ) -> Credential:
        key = self.source.key(place)
        certificate = (issuer or self.issuing).issue(
            profile.organisation_name(role, self.user_id[name]),
            key.public_key(),
            self.source.serial(place),
            validity or self.good,
            profile.organisation_extensions(key.public_key(), self.issuing.key.public_key(), signs=signs),
        )
        return Credential(certificate, key)

    def _crl(self, credentials: dict[str, Credential]) -> x509.CertificateRevocationList:
        builder = x509.CertificateRevocationListBuilder(
            self.issuing.name, last_update=self.good.start, next_update=self.good.end
        )
        for place, credential in credentials.items():
            if place.endswith(f"-{CertificateFault.REVOKED}"):
                serial = credential.certificate.serial_number
                builder = builder.add_revoked_certificate(
                    x509.RevokedCertificateBuilder(serial, revocation_date=self.good.start).build()
                )
        return builder.sign(self.issuing.key, SHA256(), ecdsa_deterministic=True)
