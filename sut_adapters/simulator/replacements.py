"""The certificates that a request brings: whether they are to be believed, and which of their owner's they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509

from rulebook.vocabulary import Certificate, CertificateUse
from sut_adapters.duis.request import DuisRequest
from sut_adapters.simulator import codes
from sut_adapters.simulator.exchange import Objection
from sut_adapters.simulator.state import State


@dataclass(frozen=True, slots=True)
class Brought:
    """The certificates in the order of the request, and those known to nobody before, in DER."""

    certificates: tuple[Certificate, ...]
    new: Mapping[Certificate, bytes]


def brought(request: DuisRequest, state: State, now: datetime) -> Brought:
    """Raises Objection for a certificate that does not chain, is out of date, revoked, or for another use."""
    found: dict[Certificate, bytes] = {}
    stated = request.credentials.replacements if request.credentials else ()
    for use, said in stated:
        der = request.certificates[use]
        certificate = x509.load_der_x509_certificate(der)
        if reason := state.settings.scrutiny.placeable(state.settings.trust, certificate, now, use):
            raise Objection(codes.OWN_GROUND, f"the replacement for {use}: {reason}")
        found[identified(said.entity_identifier, use, der, state)] = der
    new = {each: der for each, der in found.items() if each not in state.settings.certificates}
    return Brought(tuple(found), new)


def identified(owner: str, use: CertificateUse, der: bytes, state: State) -> Certificate:
    """Which certificate these octets are; the owner's next issue where nobody has seen them before."""
    known = state.settings.by_octets.get(der)
    if known is not None:
        return known
    for learned, octets in state.learned.items():
        if octets == der:
            return learned
    issues = [
        each.issue for each in (*state.settings.certificates, *state.learned) if (each.owner, each.use) == (owner, use)
    ]
    return Certificate(owner, use, max(issues, default=0) + 1)
