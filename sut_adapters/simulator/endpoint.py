"""The DSP's three web services as a pure function: octets and a state to octets and a state.

For use without a server: `receive` a message, then `settle` what it was acknowledged for.
"""

from dataclasses import replace
from datetime import datetime

from rulebook import model
from rulebook.model import Acknowledgement
from rulebook.vocabulary import Refused, Variant
from sut_adapters.duis.request import DuisRequest
from sut_adapters.simulator import codes
from sut_adapters.simulator.admission import Admitted, admit
from sut_adapters.simulator.authentication import readable
from sut_adapters.simulator.conclusion import conclude, delivered
from sut_adapters.simulator.exchange import Objection, Push, Reaction, Service, Unreadable
from sut_adapters.simulator.inventory import entry
from sut_adapters.simulator.notices import quarantined
from sut_adapters.simulator.pre_commands import pre_command
from sut_adapters.simulator.replies import Answering
from sut_adapters.simulator.state import State, Work

__all__ = ["Push", "Reaction", "Service", "conclude", "delivered", "receive", "settle"]

OK = 200


def receive(service: Service, body: bytes, state: State, now: datetime) -> Reaction:
    """The answer to one message. What is acknowledged stands in `state.pending` until `settle` or `conclude`."""
    try:
        request = readable(body, state.settings)
    except Unreadable as unreadable:
        return Reaction(state, unreadable.status, unreadable.reason.encode())
    answering = _answering(request, state, now)
    try:
        admitted = admit(service, body, request, state, now)
    except Objection as objection:
        return Reaction(state, OK, answering.refused(objection.code))
    judged = _judged(admitted.work, state, now)
    if isinstance(judged.outcome, Refused):
        trails = state.with_trail(admitted.work.request_id, judged.trail)
        return Reaction(trails, OK, answering.refused(codes.of(judged.outcome)))
    if admitted.work.request.variant not in set(Variant):
        return Reaction(state, OK, answering.refused(codes.OWN_GROUND))
    match service:
        case Service.TRANSFORM:
            return Reaction(state, OK, answering.transformed(pre_command(admitted.signed)))
        case Service.NON_DEVICE:
            return Reaction(state, OK, _looked_up(admitted.work, state, answering))
        case Service.SEND_COMMAND:
            return _acknowledged(admitted, judged, state, answering)


def settle(state: State, now: datetime) -> tuple[State, tuple[Push, ...]]:
    """All pending work, oldest first, to its end, with every push taken as delivered."""
    pushed: tuple[Push, ...] = ()
    while state.pending:
        state, pushes = conclude(state, state.pending[0], now)
        for push in pushes:
            state = delivered(state, push)
        pushed += pushes
    return state, pushed


def _answering(request: DuisRequest, state: State, now: datetime) -> Answering:
    header = request.header
    request_id = f"{header.originator}:{header.target}:{header.counter}"
    return Answering(state.settings, request_id, header.variant, request.schema_version, now)


def _judged(work: Work, state: State, now: datetime) -> Acknowledgement:
    """What the DSP makes of the request, under its own originator counter."""
    world = state.world_at(now, {work.request.sender: work.counter - 1})
    return model.acknowledge(world, work.request, state.release, state.rulings)


def _looked_up(work: Work, state: State, answering: Answering) -> bytes:
    device = state.world.devices.get(work.request.target)
    return answering.refused(codes.NO_SUCH_DEVICE) if device is None else answering.inventory(entry(device))


def _acknowledged(admitted: Admitted, judged: Acknowledgement, state: State, answering: Answering) -> Reaction:
    work = replace(admitted.work, trail=judged.trail)
    after = replace(state.with_learned(admitted.learned), world=judged.world)
    if judged.outcome is None:
        return Reaction(replace(after, pending=(*state.pending, work)), OK, answering.acknowledged())
    notice = quarantined(state, work, answering.now)
    return Reaction(after.with_trail(work.request_id, judged.trail), OK, answering.acknowledged(), (notice,))
