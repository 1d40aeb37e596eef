"""What stays the same while a simulator runs: whose keys sign, whom it trusts, which certificates are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rulebook.vocabulary import S1SPS, Certificate, Component
from rulebook.world import User
from sut_adapters.cast import CAST, OPERATOR_OF
from sut_adapters.duis.schemas import Schemas
from sut_adapters.duis.signer import Signer
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.smki.trust import TrustStore

DUIS_VERSION = "5.4"


@dataclass(frozen=True)
class Settings:
    """`certificates` are the Organisation Certificates known beforehand, in DER, owners by Entity Identifier.

    `dsp_id` is the EUI-64 from which the DSP's own alerts come, `user_ids` the User IDs of the cast by name. Without
    `schemas` no message is checked against them.
    """

    dsp: Signer
    dsp_id: str
    user_ids: Mapping[str, str]
    s1sps: Mapping[Component, Signer]
    trust: TrustStore
    certificates: Mapping[Certificate, bytes]
    schemas: Schemas | None = None

    @classmethod
    def of(cls, pki: TestPki, schemas: Schemas | None = None) -> "Settings":
        """Everything from one test PKI."""
        return cls(
            dsp=pki.signer(places.DSP),
            dsp_id=pki.user_id[places.DSP],
            user_ids={name: pki.user_id[name] for name in CAST},
            s1sps={s1sp: pki.signer(s1sp) for s1sp in S1SPS},
            trust=pki.trust(),
            certificates={
                Certificate(pki.user_id[name], use, issue): der for (name, use, issue), der in pki.certificates.items()
            },
            schemas=schemas,
        )

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
