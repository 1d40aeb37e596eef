"""A Service Request as one message to the DSP: as its sender signed it, or spoilt in one named way."""

from dataclasses import replace

from pytest_bdd import given, then, when

from rulebook.vocabulary import Accepted, Component, DeviceType, Refused, ServiceRequest, Tampering, describe
from steps.expectations import expect, judged
from steps.phrases import SlotWords, phrase
from steps.requests import certificates_of, update
from steps.scene import Scene
from sut_adapters.port import MessageEndpoint, NotExercised

REQUEST = "{sender:Party}'s request to place {owner:Party}'s certificates in the {device:DeviceType}'s {slots:Slots}"


def asked(scene: Scene, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> ServiceRequest:
    """The request that a sentence is about."""
    return update(scene, sender, certificates_of(scene, owner, slots.uses), device, slots)


def post(scene: Scene, endpoint: MessageEndpoint, request: ServiceRequest, tampering: Tampering | None = None) -> None:
    """Post a message as the event of the scenario."""
    scene.before_event()
    scene.ended(request, endpoint.post(request, tampering))


@when(phrase(REQUEST + " reaches the DSP as it was signed"))
def _(scene: Scene, endpoint: MessageEndpoint, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    post(scene, endpoint, asked(scene, sender, owner, device, slots))


@when(phrase(REQUEST + " reaches the DSP with {spoilt:Tampering}"))
def _(
    scene: Scene,
    endpoint: MessageEndpoint,
    sender: str,
    owner: str,
    device: DeviceType,
    slots: SlotWords,
    spoilt: Tampering,
) -> None:
    post(scene, endpoint, asked(scene, sender, owner, device, slots), spoilt)


@when("the same message reaches the DSP again")
def _(scene: Scene, endpoint: MessageEndpoint) -> None:
    post(scene, endpoint, replace(scene.last_request(), repeats_counter=True))


@given(phrase(REQUEST + " has reached the DSP and been carried out"))
def _(scene: Scene, endpoint: MessageEndpoint, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    post(scene, endpoint, asked(scene, sender, owner, device, slots))
    if judged(scene.outcome) != Accepted():
        raise NotExercised(f"{sender}'s earlier request should have been carried out: {_ended(scene)}")


@given(phrase(REQUEST + " has come with {spoilt:Tampering} and been refused"))
def _(
    scene: Scene,
    endpoint: MessageEndpoint,
    sender: str,
    owner: str,
    device: DeviceType,
    slots: SlotWords,
    spoilt: Tampering,
) -> None:
    post(scene, endpoint, asked(scene, sender, owner, device, slots), spoilt)
    if not isinstance(judged(scene.outcome), Refused):
        raise NotExercised(f"{sender}'s spoilt message should have been refused: {_ended(scene)}")


@then("the message is refused")
def _(scene: Scene) -> None:
    outcome = judged(scene.outcome)
    expect("refused", "refused" if isinstance(outcome, Refused) else describe(outcome))


@then("the DSP refuses the message")
def _(scene: Scene) -> None:
    match judged(scene.outcome):
        case Refused(by=Component.DSP):
            expect("refused by the DSP", "refused by the DSP")
        case outcome:
            expect("refused by the DSP", describe(outcome))


def _ended(scene: Scene) -> str:
    return describe(scene.outcome) if scene.outcome else "it has no end"
