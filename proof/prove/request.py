"""A Service Request and its sender that ask the recorder for what they are."""

from collections.abc import Mapping
from typing import cast

from proof.prove.reads import Facts
from proof.prove.variant import VariantAsked, joins, replaces
from rulebook.vocabulary import (
    HIGHEST_FLOOR,
    Certificate,
    CertificateSet,
    CertificateUse,
    RemotePartyRole,
    ServiceRequest,
    UserRole,
    UserStatus,
)
from rulebook.world import User

SENDER, TARGET, JOINED = "the sender", "the device", "the device to join"
CURRENT, FORMER = 2, 1
"""Which issue of the sender's certificates signs, and which one its former certificate was."""

REGISTERED_OPERATOR, OTHER_OPERATOR, SUPPLIER = "the registered operator", "another operator", "a Supplier"
SIGNING, KEY_AGREEMENT = CertificateUse.DIGITAL_SIGNING, CertificateUse.KEY_AGREEMENT

ROLES: Mapping[str, frozenset[UserRole]] = {
    **{role: frozenset({role}) for role in UserRole},
    "Import and Gas Supplier": frozenset({UserRole.IMPORT_SUPPLIER, UserRole.GAS_SUPPLIER}),
}


def certificates_of(signing: str | None, agreeing: str | None) -> CertificateSet:
    """The certificates of one holder each, or none."""
    placed = ((signing, SIGNING), (agreeing, KEY_AGREEMENT))
    return tuple(Certificate(owner, use) for owner, use in placed if owner is not None)


PLACED: Mapping[str, CertificateSet] = {
    "the registered operator's": certificates_of(REGISTERED_OPERATOR, REGISTERED_OPERATOR),
    "another operator's": certificates_of(OTHER_OPERATOR, OTHER_OPERATOR),
    "a Supplier's": certificates_of(SUPPLIER, SUPPLIER),
    "two operators'": certificates_of(REGISTERED_OPERATOR, OTHER_OPERATOR),
    "signing only": certificates_of(REGISTERED_OPERATOR, None),
    "key agreement only": certificates_of(None, REGISTERED_OPERATOR),
    "none": (),
}
SLOTS_NAMED = {"Network Operator": RemotePartyRole.NETWORK_OPERATOR, "Supplier": RemotePartyRole.SUPPLIER}


class RequestAsked(ServiceRequest):
    """A Service Request of the sender to the device."""

    facts: Facts
    variant: str

    def __init__(self, facts: Facts, variant: type[VariantAsked] = VariantAsked) -> None:
        object.__setattr__(self, "facts", facts)
        for name, value in {
            "variant": cast("str", variant(facts)),
            "sender": SENDER,
            "target": TARGET,
            "signing_issue": CURRENT,
            "repeats_counter": False,
        }.items():
            object.__setattr__(self, name, value)

    @property
    def role(self) -> RemotePartyRole | None:
        return SLOTS_NAMED[self.facts.value("slots named")] if self.facts.about("variant", replaces) else None

    @property
    def certificates(self) -> CertificateSet:
        return PLACED[self.facts.value("certificates placed")] if self.facts.about("variant", replaces) else ()

    @property
    def other_device(self) -> str | None:
        return JOINED if self.facts.about("variant", joins) else None

    @property
    def future_dated(self) -> bool:
        return self.facts.value("future-dated") == "yes"

    @property
    def floor(self) -> int | None:
        return None if self.facts.value("floor") == "none" else HIGHEST_FLOOR

    @property
    def command_variant(self) -> int | None:
        named = self.facts.value("Command Variant")
        return None if named == "as usual" else int(named)


class UserAsked(User):
    """The sender as the DSP knows it."""

    facts: Facts

    def __init__(self, facts: Facts) -> None:
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "user_id", SENDER)

    @property
    def operator(self) -> str:
        return "the operator"

    @property
    def roles(self) -> frozenset[UserRole]:
        return ROLES[self.facts.value("sender")]

    @property
    def status(self) -> UserStatus:
        return UserStatus(self.facts.value("user status"))

    @property
    def critical_requests_left(self) -> int | None:
        return None if self.facts.value("anomaly threshold") == "not reached" else 0
