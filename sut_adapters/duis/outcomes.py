"""What a message means for the request that it belongs to: an end, or none yet. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from rulebook.vocabulary import (
    Accepted,
    Check,
    Component,
    Failed,
    FailureKind,
    Outcome,
    Quarantined,
    Refused,
    Scheduled,
    describe,
    refusal,
)
from rulebook.vocabulary.outcomes import ATTESTED_AT_AN_S1SP, ATTESTED_AT_THE_DSP
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.gbcs import UPDATES_CREDENTIALS, Kind, Status, read_gbcs, replacement_statuses
from sut_adapters.duis.reception import Received
from sut_adapters.duis.responses import (
    Acknowledged,
    CommandFailure,
    DeviceResponse,
    FutureDatedAlert,
    Inventory,
    Message,
    Quarantine,
    Refusal,
    S1spAlert,
    Smets1Response,
    Smets2FutureDatedAlert,
    Success,
)
from sut_adapters.trouble import Misunderstood, Phase

DSP_CHECKS = {code: check for check, code in ATTESTED_AT_THE_DSP.items()}
S1SP_CHECKS = {code: check for check, code in ATTESTED_AT_AN_S1SP.items()}
UNDELIVERED = {
    "E20": "the device cannot be reached",
    "E21": "the device does not answer",
    "E30": "a future-dated command timed out",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the answer has to be about. `serving` is the S1SP that has to sign it, None where nobody knows.

    Identifiers are EUI-64 in capitals; `non_device` says that the DSP itself answers.
    """

    request_id: str
    user_id: str
    device: str
    counter: int
    variant: str
    serving: Component | None = None
    non_device: bool = False
    future_dated: bool = False


def refused_by_the_dsp(code: str) -> Outcome:
    """What a DUIS response code that begins with E says."""
    if code in UNDELIVERED:
        return Failed(FailureKind.COMMUNICATION, f"{code}: {UNDELIVERED[code]}")
    return Refused(Component.DSP, DSP_CHECKS.get(code, Check.UNATTESTED), code)


def at_once(message: Message, asked: Asked) -> Outcome | None:
    """What the answer on the connection says; None for an acknowledgement, which is no end.

    Raises Misunderstood for one that belongs to another request, or is neither refusal nor acknowledgement nor data.
    """
    named = message.header.request_id
    if named is not None and named.upper() != asked.request_id:
        raise Misunderstood(Phase.UNDERSTAND, f"the DSP answered {asked.request_id} with an answer to {named}")
    match message.body:
        case Refusal():
            return refused_by_the_dsp(message.header.code)
        case Acknowledged():
            return None
        case Inventory() | Success() if asked.non_device:
            return Accepted()
        case other:
            said = f"the DSP answered {asked.request_id} at once with {type(other).__name__}"
            raise Misunderstood(Phase.UNDERSTAND, f"{said}, which is neither a refusal nor an acknowledgement")


def end_of(received: Iterable[Received], asked: Asked) -> Outcome | None:
    """The end that the messages agree on; None where there is none yet, Misunderstood where they contradict."""
    ends = [end for end in (ended(one, asked) for one in received) if end is not None]
    if any(end != ends[0] for end in ends):
        said = " and ".join(dict.fromkeys(map(describe, ends)))
        raise Misunderstood(Phase.UNDERSTAND, f"{asked.request_id} was answered twice, differently: {said}")
    return ends[0] if ends else None


def ended(received: Received, asked: Asked) -> Outcome | None:
    """The end that one pushed message is; Misunderstood where it cannot be believed to be about this request."""
    message = received.message
    match message.body:
        case Refusal():
            return refused_by_the_dsp(message.header.code)
        case S1spAlert(code=code) if received.s1sp is not None:
            return Refused(received.s1sp, S1SP_CHECKS.get(code, Check.UNATTESTED), code)
        case Smets1Response() as response:
            return _smets1_end(response, received, asked)
        case DeviceResponse() as response:
            return _device_end(response, asked)
        case Quarantine(reference=reference):
            return Quarantined(reference)
        case CommandFailure():
            return Failed(FailureKind.COMMUNICATION, "the DSP reports a Command Failure")
        case FutureDatedAlert(success=success) | Smets2FutureDatedAlert(success=success):
            return Accepted() if success else Failed(FailureKind.RESPONSE, "a future-dated request failed")
        case Inventory() | Success() if asked.non_device:
            return Accepted()
        case _:
            return None


def _smets1_end(response: Smets1Response, received: Received, asked: Asked) -> Outcome:
    about = (response.device.upper(), response.user.upper(), response.counter, response.variant)
    if about != (asked.device, asked.user_id, asked.counter, asked.variant):
        said = f"SRV {response.variant} of {response.user} to {response.device}, counter {response.counter}"
        raise Misunderstood(Phase.UNDERSTAND, f"{asked.request_id} was answered with a signed response to {said}")
    if asked.serving is not None and received.s1sp is not asked.serving:
        return Failed(FailureKind.SIGNER, f"{asked.device} is served by {asked.serving}, and {received.s1sp} signed it")
    failures = [f"{slot.role} {slot.use}: {slot.status}" for slot in response.outcomes if slot.status != "success"]
    if not response.success or failures:
        return Failed(FailureKind.RESPONSE, "; ".join(failures) or "the signed response says failure")
    return Scheduled() if asked.future_dated else Accepted()


def _device_end(response: DeviceResponse, asked: Asked) -> Outcome:
    """A SMETS2 device's answer: read where it is to an update of credentials, taken for a success otherwise."""
    try:
        message = read_gbcs(response.payload)
        statuses = replacement_statuses(message) if message.code in UPDATES_CREDENTIALS else ()
    except MessageFault as fault:
        raise Misunderstood(Phase.UNDERSTAND, f"{asked.request_id} was answered with a broken {fault}") from fault
    about = (message.kind, message.originator.hex("-").upper(), message.counter)
    if about != (Kind.RESPONSE, asked.device, asked.counter):
        said = f"a GBCS {message.kind.name.lower()} of {about[1]}, counter {message.counter}"
        raise Misunderstood(Phase.UNDERSTAND, f"{asked.request_id} was answered with {said}")
    if Status.NO_TRUST_ANCHOR in statuses:
        return refusal(Component.DEVICE, Check.CERTIFICATE_OWNERSHIP)
    if failed := [str(status) for status in statuses if status != Status.SUCCESS]:
        return Failed(FailureKind.RESPONSE, f"the device answered with status {', '.join(failed)}")
    return Scheduled() if asked.future_dated else Accepted()
