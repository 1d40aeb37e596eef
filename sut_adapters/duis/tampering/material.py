"""What spoiling needs besides the request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from rulebook.vocabulary import CertificateUse
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import sign
from sut_adapters.port import NotExercised
from sut_adapters.smki import places
from sut_adapters.smki.faults import CertificateFault
from sut_adapters.smki.pki import TestPki


@dataclass(frozen=True, slots=True)
class Material:
    """`signer` is the sender's own, `other` another User's.

    `stranger` has a certificate and `stranger_id` an EUI-64 that belong to no User. `last_counter` is the highest
    originator counter that the sender has had accepted, at least 1. `spoilt_signers` and `spoilt_replacements` (DER,
    digital signing) have one fault each; what an environment cannot have is left out.
    """

    signer: Signer
    other: Signer
    last_counter: int
    stranger: Signer | None = None
    stranger_id: str = ""
    spoilt_signers: Mapping[CertificateFault, Signer] = field(default_factory=dict)
    spoilt_replacements: Mapping[CertificateFault, bytes] = field(default_factory=dict)

    def spoilt_signer(self, fault: CertificateFault) -> Signer:
        """The sender's signer with that fault."""
        if fault not in self.spoilt_signers:
            raise NotExercised(f"no signer whose certificate is {fault} can be had")
        return self.spoilt_signers[fault]

    def spoilt_replacement(self, fault: CertificateFault) -> bytes:
        """A certificate to place with that fault."""
        if fault not in self.spoilt_replacements:
            raise NotExercised(f"no certificate to place that is {fault} can be had")
        return self.spoilt_replacements[fault]


Spoil = Callable[[RequestToSend, Material], bytes]


def material_of(pki: TestPki, sender: str, other: str, owner: str, last_counter: int) -> Material:
    """All of it, from a test PKI; the certificates to place are `owner`'s."""
    return Material(
        signer=pki.signer(sender),
        other=pki.signer(other),
        last_counter=last_counter,
        stranger=pki.signer(places.STRANGER),
        stranger_id=pki.user_id[places.STRANGER],
        spoilt_signers={fault: pki.spoilt_signer(sender, fault) for fault in places.FAULTS_OF_A_SIGNER},
        spoilt_replacements={fault: pki.spoilt_replacement(owner, fault) for fault in CertificateFault},
    )


def signed(request: RequestToSend, signer: Signer) -> bytes:
    """A good message."""
    return sign(encode_request(request), signer)


def placing(request: RequestToSend, der: bytes) -> RequestToSend:
    """The request with that for its digital signing certificate."""
    return replace(request, certificates={**request.certificates, CertificateUse.DIGITAL_SIGNING: der})
