"""What has to be true after an event, in sentences: read off the reference, and held against everybody else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from proof.explore.event import Event, Opening, What
from proof.explore.side import Side
from rulebook.vocabulary import (
    NETWORK_OPERATOR_SLOTS,
    Accepted,
    AlertKind,
    Check,
    Component,
    DeviceType,
    Outcome,
    Quarantined,
    Refused,
)
from sut_adapters.port import AlertInbox

UNCHANGED = "nothing has changed"


@dataclass(frozen=True, slots=True)
class Expected:
    """Sentences in order. `firm` ones must hold for every admitted system, else the event is not for asking; `loose`
    ones are left out where they do not. `last` ends the scenario.
    """

    firm: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


def expected(event: Event, opening: Opening, reference: Side, *, alerts: bool) -> Expected | None:
    """What the reference shows after an event that it has just heard; None where nothing can be said of it.

    `alerts` where it can be asked who received one.
    """
    match event.what:
        case What.ALERT:
            return _of_an_alert(reference)
        case What.RIVALS:
            firm = "exactly one of the two is accepted"
            other = "the S1SP refuses the other at its certificate ownership check"
            return Expected((firm, other, *_placed(event)))
        case What.SWITCH | What.REGISTRATION | What.RESTART:
            return Expected(tuple(_held(opening.devices, reference)))
        case What.S1SP_REQUEST:
            return _of_a_request(event, reference.scene.outcome, alerts=False) if _served(event, reference) else None
        case _:
            return _of_a_request(event, reference.scene.outcome, alerts=alerts and _served(event, reference))


def with_one_more(thens: tuple[str, ...], text: str) -> tuple[str, ...]:
    """That nothing has changed ends a scenario."""
    return (*thens[:-1], text, *thens[-1:]) if thens[-1:] == (UNCHANGED,) else (*thens, text)


def _of_a_request(event: Event, outcome: Outcome | None, *, alerts: bool) -> Expected | None:
    match outcome:
        case Accepted():
            loose = (f"{event.sender} receives no S1SP Alert",) if alerts else ()
            return Expected(("the request is accepted", *_placed(event)), loose)
        case Refused(by=by, check=check) if check is not Check.UNATTESTED:
            loose = (f"only {event.sender} receives an S1SP Alert",) if alerts and by.is_s1sp else ()
            return Expected((f"the {_named(by)} refuses the request at its {check} check",), loose, (UNCHANGED,))
        case Quarantined():
            return Expected(("the request is quarantined",), (), (UNCHANGED,))
        case _:
            return None


def _of_an_alert(reference: Side) -> Expected | None:
    scene = reference.scene
    told = cast("AlertInbox", scene.estate).recipients(AlertKind.DEVICE_ALERT, scene.alerted)
    heard = told[scene.alerts_before :]
    return Expected((f"only {heard[0]} receives the alert",)) if len(heard) == 1 else None


def _placed(event: Event) -> Iterator[str]:
    if event.placing is not None:
        placing = event.placing
        yield f"the {placing.device}'s {placing.slots} hold {placing.owner}'s certificates"


def _held(devices: Sequence[DeviceType], reference: Side) -> Iterator[str]:
    """Who holds each device's Network Operator slots, where one party holds both."""
    for device in devices:
        stored = reference.scene.inspection.slots(reference.scene.handles[device])
        owners = {known.owner if (known := stored[slot]) else "" for slot in NETWORK_OPERATOR_SLOTS}
        if len(owners) == 1 and "" not in owners:
            yield f"the {device}'s Network Operator slots hold {owners.pop()}'s certificates"


def _served(event: Event, reference: Side) -> bool:
    """Whether an S1SP serves the device that the event is about."""
    if event.target is None:
        return False
    return reference.scene.inspection.served_by(reference.scene.handles[event.target]).is_s1sp


def _named(by: Component) -> str:
    return "S1SP" if by.is_s1sp else str(by)
