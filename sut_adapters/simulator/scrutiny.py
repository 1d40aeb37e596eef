"""How a DSP looks at a message before it asks the law, with one field for each thing that it can overlook.

`THOROUGH` overlooks nothing. A faulty one is `replace(THOROUGH, ...)`, as with `rulebook.model.Build`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography import x509

from rulebook.vocabulary import CertificateUse
from rulebook.world import User, World
from sut_adapters.duis.request import DuisRequest
from sut_adapters.duis.schemas import Schemas
from sut_adapters.duis.signing import BadSignature, IssuerSerial, issuer_and_serial, verify
from sut_adapters.simulator import belief
from sut_adapters.smki.trust import TrustStore

if TYPE_CHECKING:
    from sut_adapters.simulator.settings import Settings

Objecting = Callable[[TrustStore, x509.Certificate, datetime, CertificateUse], str]
"""Why a certificate is not to be believed; empty where it is."""


@dataclass(frozen=True, slots=True)
class Scrutiny:
    """One way to look at messages.

    `taken_for` are the octets that a message counts as, `read_as` those from which its content is read, `valid` raises
    MessageFault against a schema. `takes_unread` says whether what cannot be read is acknowledged all the same.
    `signed_by` gives the certificate of the key that has signed, or raises BadSignature; `vouched` is asked of that
    certificate, and `placeable` of each that is to be placed. `speaks_for` says whether the owner
    of a certificate is the Business Originator, and `users` who is known when one of that identifier asks.
    `dealt_with_by` has the service that a message came to and the one that its Command Variant names, and gives the one
    that deals with it, None for a refusal. `is_new` has a RequestID, its counter, the last counter of which the User
    has heard, and the requests that were acted on. The last two are the world after what could not be read, and after
    a refusal.
    """

    taken_for: Callable[[bytes], bytes]
    read_as: Callable[[bytes], bytes]
    valid: Callable[[Schemas, bytes], None]
    takes_unread: Callable[[bytes], bool]
    signed_by: Callable[[bytes, DuisRequest, "Settings", datetime], x509.Certificate]
    vouched: Objecting
    placeable: Objecting
    speaks_for: Callable[[str, str], bool]
    users: Callable[[Mapping[str, User], str], Mapping[str, User]]
    dealt_with_by: Callable[[str, str], str | None]
    is_new: Callable[[str, int, int, Collection[str]], bool]
    after_unreadable: Callable[[World], World]
    after_refusal: Callable[[World, DuisRequest], World]


def named(signer: IssuerSerial, trust: TrustStore) -> x509.Certificate:
    """The certificate by its name; BadSignature where nobody here knows it."""
    certificate = trust.certificate_of(signer)
    if certificate is None:
        raise BadSignature(f"nobody here knows the certificate {signer}")
    return certificate


def signed_by(document: bytes, _: DuisRequest, settings: "Settings", now: datetime) -> x509.Certificate:
    """The certificate that the one signature names, which is good and covers the whole."""
    certificate = named(issuer_and_serial(document), settings.trust)
    verify(document, certificate, now)
    return certificate


def new(request_id: str, counter: int, told: int, acted_on: Collection[str]) -> bool:
    """Neither one that was acted on, nor as old as one whose end its User has heard."""
    return request_id not in acted_on and counter > told


THOROUGH = Scrutiny(
    taken_for=lambda document: document,
    read_as=lambda document: document,
    valid=Schemas.check,
    takes_unread=lambda _: False,
    signed_by=signed_by,
    vouched=belief.objection,
    placeable=belief.objection,
    speaks_for=lambda owner, originator: owner == originator,
    users=lambda users, _: users,
    dealt_with_by=lambda came_to, named: came_to if came_to == named else None,
    is_new=new,
    after_unreadable=lambda world: world,
    after_refusal=lambda world, _: world,
)
