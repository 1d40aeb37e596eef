"""The whole way of a Service Request: the DSP first, then the S1SP or the Device, then what changes."""

from dataclasses import replace

from rulebook.law import eligibility
from rulebook.model import dsp
from rulebook.model.build import Build, Hearing
from rulebook.model.checks import examine
from rulebook.model.findings import Acknowledgement, Transition
from rulebook.model.registration import registration_check
from rulebook.model.right import RIGHT
from rulebook.vocabulary import Accepted, Component, Generation, Release, Rulings, Scheduled, ServiceRequest
from rulebook.world import Device, World


def receive(
    world: World, request: ServiceRequest, release: Release, rulings: Rulings, build: Build = RIGHT
) -> Transition:
    """A request from the User to its end; raises KeyError for a sender or a variant that nobody knows."""
    acknowledged = acknowledge(world, request, release, rulings, build)
    if acknowledged.outcome is not None:
        return Transition(acknowledged.world, acknowledged.outcome, acknowledged.trail)
    ended = hand_over(acknowledged.world, request, release, rulings, build)
    return replace(ended, trail=acknowledged.trail + ended.trail)


def acknowledge(
    world: World, request: ServiceRequest, release: Release, rulings: Rulings, build: Build = RIGHT
) -> Acknowledgement:
    """The DSP's part: a refusal, a quarantine, or no outcome when it acknowledges the request and passes it on."""
    return dsp.receive(Hearing(request, Component.DSP, counted(world, request), release, rulings, build))


def conclude(
    world: World, request: ServiceRequest, release: Release, rulings: Rulings, build: Build = RIGHT
) -> Transition:
    """The end of a request acknowledged earlier, maybe under another state of release (open question O15.in-flight)."""
    again = registration_check(Hearing(request, Component.DSP, world, release, rulings, build))
    if rulings.reading("O15.in-flight") == "judged-again" and again is not None and not again.holds:
        return Transition(world, build.refusal(Component.DSP, again.check), (again,))
    return hand_over(world, request, release, rulings, build)


def hand_over(
    world: World, request: ServiceRequest, release: Release, rulings: Rulings, build: Build = RIGHT
) -> Transition:
    """The part of whoever is next after the DSP: the device's S1SP, or a SMETS2 Device itself.

    A Non-Device request is the DSP's own to answer.
    """
    device = world.devices.get(request.target)
    if device is None or eligibility()[request.variant].non_device:
        return Transition(world, Accepted())
    case = Hearing(request, _next_component(device), world, release, rulings, build)
    order = build.s1sp_order[rulings.reading("O3.s1sp")] if case.component.is_s1sp else build.device_order
    trail = examine(case, order)
    if trail and not trail[-1].holds:
        refused = build.refusal(case.component, trail[-1].check)
        return Transition(build.turned_away(case), refused, trail, build.refusal_alert(case, refused))
    if request.future_dated:
        return Transition(world, Scheduled(), trail)
    return Transition(build.carried_out(case), Accepted(), trail, build.notifications(case))


def _next_component(device: Device) -> Component:
    if device.generation is Generation.SMETS2 or device.s1sp is None:
        return Component.DEVICE
    return device.s1sp


def counted(world: World, request: ServiceRequest) -> World:
    """The world once the sender has sent one more request, under its next originator counter unless it repeats one."""
    if request.repeats_counter:
        return world
    counter = world.originator_counters.get(request.sender, 0) + 1
    return replace(world, originator_counters={**world.originator_counters, request.sender: counter})
