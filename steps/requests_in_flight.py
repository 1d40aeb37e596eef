"""Requests between the DSP's acknowledgement and their end: one that the world changes around, or two that compete."""

from pytest_bdd import given, then, when

from rulebook.vocabulary import Accepted, Check, DeviceType
from steps.expectations import expect, expect_refusal, judged
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


@given(
    phrase(
        "{sender:Party} has submitted two requests to place {owner:Party}'s certificates"
        " in the {device:DeviceType}'s {slots:Slots}"
    )
)
def _(scene: Scene, in_flight: RequestsInFlight, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    scene.request = update(scene, sender, certificates_of(scene, owner, slots.uses), device, slots)
    scene.before_event()
    scene.rivals = (in_flight.submit(scene.request), in_flight.submit(scene.request))


@when("the request comes to its end")
def _(scene: Scene, in_flight: RequestsInFlight) -> None:
    scene.ended(scene.last_request(), in_flight.outcome(scene.ticket))


@when("both requests come to their end")
def _(scene: Scene, in_flight: RequestsInFlight) -> None:
    scene.ends = tuple(judged(in_flight.outcome(ticket)) for ticket in scene.rivals)
    scene.answered += [(scene.last_request(), end) for end in scene.ends]


@then("exactly one of the two is accepted")
def _(scene: Scene) -> None:
    expect("1 of 2 accepted", f"{scene.ends.count(Accepted())} of {len(scene.ends)} accepted")


@then(phrase("the S1SP refuses the other at its {check:Check} check"))
def _(scene: Scene, check: Check) -> None:
    other = next((end for end in scene.ends if end != Accepted()), Accepted())
    expect_refusal(scene.component("S1SP"), check, other)
