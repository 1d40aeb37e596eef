"""Requests of the cast as they go over the wire, to devices that a test has placed."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from rulebook.vocabulary import CertificateUse, RemotePartyRole, Variant
from sut_adapters.duis.requests import RequestToSend, encode_request
from sut_adapters.duis.signing import sign
from sut_adapters.simulator.settings import Settings
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki


@dataclass
class Parties:
    """`last_counter` is the highest originator counter in use; every request takes the next."""

    pki: TestPki
    settings: Settings
    last_counter: int = 1000
    sent: dict[str, bytes] = field(default_factory=dict)

    def request(self, sender: str, device: str, variant: Variant, command_variant: int = 1) -> RequestToSend:
        """A request that replaces nothing."""
        self.last_counter += 1
        return RequestToSend(self.pki.user_id[sender], device, self.last_counter, variant, command_variant)

    def update(
        self, sender: str, device: str, owner: str, *, command_variant: int = 1, execution: datetime | None = None
    ) -> RequestToSend:
        """SRV 6.15.1 that places both of the owner's Network Operator certificates."""
        return replace(
            self.request(sender, device, Variant.UPDATE_SECURITY_CREDENTIALS_KRP, command_variant),
            role=RemotePartyRole.NETWORK_OPERATOR,
            certificates={use: self.pki.certificates[owner, use, 1] for use in CertificateUse},
            path=(self.pki.credentials[places.ISSUING].der,),
            execution=execution,
        )

    def signed(self, sender: str, request: RequestToSend) -> bytes:
        """As the sender sends it."""
        return sign(encode_request(request), self.pki.signer(sender))
