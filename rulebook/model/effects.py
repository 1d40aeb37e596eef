"""What an accepted request changes, all at once, and who is told."""

from dataclasses import replace

from rulebook.case import Case
from rulebook.model.findings import DEVICE_ALERT, S1SP_ALERT, SECURITY_CREDENTIALS_UPDATED, Message
from rulebook.readings.certificate_ownership import CRITICAL_AND_NON_CRITICAL
from rulebook.vocabulary import Certificate, CertificateUse, Refused, RemotePartyRole, Rulings, Slot, Variant
from rulebook.world import World

REPLACES_CREDENTIALS = frozenset({Variant.UPDATE_SECURITY_CREDENTIALS_KRP, Variant.REQUEST_HANDOVER})


def replacement(case: Case) -> dict[Slot, Certificate]:
    """Which slots the request fills with what: a signing certificate the critical one, key agreement the other."""
    if case.request.variant not in REPLACES_CREDENTIALS or case.request.role not in CRITICAL_AND_NON_CRITICAL:
        return {}
    critical, non_critical = CRITICAL_AND_NON_CRITICAL[case.request.role]
    return {
        critical if certificate.use is CertificateUse.DIGITAL_SIGNING else non_critical: certificate
        for certificate in case.request.certificates
    }


def carried_out(case: Case) -> World:
    """The world once the request has been carried out."""
    placed = replacement(case)
    world = case.world.with_slots(case.request.target, placed) if placed else case.world
    return with_counter_taken(raise_floor(world, case), case)


def turned_away(case: Case) -> World:
    """The world once the request has been refused; whether its counter is used up is open question O12."""
    consumed = case.component.is_s1sp and case.rulings.reading("O12") == "consumed"
    return with_counter_taken(case.world, case) if consumed else case.world


def with_counter_taken(world: World, case: Case) -> World:
    """The world once the device has taken the request's originator counter."""
    key = (case.request.target, case.request.sender)
    taken = max(world.execution_counters.get(key, 0), world.originator_counters.get(case.request.sender, 0))
    return replace(world, execution_counters={**world.execution_counters, key: taken})


def raise_floor(world: World, case: Case) -> World:
    """The world with the floor that the sender chose for the new party (open question O27)."""
    if case.request.floor is None or case.rulings.reading("O27") != "floor-enforced":
        return world
    floors = {(case.request.target, certificate.owner): case.request.floor for certificate in case.request.certificates}
    return replace(world, execution_counters={**world.execution_counters, **floors})


def notifications(case: Case) -> tuple[Message, ...]:
    """Who is told that credentials were replaced on a SMETS1 device (open question O10)."""
    placed = replacement(case) if case.targets_smets1 else {}
    certificates = {
        "O10.new-holder": tuple(placed.values()),
        "O10.former-holder": tuple(case.world.stored(case.request.target, slot) for slot in placed),
    }
    told = [
        certificate.owner
        for point, of_a_holder in certificates.items()
        for certificate in of_a_holder
        if certificate is not None and case.rulings.reading(point) == "notified"
    ]
    return tuple(
        Message(SECURITY_CREDENTIALS_UPDATED, recipient, case.request.target) for recipient in dict.fromkeys(told)
    )


def refusal_alert(case: Case, refused: Refused) -> tuple[Message, ...]:
    """The standard S1SP Alert by which an S1SP reports a refusal (FIA 4.1)."""
    if not refused.by.is_s1sp:
        return ()
    return (Message(S1SP_ALERT, case.request.sender, case.request.target, refused.code),)


def device_alert(world: World, device: str, rulings: Rulings) -> tuple[Message, ...]:
    """Where a device's alert for its Network Operator goes: by the slot that O23.slot names."""
    critical, non_critical = CRITICAL_AND_NON_CRITICAL[RemotePartyRole.NETWORK_OPERATOR]
    routed_by = critical if rulings.reading("O23.slot") == "critical-slot" else non_critical
    stored = world.stored(device, routed_by)
    return (Message(DEVICE_ALERT, stored.owner, device),) if stored else ()
