"""Ways to know who signed what, and not to ask what that is worth (Messages 2 to 6 and 9)."""

from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import NETWORK_OPERATORS, CertificateUse, DeviceStatus, UserStatus
from rulebook.world import User, World
from sut_adapters.duis.certificates import organisation_certificate
from sut_adapters.duis.request import DuisRequest
from sut_adapters.duis.signing import issuer_and_serial, verify
from sut_adapters.simulator.scrutiny import THOROUGH, Objecting, Scrutiny, named
from sut_adapters.simulator.settings import Settings
from sut_adapters.smki.trust import TrustStore

Excuse = Callable[[TrustStore, x509.Certificate, datetime, CertificateUse], bool]


def unless(excuse: Excuse) -> Objecting:
    """The right question, not asked of a certificate of which this holds."""

    def objection(trust: TrustStore, certificate: x509.Certificate, at: datetime, use: CertificateUse) -> str:
        return "" if excuse(trust, certificate, at, use) else THOROUGH.vouched(trust, certificate, at, use)

    return objection


def expired(_: TrustStore, certificate: x509.Certificate, at: datetime, __: CertificateUse) -> bool:
    """Its last day is over."""
    return at > certificate.not_valid_after_utc


def not_yet_valid(_: TrustStore, certificate: x509.Certificate, at: datetime, __: CertificateUse) -> bool:
    """Its first day is still to come."""
    return at < certificate.not_valid_before_utc


def revoked(trust: TrustStore, certificate: x509.Certificate, _: datetime, __: CertificateUse) -> bool:
    """The revocation list has it."""
    listed = trust.crl and trust.crl.get_revoked_certificate_by_serial_number(certificate.serial_number)
    return listed is not None


def for_another_use(_: TrustStore, certificate: x509.Certificate, __: datetime, use: CertificateUse) -> bool:
    """It says that it is for something else."""
    return organisation_certificate(b64encode(certificate.public_bytes(Encoding.DER)).decode("ascii")).use is not use


def unchained(trust: TrustStore, certificate: x509.Certificate, _: datetime, __: CertificateUse) -> bool:
    """Somebody else than the Issuing Authority has signed it."""
    try:
        certificate.verify_directly_issued_by(trust.issuing)
    except (ValueError, TypeError, InvalidSignature):
        return True
    return False


def at_any_time(document: bytes, _: DuisRequest, settings: Settings, now: datetime) -> x509.Certificate:
    """The signature is verified as of a day on which the certificate was in date."""
    certificate = named(issuer_and_serial(document), settings.trust)
    verify(document, certificate, min(max(now, certificate.not_valid_before_utc), certificate.not_valid_after_utc))
    return certificate


def with_the_stranger(users: Mapping[str, User], originator: str) -> Mapping[str, User]:
    """Whoever is not known is a Network Operator."""
    return users if originator in users else {**users, originator: User(originator, originator, NETWORK_OPERATORS)}


def a_lower_counter_too(request_id: str, _: int, __: int, acted_on: Collection[str]) -> bool:
    """Only the very request that was acted on is remembered."""
    return request_id not in acted_on


def the_last_counter_too(_: str, counter: int, told: int, __: Collection[str]) -> bool:
    """Only what is older than the last is too old."""
    return counter >= told


def from_the_next_but_one(request_id: str, counter: int, told: int, acted_on: Collection[str]) -> bool:
    """The counter after the last counts as used."""
    return request_id not in acted_on and counter > told + 1


def all_suspended(world: World) -> World:
    """Nobody is served any more."""
    stopped = (replace(user, status=UserStatus.SUSPENDED) for user in world.users.values())
    return replace(world, users={user.user_id: user for user in stopped})


def with_the_device_locked(world: World, request: DuisRequest) -> World:
    """The device of the request is as good as decommissioned."""
    device = world.devices.get(request.header.target)
    return world.with_device(replace(device, status=DeviceStatus.DECOMMISSIONED)) if device else world


CHECKS: dict[str, Scrutiny] = {
    "stranger-taken-for-a-user": replace(THOROUGH, users=with_the_stranger),
    "originator-not-compared-with-the-signer": replace(THOROUGH, speaks_for=lambda _, __: True),
    "expired-signer-believed": replace(THOROUGH, signed_by=at_any_time, vouched=unless(expired)),
    "signer-believed-too-early": replace(THOROUGH, signed_by=at_any_time, vouched=unless(not_yet_valid)),
    "revoked-signer-believed": replace(THOROUGH, vouched=unless(revoked)),
    "signer-for-another-use-believed": replace(THOROUGH, vouched=unless(for_another_use)),
    "untrusted-certificate-placed": replace(THOROUGH, placeable=unless(unchained)),
    "certificate-for-another-use-placed": replace(THOROUGH, placeable=unless(for_another_use)),
    "expired-certificate-placed": replace(THOROUGH, placeable=unless(expired)),
    "certificate-placed-too-early": replace(THOROUGH, placeable=unless(not_yet_valid)),
    "revoked-certificate-placed": replace(THOROUGH, placeable=unless(revoked)),
    "lower-counter-taken": replace(THOROUGH, is_new=a_lower_counter_too),
    "repeated-request-acted-on": replace(THOROUGH, is_new=the_last_counter_too),
    "next-counter-refused": replace(THOROUGH, is_new=from_the_next_but_one),
    "any-service-will-do": replace(THOROUGH, dealt_with_by=lambda _, named: named),
    "command-variant-not-read": replace(THOROUGH, dealt_with_by=lambda came_to, _: came_to),
    "unreadable-message-stops-the-service": replace(THOROUGH, after_unreadable=all_suspended),
    "refused-message-locks-the-device": replace(THOROUGH, after_refusal=with_the_device_locked),
}
