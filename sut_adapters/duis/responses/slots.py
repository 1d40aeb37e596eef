"""What became of a device's credentials, and what they are: the parts of SMETS1 messages that tell, both ways."""

from lxml import etree

from rulebook.vocabulary import CertificateUse, RemotePartyRole
from sut_adapters.duis.credentials import remote_party_role
from sut_adapters.duis.elements import MMC, children, one, optional, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.header import LARGEST_COUNTER, eui
from sut_adapters.duis.markup import NOTHING, Markup, element, identifier, leaf, number
from sut_adapters.duis.responses.smets1 import HeldCertificate, SlotOutcome
from sut_adapters.duis.responses.tables import (
    CERTIFICATE_TYPE,
    REPLACEMENT_MODE,
    STATUS,
    USE_BY_CERTIFICATE_TYPE,
    hash_element,
)
from sut_adapters.duis.responses.values import read_hash

MOST_OUTCOMES = 3


def execution_outcome(name: str, outcomes: tuple[SlotOutcome, ...], counter: int | None) -> Markup:
    """An ExecutionOutcome; `counter` is that of the authorising request."""
    if len(outcomes) > MOST_OUTCOMES:
        raise MessageFault(
            "element ra:ReplacementOutcome", f"{len(outcomes)} outcomes", f"give {MOST_OUTCOMES} at most"
        )
    roles = {outcome.role for outcome in outcomes}
    mode = REPLACEMENT_MODE.get(roles.pop()) if len(roles) == 1 else None
    return element(
        name,
        NOTHING if counter is None else number("ra:AuthorisingRemotePartyOriginatorCounter", counter, LARGEST_COUNTER),
        NOTHING if mode is None else leaf("ra:CredentialsReplacementMode", mode),
        *map(_replacement_outcome, outcomes),
    )


def read_outcomes(parent: etree._Element) -> tuple[SlotOutcome, ...]:
    """Those of an ExecutionOutcome that say which slot they are about."""
    found = (_read_outcome(outcome) for outcome in children(parent, "ReplacementOutcome", MMC))
    return tuple(outcome for outcome in found if outcome is not None)


def held_certificate(held: HeldCertificate) -> Markup:
    """One RemotePartyDetails."""
    return element(
        "ra:RemotePartyDetails",
        leaf("ra:RemotePartyRole", held.role),
        status("ra:StatusCode", "success"),
        leaf("ra:CertificateUsage", CERTIFICATE_TYPE[held.use]),
        identifier("ra:ExistingRemotePartyID", held.owner),
        NOTHING if held.hash is None else hash_element("ra:ExistingCertificateHash", held.hash),
    )


def read_held_certificates(response: etree._Element) -> tuple[HeldCertificate, ...]:
    """Those that say whose they are, and for which use."""
    found = []
    for details in children(response, "RemotePartyDetails", MMC):
        slot = _slot(details, "CertificateUsage")
        owner = _owner(details, "ExistingRemotePartyID")
        if slot is not None and owner is not None:
            found.append(HeldCertificate(*slot, owner, _hash(details, "ExistingCertificateHash")))
    return tuple(found)


def status(name: str, said: str) -> Markup:
    """A StatusASN1."""
    if said not in STATUS:
        raise MessageFault(f"element {name}", f"{quoted(said)} is none", f"give one of {', '.join(STATUS)}")
    return element(name, leaf("ra:ASN1Status", said), attributes={"ResponseCode": str(STATUS[said])})


def _replacement_outcome(outcome: SlotOutcome) -> Markup:
    return element(
        "ra:ReplacementOutcome",
        NOTHING if outcome.status is None else status("ra:StatusCode", outcome.status),
        leaf("ra:CertificateType", CERTIFICATE_TYPE[outcome.use]),
        leaf("ra:RemotePartyRole", outcome.role),
        NOTHING if outcome.existing_owner is None else identifier("ra:ExistingRemotePartyID", outcome.existing_owner),
        NOTHING if outcome.new_owner is None else identifier("ra:NewRemotePartyID", outcome.new_owner),
        NOTHING if outcome.existing_hash is None else hash_element("ra:ExistingCertificateHash", outcome.existing_hash),
        NOTHING if outcome.new_hash is None else hash_element("ra:NewCertificateHash", outcome.new_hash),
    )


def _read_outcome(outcome: etree._Element) -> SlotOutcome | None:
    slot = _slot(outcome, "CertificateType")
    if slot is None:
        return None
    code = optional(outcome, "StatusCode", MMC)
    return SlotOutcome(
        *slot,
        status=None if code is None else value(one(code, "ASN1Status", MMC)),
        existing_owner=_owner(outcome, "ExistingRemotePartyID"),
        existing_hash=_hash(outcome, "ExistingCertificateHash"),
        new_owner=_owner(outcome, "NewRemotePartyID"),
        new_hash=_hash(outcome, "NewCertificateHash"),
    )


def _slot(parent: etree._Element, kind: str) -> tuple[RemotePartyRole, CertificateUse] | None:
    role, usage = optional(parent, "RemotePartyRole", MMC), optional(parent, kind, MMC)
    use = None if usage is None else USE_BY_CERTIFICATE_TYPE.get(value(usage))
    return None if role is None or use is None else (remote_party_role(role), use)


def _owner(parent: etree._Element, wanted: str) -> str | None:
    found = optional(parent, wanted, MMC)
    return None if found is None else eui(found, value(found), wanted)


def _hash(parent: etree._Element, wanted: str) -> str | None:
    found = optional(parent, wanted, MMC)
    return None if found is None else read_hash(found)
