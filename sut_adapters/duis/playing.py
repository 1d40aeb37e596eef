"""The parts of the surroundings where one component is under test, and the suite plays the others."""

from functools import partial

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.boundaries import Boundary, played_table, signer_of_the_dsp, signers_of_the_s1sps
from sut_adapters.duis.declared_release import declared_release
from sut_adapters.duis.estate import ControlledAudit, ControlledCircumstances, ControlledRelease, settled
from sut_adapters.duis.in_flight import HeldInFlight
from sut_adapters.duis.kit import Kit, Send, countersigned_gateway, estate, sending, wire_inspection
from sut_adapters.duis.mirror import Counterpart, Mirror
from sut_adapters.duis.mirrored import (
    AT_THE_DSP,
    AT_THE_S1SP,
    MirroredCircumstances,
    MirroredEstate,
    MirroredRelease,
    PlayedSlots,
    ServedAsPlaced,
    serving,
)
from sut_adapters.duis.played_dsp import PlayedDsp
from sut_adapters.duis.played_listener import PlayedListener
from sut_adapters.duis.played_s1sp import PlayedS1sps
from sut_adapters.duis.rerouting import Rerouted
from sut_adapters.port import Circumstance, Misconfigured, SlotInspection


def playing_the_s1sps(kit: Kit, counterpart: Counterpart) -> tuple[object, ...]:
    """The DSP is under test: its Countersigned Service Requests are received and answered here."""
    wire, mirror = kit.wire, Mirror(counterpart)
    table = played_table(wire.profile, Boundary.DSP)
    signers = signers_of_the_s1sps(table)
    for s1sp in S1SPS:
        if s1sp not in signers:
            raise Misconfigured(f"{wire.profile.file}: played.{s1sp}: give the key by which the suite signs for it")
    inspection = PlayedSlots(wire_inspection(kit), mirror, wire.devices)
    parts = _in_step(kit, mirror, inspection, sending(kit), (Component.DSP,), AT_THE_S1SP)
    played = PlayedS1sps(wire.identities, wire.devices, signers, mirror, wire.now)
    listener = PlayedListener(table, played.receive, wire.background)
    parts = (*parts, HeldInFlight(kit.gateway, listener.hold), listener)
    if (control := kit.control) is None:
        return parts
    wire.silence.settled = lambda: settled(control)
    return (*parts, Rerouted(control, listener))


def playing_the_dsp(kit: Kit, counterpart: Counterpart) -> tuple[object, ...]:
    """An S1SP is under test: what the DSP lets through is handed over to it."""
    profile, devices, mirror = kit.wire.profile, kit.wire.devices, Mirror(counterpart)
    played_table(profile, Boundary.S1SP)
    if (signer := signer_of_the_dsp(profile)) is None:
        raise Misconfigured(f"{profile.file}: played.DSP: give the key by which the suite signs for the DSP")
    gateway = countersigned_gateway(kit, signer, partial(serving, devices))
    inspection = ServedAsPlaced(wire_inspection(kit, gateway.ask), mirror, devices)
    parts = _in_step(kit, mirror, inspection, gateway.hand_over, S1SPS, AT_THE_DSP)
    return (*parts, PlayedDsp(mirror, gateway.hand_over, lambda device: serving(devices, device).is_s1sp), gateway)


def _mirror(counterpart: Counterpart) -> Mirror:
    if counterpart is None:
        raise Misconfigured("nothing was given to play the other components with; ask by --sut duis:PROFILE.toml")
    return Mirror(counterpart)


def _in_step(
    kit: Kit,
    mirror: Mirror,
    inspection: SlotInspection,
    send: Send,
    tested: tuple[Component, ...],
    played: frozenset[Circumstance],
) -> tuple[object, ...]:
    """The system's own surroundings, each with the mirror beside it; `tested` are the components to be switched."""
    wire, control = kit.wire, kit.control
    system = estate(kit, inspection, inspection, send)
    if system is None:
        mend = "give [test_control], or a [[device]] that may be leased"
        raise Misconfigured(f"{wire.profile.file}: there is no device to ask about; {mend}")
    circumstances = None if control is None else ControlledCircumstances(control, wire.identities)
    parts: tuple[object, ...] = (
        MirroredEstate(system, mirror, wire.devices, declared_release(wire.profile), Component.DSP not in tested),
        MirroredCircumstances(circumstances, mirror, played),
        inspection,
        kit.closing,
    )
    if control is None:
        return parts
    switch = MirroredRelease(ControlledRelease(control, tested), mirror)
    return (*parts, switch, ControlledAudit(control, lambda: kit.gateway.last_request_id))
