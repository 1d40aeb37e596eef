"""What came of a message: from the endpoint's reaction to an outcome, and to the alerts that parties found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rulebook.law import eligibility
from rulebook.model import Message
from rulebook.model.findings import S1SP_ALERT, SECURITY_CREDENTIALS_UPDATED
from rulebook.vocabulary import Check, Component, Outcome, Refused, Silent
from sut_adapters.duis.outcomes import Asked, at_once, end_of
from sut_adapters.duis.reception import Received
from sut_adapters.duis.responses import CredentialsUpdated, PreCommand, S1spAlert, decode
from sut_adapters.duis.responses import Message as DuisMessage
from sut_adapters.simulator.endpoint import OK, settle
from sut_adapters.simulator.exchange import Push, Reaction
from sut_adapters.simulator.state import State


@dataclass(frozen=True, slots=True)
class Understood:
    """The end of a message, and the state of the endpoint afterwards; `request_id` is empty where it answered none.

    `pushes` are what the endpoint sent afterwards, `messages` what parties found of it.
    """

    state: State
    outcome: Outcome
    request_id: str = ""
    messages: tuple[Message, ...] = ()
    pushes: tuple[Push, ...] = ()


def understood(reaction: Reaction, variant: str, s1sp: Component | None, now: datetime) -> Understood:
    """`s1sp` serves the device. The RequestID is the one that the endpoint answers, which may be a spoilt one."""
    if reaction.status != OK:
        return Understood(reaction.state, Refused(Component.DSP, Check.UNATTESTED, f"HTTP {reaction.status}"))
    answer = decode(reaction.reply).message
    asked = _asked(answer.header.request_id or "", variant)
    if (outcome := at_once(answer, asked)) is not None:
        return Understood(reaction.state, outcome, asked.request_id)
    state, settled = settle(reaction.state, now)
    received = {push: _received(push, s1sp, now) for push in (*reaction.pushes, *settled)}
    outcome = end_of(received.values(), asked) or Silent(proved=True)
    alerts = (alert for push, one in received.items() for alert in _alerts(push.user_id, one.message))
    return Understood(state, outcome, asked.request_id, tuple(alerts), tuple(received))


def pre_command_in(reaction: Reaction) -> bytes | None:
    """The Pre-Command that the endpoint answered with, if it did."""
    if reaction.status != OK:
        return None
    body = decode(reaction.reply).message.body
    return body.payload if isinstance(body, PreCommand) else None


def _asked(request_id: str, variant: str) -> Asked:
    originator, device, counter = request_id.split(":")
    non_device = eligibility()[variant].non_device
    return Asked(request_id, originator, device, int(counter), variant, non_device=non_device)


def _received(push: Push, s1sp: Component | None, now: datetime) -> Received:
    """The endpoint is ours and has just signed it: the signature is taken as good."""
    return Received(push.document, decode(push.document).message, s1sp, now)


def _alerts(recipient: str, message: DuisMessage) -> Iterator[Message]:
    match message.body:
        case S1spAlert(device=device, code=code):
            yield Message(S1SP_ALERT, recipient, device or "", code)
        case CredentialsUpdated(device=device):
            yield Message(SECURITY_CREDENTIALS_UPDATED, recipient, device)
