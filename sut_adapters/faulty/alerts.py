"""Builds that alert the wrong party, nobody, or too often (FIA 1, 3.4, 4.1, 4.2.1)."""

from collections.abc import Iterator
from dataclasses import replace

from rulebook.case import Case
from rulebook.model import RIGHT, Message, World
from rulebook.model.effects import device_alert, notifications, refusal_alert, replacement
from rulebook.model.findings import DEVICE_ALERT, S1SP_ALERT, SECURITY_CREDENTIALS_UPDATED
from rulebook.vocabulary import NETWORK_OPERATORS, Refused, Rulings, Slot
from sut_adapters.breaches import against, beyond, short_of
from sut_adapters.faulty.fault import Fault

Messages = tuple[Message, ...]


def no_alert(_: Case, __: Refused) -> Messages:
    """In place of an S1SP Alert: none."""
    return ()


def two_alerts(case: Case, refused: Refused) -> Messages:
    """The S1SP Alert, and the same again."""
    return refusal_alert(case, refused) * 2


def alert_to_the_registered_operator(case: Case, refused: Refused) -> Messages:
    """The S1SP Alert, to whoever is registered as the device's network operator."""
    return tuple(
        replace(alert, recipient=operator)
        for alert in refusal_alert(case, refused)
        for operator in _registered(case.world, case.request.target)
    )


def alert_of_success(case: Case) -> Messages:
    """An S1SP Alert for what was carried out."""
    alert = Message(S1SP_ALERT, case.request.sender, case.request.target, "S1VE64")
    return (*notifications(case), alert) if case.component.is_s1sp else notifications(case)


def notified_too_early(case: Case) -> Messages:
    """The notification of new credentials, to the parties that are in the slots before the replacement."""
    stored = [case.world.stored(case.request.target, slot) for slot in replacement(case)]
    holders = dict.fromkeys(certificate.owner for certificate in stored if certificate)
    return tuple(Message(SECURITY_CREDENTIALS_UPDATED, holder, case.request.target) for holder in holders)


def by_the_register(world: World, device: str, _: Rulings) -> Messages:
    """A device's alert, to whoever is registered as its network operator."""
    return tuple(Message(DEVICE_ALERT, operator, device) for operator in _registered(world, device))


def by_the_supplier_slot(world: World, device: str, _: Rulings) -> Messages:
    """A device's alert, to whoever is in its critical Supplier slot."""
    stored = world.stored(device, Slot.CRITICAL_SUPPLIER)
    return (Message(DEVICE_ALERT, stored.owner, device),) if stored else ()


def to_slot_and_register(world: World, device: str, rulings: Rulings) -> Messages:
    """A device's alert, to the holder and to the registered operator."""
    told = (*device_alert(world, device, rulings), *by_the_register(world, device, rulings))
    return tuple(dict.fromkeys(told))


def twice(world: World, device: str, rulings: Rulings) -> Messages:
    """A device's alert, and the same again."""
    return device_alert(world, device, rulings) * 2


def to_the_last_sender(world: World, device: str, rulings: Rulings) -> Messages:
    """A device's alert, to whoever sent it a Critical request, if anybody did."""
    senders = [user for served, user in world.execution_counters if served == device]
    return tuple(Message(DEVICE_ALERT, sender, device) for sender in senders[-1:]) or device_alert(
        world, device, rulings
    )


def _registered(world: World, device: str) -> Iterator[str]:
    points = world.devices[device].meter_points
    for known in world.registrations:
        if known.role in NETWORK_OPERATORS and known.meter_point in (points.import_mpan, points.mprn):
            yield known.user_id


FAULTS = (
    Fault(
        "s1sp-alert-missing",
        (short_of("fia-4.1.lagging-s1sp", "s1sp-alert"),),
        "The refusal is recorded, and the alert that reports it was left to another release.",
        replace(RIGHT, refusal_alert=no_alert),
    ),
    Fault(
        "s1sp-alert-twice",
        (short_of("fia-4.1.lagging-s1sp", "s1sp-alert"),),
        "The alert is sent when the check fails and once more when the request is closed, and nothing throttles it.",
        replace(RIGHT, refusal_alert=two_alerts),
    ),
    Fault(
        "s1sp-alert-to-the-registered-operator",
        (short_of("fia-4.1.lagging-s1sp", "s1sp-alert"),),
        "The alert goes to the operator of the meter point, and not to the sender of the request.",
        replace(RIGHT, refusal_alert=alert_to_the_registered_operator),
    ),
    Fault(
        "s1sp-alert-of-success",
        (beyond("fia-4.1.lagging-s1sp", "s1sp-alert"),),
        "The S1SP sends its alert for every request, and leaves it to the receiver to read what it says.",
        replace(RIGHT, notifications=alert_of_success),
    ),
    Fault(
        "notified-before-the-change",
        (against("fia-4.2.1.known-remote-party"),),
        "The notification is addressed before the change is made, and so to those that are in the slots until then.",
        replace(RIGHT, notifications=notified_too_early),
        rulings={"O10.new-holder": "notified"},
    ),
    Fault(
        "device-alert-by-the-register",
        (
            beyond("fia-1.alert-routing", "correct-certificate"),
            short_of("fia-3.4.esme-alerts", "incorrect"),
        ),
        "Alerts are routed by the Registration Data, which is right where the certificate is wrong, and not the law.",
        replace(RIGHT, device_alert=by_the_register),
    ),
    Fault(
        "device-alert-to-the-supplier",
        (short_of("fia-1.alert-routing", "correct-certificate"), beyond("fia-3.4.esme-alerts", "incorrect")),
        "Every alert of a device goes to the party that receives most of them, its Supplier.",
        replace(RIGHT, device_alert=by_the_supplier_slot),
    ),
    Fault(
        "device-alert-to-both-operators",
        (beyond("fia-1.alert-routing", "correct-certificate"),),
        "To be on the safe side, alerts go to the operator in the slot and to the one in the register.",
        replace(RIGHT, device_alert=to_slot_and_register),
    ),
    Fault(
        "device-alert-twice",
        (short_of("fia-1.alert-routing", "correct-certificate"),),
        "One alert is sent for the critical slot and one for the other, to the same party.",
        replace(RIGHT, device_alert=twice),
    ),
    Fault(
        "device-alert-to-the-last-sender",
        (short_of("fia-1.alert-routing", "correct-certificate"), beyond("fia-3.4.esme-alerts", "incorrect")),
        "Alerts go back to where the device was last addressed from, which after a hand-over is the former holder.",
        replace(RIGHT, device_alert=to_the_last_sender),
    ),
)
