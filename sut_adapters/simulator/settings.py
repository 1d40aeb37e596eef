"""What stays the same while a simulator runs: whose keys sign, whom it trusts, what it knows, how it is built."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from rulebook.model import RIGHT, Build
from rulebook.vocabulary import S1SPS, Certificate, Component
from rulebook.world import User
from sut_adapters.cast import CAST, OPERATOR_OF
from sut_adapters.duis.schemas import Schemas
from sut_adapters.duis.signer import Signer
from sut_adapters.simulator.conduct import PROPER, Conduct
from sut_adapters.simulator.scrutiny import THOROUGH, Scrutiny
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.smki.trust import TrustStore

DUIS_VERSION = "5.4"


@dataclass(frozen=True)
class Settings:
    """`certificates` are the Organisation Certificates known beforehand, in DER, owners by Entity Identifier.

    `dsp_id` is the EUI-64 from which the DSP's own alerts come, `user_ids` the User IDs of the cast by name. Without
    `schemas` no message is checked against them. `build` is how it goes by the law, `scrutiny` how it looks at
    messages, `conduct` how it does the rest: rightly, unless it is a faulty one.
    """

    dsp: Signer
    dsp_id: str
    user_ids: Mapping[str, str]
    s1sps: Mapping[Component, Signer]
    trust: TrustStore
    certificates: Mapping[Certificate, bytes]
    schemas: Schemas | None = None
    build: Build = RIGHT
    scrutiny: Scrutiny = THOROUGH
    conduct: Conduct = PROPER

    @classmethod
    def of(cls, pki: TestPki, schemas: Schemas | None = None) -> "Settings":
        """Everything from one test PKI."""
        return cls(
            dsp=pki.signer(places.DSP),
            dsp_id=pki.user_id[places.DSP],
            user_ids={name: pki.user_id[name] for name in CAST},
            s1sps={s1sp: pki.signer(s1sp) for s1sp in S1SPS},
            trust=pki.trust(),
            certificates=placeable(pki),
            schemas=schemas,
        )

    def dealt(self, pki: TestPki) -> "Settings":
        """The same with the issues of its certificates as this other view of the PKI has them (`TestPki.dealt`)."""
        return replace(self, certificates=placeable(pki))

    def signer_of(self, s1sp: Component) -> Signer:
        """Who signs what this S1SP says."""
        return self.s1sps[self.conduct.signs_for(s1sp)]

    @cached_property
    def by_octets(self) -> Mapping[bytes, Certificate]:
        """The same certificates by their DER."""
        return {der: certificate for certificate, der in self.certificates.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of the cast by User ID."""
        return {user_id: name for name, user_id in self.user_ids.items()}

    def users(self) -> dict[str, User]:
        """The cast as Users of the DSP, each in good standing."""
        return {
            user_id: User(user_id, OPERATOR_OF.get(name, name), CAST[name]) for name, user_id in self.user_ids.items()
        }


def placeable(pki: TestPki) -> dict[Certificate, bytes]:
    """The Organisation Certificates of a PKI, in DER, owners by Entity Identifier."""
    return {Certificate(pki.user_id[name], use, issue): der for (name, use, issue), der in pki.certificates.items()}
