"""The certificates of a population: minted once for each Entity Identifier and use, never for each device."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import SUPPLIERS, CertificateUse
from sut_adapters.s1sp_database.population_operators import LICENCES, STRANGER, Licence, Publication
from sut_adapters.smki import profile
from sut_adapters.smki.profile import Authority, Validity
from sut_adapters.smki.source import Source

ISSUER = "MP107 population issuing"
YEAR = timedelta(days=365)
SIGNING, AGREEMENT = CertificateUse.DIGITAL_SIGNING, CertificateUse.KEY_AGREEMENT
USES = (SIGNING, AGREEMENT)
PUBLISHED_USES = {
    Publication.NOTHING: (),
    Publication.SIGNING_ONLY: (SIGNING,),
    Publication.AGREEMENT_ONLY: (AGREEMENT,),
}


@dataclass(frozen=True, slots=True)
class Minted:
    """A certificate with what a table says of it, which its octets need not say.

    `use` is what it is listed for, `listed_revoked` when it is said to be revoked, in days from now.
    """

    licence: Licence
    use: CertificateUse
    role: str
    serial: str
    validity: Validity
    der: bytes
    listed_revoked: int | None = None


class Mint:
    """Everything follows from the seed and the day, octet for octet."""

    def __init__(self, seed: int, at: datetime) -> None:
        self._source = Source(seed)
        day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        self.good = Validity(day - YEAR, day + 9 * YEAR)
        self._past, self._future = Validity(day - 9 * YEAR, day - YEAR), Validity(day + YEAR, day + 9 * YEAR)
        self._root = Authority(profile.authority_name("00", "MP107 population root"), self._source.key("root"))
        self._issuing = Authority(profile.authority_name("07", ISSUER), self._source.key("issuing"))
        self._impostor = Authority(self._issuing.name, self._source.key("impostor"))
        self._revoked: list[int] = []

    def stored(self) -> Iterator[Minted]:
        """What slots hold: a good pair of every licence."""
        for licence in LICENCES:
            yield from (self._minted(licence, use, f"{use} of {licence.number}{licence.issue}") for use in USES)

    def published(self) -> Iterator[Minted]:
        """The list of FIA 4.2.2; a good certificate on it is the one that slots hold."""
        for licence in LICENCES:
            for use in PUBLISHED_USES.get(licence.publishes, USES):
                yield self._published(licence, use, licence.publishes)
            yield from (self._published(licence, use, one) for one in licence.beside for use in USES)

    def material(self) -> dict[str, bytes]:
        """Root, Issuing Authority and revocation list, in DER; to be asked after `published`."""
        above = self._root.key.public_key()
        root = self._authority(self._root, profile.authority_extensions(above, above, 1), self._root)
        crl = x509.CertificateRevocationListBuilder(self._issuing.name, self.good.start, self.good.end)
        for serial in self._revoked:
            crl = crl.add_revoked_certificate(x509.RevokedCertificateBuilder(serial, self.good.start).build())
        signed = crl.sign(self._issuing.key, SHA256(), ecdsa_deterministic=True)
        return {"root": root, "issuing": self.issuing(self._root), "crl": signed.public_bytes(Encoding.DER)}

    @property
    def other_root(self) -> Authority:
        """Of the root's name, and with a key that is not the root's."""
        return Authority(self._root.name, self._source.key("another root"))

    def issuing(self, root: Authority) -> bytes:
        """The Issuing Authority's certificate, in DER, as this root signs it."""
        key, above = self._issuing.key.public_key(), root.key.public_key()
        return self._authority(self._issuing, profile.authority_extensions(key, above, 0), root)

    def _published(self, licence: Licence, use: CertificateUse, publication: Publication) -> Minted:
        """With what the list says of it."""
        made = self._made(licence, use, publication)
        match publication:
            case Publication.EXPIRED_AS_LISTED_GOOD | Publication.NOT_YET_VALID_AS_LISTED_GOOD:
                return replace(made, validity=self.good)
            case Publication.WRONG_ROLE_AS_LISTED_GOOD:
                return replace(made, role="03")
            case Publication.REVOKED | Publication.REVOKED_IN_LIST:
                return replace(made, listed_revoked=-30)
            case Publication.REVOKED_LATER:
                return replace(made, listed_revoked=30)
            case Publication.FOR_ANOTHER_AREA:
                return replace(made, licence=licence.elsewhere)
        return made

    def _made(self, licence: Licence, use: CertificateUse, publication: Publication) -> Minted:
        usual = f"{use} of {licence.number}"
        what = f"{publication.name} {usual}"
        match publication:
            case Publication.EXPIRED | Publication.EXPIRED_AS_LISTED_GOOD:
                return self._minted(licence, use, what, validity=self._past)
            case Publication.NOT_YET_VALID | Publication.NOT_YET_VALID_AS_LISTED_GOOD:
                return self._minted(licence, use, what, validity=self._future)
            case Publication.REVOKED | Publication.REVOKED_IN_CRL:
                self._revoked.append(self._source.serial(what))
            case Publication.ANOTHERS_AS_LISTED_OWN:
                return self._minted(licence, use, what, eui=STRANGER.eui)
            case Publication.WRONG_USAGE:
                return self._minted(licence, use, what, signs=False)
            case Publication.UNTRUSTED:
                return self._minted(licence, use, what, issuer=self._impostor)
            case Publication.WRONG_ROLE | Publication.WRONG_ROLE_AS_LISTED_GOOD:
                return self._minted(licence, use, what, role="02")
            case Publication.GOOD | Publication.REVOKED_LATER | Publication.SIGNING_ONLY | Publication.AGREEMENT_ONLY:
                return self._minted(licence, use, usual)
        return self._minted(licence, use, what)

    def _minted(
        self,
        licence: Licence,
        use: CertificateUse,
        what: str,
        *,
        validity: Validity | None = None,
        issuer: Authority | None = None,
        role: str = "",
        eui: str = "",
        signs: bool | None = None,
    ) -> Minted:
        role = role or ("02" if licence.role in SUPPLIERS else "03")
        key, serial, dates = self._source.key(what).public_key(), self._source.serial(what), validity or self.good
        signs = use is SIGNING if signs is None else signs
        extensions = profile.organisation_extensions(key, self._issuing.key.public_key(), signs=signs)
        subject = profile.organisation_name(role, eui or licence.eui)
        certificate = (issuer or self._issuing).issue(subject, key, serial, dates, extensions)
        return Minted(licence, use, role, str(serial), dates, certificate.public_bytes(Encoding.DER))

    def _authority(self, authority: Authority, extensions: list[profile.Extension], root: Authority) -> bytes:
        key, serial = authority.key.public_key(), self._source.serial(str(authority.name))
        validity = Validity(self.good.start - 10 * YEAR, self.good.end + 10 * YEAR)
        return root.issue(authority.name, key, serial, validity, extensions).public_bytes(Encoding.DER)
