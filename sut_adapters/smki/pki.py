"""A test PKI as a value: who has which certificates and keys."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from cryptography import x509

from rulebook.vocabulary import CertificateUse
from sut_adapters.dealing import order
from sut_adapters.duis.signer import KeySigner
from sut_adapters.smki import folder as on_disk
from sut_adapters.smki import places
from sut_adapters.smki.credential import Credential
from sut_adapters.smki.faults import CertificateFault
from sut_adapters.smki.trust import TrustStore


@dataclass(frozen=True)
class TestPki:
    """Everything that `mint` makes.

    `credentials` is by place (sut_adapters.smki.places), which is also the path in the folder. `user_id` maps every
    name of the cast, and DSP, S1SP1 to S1SP3 and `places.STRANGER` (certified, no User), to an EUI-64 as DUIS writes
    it, in capitals.
    """

    __test__: ClassVar[bool] = False

    credentials: Mapping[str, Credential]
    crl: x509.CertificateRevocationList
    user_id: Mapping[str, str]

    @property
    def root(self) -> x509.Certificate:
        """The SMKI root, to be trusted."""
        return self.credentials[places.ROOT].certificate

    @property
    def issuing(self) -> x509.Certificate:
        """The Issuing Authority, which issued every Organisation Certificate and goes along as the path."""
        return self.credentials[places.ISSUING].certificate

    @cached_property
    def certificates(self) -> Mapping[tuple[str, CertificateUse, int], bytes]:
        """The Organisation Certificates that can be placed in a device, in DER, by owner, use and issue (1 or 2)."""
        return {
            (name, use, issue): self.credentials[places.organisation(name, use, issue)].der
            for name in places.PLACEABLE
            for use in CertificateUse
            for issue in places.ISSUES
        }

    def signer(self, name: str) -> KeySigner:
        """Signs DUIS XML: with an XML signing certificate (OU=87; the DSP's OU=89)."""
        return self.credentials[places.xml_signing(name)].signer

    def critical_signer(self, name: str, issue: int = 1) -> KeySigner:
        """Signs with an Organisation Certificate that a device's critical slot may refer to (open question O28)."""
        return self.credentials[places.organisation(name, CertificateUse.DIGITAL_SIGNING, issue)].signer

    def spoilt_signer(self, name: str, fault: CertificateFault) -> KeySigner:
        """An XML signer of the party's own, whose certificate has one fault."""
        return self.credentials[places.spoilt_signer(name, fault)].signer

    def spoilt_replacement(self, name: str, fault: CertificateFault) -> bytes:
        """A digital signing certificate of the party's own with one fault, in DER."""
        return self.credentials[places.spoilt_replacement(name, fault)].der

    def trust(self) -> TrustStore:
        """Everything that this PKI issued, to look up and to judge."""
        published = (each.certificate for place, each in self.credentials.items() if places.is_published(place))
        return TrustStore(self.root, self.issuing, self.crl, published)

    def dealt(self, seed: int) -> "TestPki":
        """The same PKI with each one's Organisation Certificates, and their keys, in an order that the seed decides."""
        credentials = dict(self.credentials)
        for name in places.PLACEABLE:
            for issue, taken in enumerate(order(seed, name, len(places.ISSUES)), start=1):
                for use in CertificateUse:
                    place = places.organisation(name, use, issue)
                    credentials[place] = self.credentials[places.organisation(name, use, taken)]
        return replace(self, credentials=credentials)

    def write(self, folder: Path) -> None:
        """Into a folder, made if need be: see `sut_adapters.smki.folder`."""
        on_disk.write(folder, self.credentials, self.crl, self.user_id)

    @classmethod
    def read(cls, folder: Path) -> "TestPki":
        """What was written there; raises Misconfigured with the file and the mend."""
        return cls(*on_disk.read(folder))
