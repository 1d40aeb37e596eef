"""An S1SP, and the SMETS2 Device in its place: the checks on a request that the DSP has let through."""

from rulebook.case import Case
from rulebook.model.build import CheckFunction, Hearing, Order
from rulebook.model.checks import finding
from rulebook.model.dsp import names_network_operator_slot_of_gsme
from rulebook.model.findings import Finding
from rulebook.model.registration import registration_check
from rulebook.readings.certificate_ownership import (
    binds,
    business_originator_owns_the_stored_certificate,
    party_kind,
    senders_kind,
    slots_read,
)
from rulebook.readings.registered_party import registered_operators
from rulebook.vocabulary import NETWORK_OPERATORS, Check, RemotePartyRole, Slot, Variant


def certificate_ownership(case: Hearing) -> Finding | None:
    """S1SR 4.2; for a request to be executed later, when O11 has it made on receipt."""
    if not binds(case) or (case.request.future_dated and case.rulings.reading("O11") == "at-execution"):
        return None
    clause = business_originator_owns_the_stored_certificate.id
    if case.build.owns(case):
        return finding(case, Check.CERTIFICATE_OWNERSHIP, clause, True, "the stored certificate is the sender's")
    check = Check.CERTIFICATE_OWNERSHIP
    if _critical_slot_is_empty(case) and case.rulings.reading("O5.empty") == "own-ground":
        check = Check.UNATTESTED
    return finding(case, check, clause, False, "the stored certificate is not the sender's")


def device_anchor_slot(case: Case) -> Finding | None:
    """What a SMETS2 Device asks of a Critical request: that the slot named holds the sender's certificate."""
    if not case.variant.critical:
        return None
    holds = business_originator_owns_the_stored_certificate(case)
    because = (
        "the anchor slot holds the sender's certificate" if holds else "the anchor slot holds another's certificate"
    )
    return finding(case, Check.CERTIFICATE_OWNERSHIP, "fia-3.1.smets2", holds, because)


def originator_counter(case: Case) -> Finding | None:
    """A counter that the device has taken from this party is not taken again (O12), nor one below its floor (O27)."""
    if not case.variant.critical:
        return None
    counter = case.world.originator_counters.get(case.request.sender, 0)
    taken = case.world.execution_counters.get((case.request.target, case.request.sender))
    holds = taken is None or counter > taken
    after = "the first that the device takes" if taken is None else f"after {taken}"
    return finding(case, Check.UNATTESTED, "O12", holds, f"the originator counter is {counter}, {after}")


def own_kind_only(case: Case) -> Finding | None:
    """One kind of party does not replace the other's credentials: the MMC schema has no mode for it."""
    if case.request.variant != Variant.UPDATE_SECURITY_CREDENTIALS_KRP or case.request.role is senders_kind(case):
        return None
    return finding(case, Check.UNATTESTED, "O1.slot", False, "the slots named are not of the sender's kind")


def slots_of_a_gsme(case: Case) -> Finding | None:
    """The S1SP's form of open question O19."""
    if not names_network_operator_slot_of_gsme(case) or case.rulings.reading("O19") != "refused-on-own-ground":
        return None
    return finding(case, Check.UNATTESTED, "O19", False, "a GSME is taken to have no Network Operator slot")


def handover_of_an_empty_slot(case: Case) -> Finding | None:
    """Whether 6.21 may overwrite a Network Operator certificate is open question O13."""
    of_an_operator = case.request.role is RemotePartyRole.NETWORK_OPERATOR
    if case.request.variant != Variant.REQUEST_HANDOVER or not of_an_operator:
        return None
    if case.rulings.reading("O13") != "only-where-none":
        return None
    holds = case.world.stored(case.request.target, Slot.CRITICAL_NETWORK_OPERATOR) is None
    because = "the slot is empty" if holds else "a Network Operator certificate has been provided already"
    return finding(case, Check.UNATTESTED, "fia-3.2.arrival", holds, because)


def whole_set(case: Case) -> Finding | None:
    """Whether part of a set, or no certificate at all, may be placed is open question O6."""
    if case.request.variant != Variant.UPDATE_SECURITY_CREDENTIALS_KRP:
        return None
    uses = {certificate.use for certificate in case.request.certificates}
    point = "O6.empty" if not uses else "O6.partial"
    holds = len(uses) == 2 or case.rulings.reading(point) != "refused"
    return finding(case, Check.UNATTESTED, "O6.partial", holds, f"{len(uses)} of 2 certificates are placed")


def new_certificates(case: Case) -> Finding | None:
    """Whose certificates may be placed: nobody's business as worded (open questions O7.role, .operator and .pair)."""
    if case.request.variant != Variant.UPDATE_SECURITY_CREDENTIALS_KRP:
        return None
    owners = {certificate.owner for certificate in case.request.certificates}
    refused = (
        _checked(case, "O7.role", any(not _is_of_its_kind(case, owner) for owner in owners))
        or _checked(case, "O7.pair", len(owners) > 1)
        or _checked(case, "O7.operator", any(not _is_registered_operator(case, owner) for owner in owners))
    )
    because = "the new certificates are not looked into" if not refused else "the new certificates are not admitted"
    return finding(case, Check.UNATTESTED, "O7.operator", not refused, because)


AFTER_OWNERSHIP: tuple[CheckFunction, ...] = (
    originator_counter,
    own_kind_only,
    slots_of_a_gsme,
    handover_of_an_empty_slot,
    whole_set,
    new_certificates,
)
S1SP_ORDER: Order = {
    "rdp-first": (registration_check, certificate_ownership, *AFTER_OWNERSHIP),
    "ownership-first": (certificate_ownership, registration_check, *AFTER_OWNERSHIP),
}
"""Which of FIA 3.2 #2 and #3 comes first is open question O3.s1sp."""

DEVICE_ORDER: tuple[CheckFunction, ...] = (device_anchor_slot,)


def _critical_slot_is_empty(case: Case) -> bool:
    return all(case.world.stored(case.request.target, slot) is None for slot in slots_read(case)[:1])


def _checked(case: Case, point: str, objectionable: bool) -> bool:
    return objectionable and case.rulings.reading(point) == "checked"


def _is_of_its_kind(case: Case, owner: str) -> bool:
    into_operator_slots = case.request.role is RemotePartyRole.NETWORK_OPERATOR
    return not into_operator_slots or party_kind(case, owner) is RemotePartyRole.NETWORK_OPERATOR


def _is_registered_operator(case: Case, owner: str) -> bool:
    if case.device is None or case.request.role is not RemotePartyRole.NETWORK_OPERATOR:
        return True
    registered = {name for role in NETWORK_OPERATORS for name in registered_operators(case, role, case.device)}
    return owner in case.world.users and case.world.users[owner].operator in registered
