"""A request between the DSP's acknowledgement and its end."""

from pytest_bdd import given, when

from rulebook.vocabulary import DeviceType
from steps.phrases import SlotWords, phrase
from steps.requests import certificates_of, update
from steps.scene import Scene
from sut_adapters.port import RequestsInFlight


@given(
    phrase(
        "{sender:Party} has submitted a request to place {owner:Party}'s certificates"
        " in the {device:DeviceType}'s {slots:Slots}"
    )
)
def _(scene: Scene, in_flight: RequestsInFlight, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    scene.request = update(scene, sender, certificates_of(scene, owner, slots.uses), device, slots)
    scene.before_event()
    scene.ticket = in_flight.submit(scene.request)


@when("the request comes to its end")
def _(scene: Scene, in_flight: RequestsInFlight) -> None:
    scene.outcome = in_flight.outcome(scene.ticket)
