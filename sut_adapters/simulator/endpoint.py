"""The DSP's three web services as a pure function: octets and a state to octets and a state.

For use without a server: `receive` a message, then `settle` what it was acknowledged for.
"""

from dataclasses import replace
from datetime import datetime

from rulebook import model
from rulebook.case import Case
from rulebook.model import Acknowledgement, World
from rulebook.vocabulary import Component, Refused, Variant
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
from sut_adapters.simulator.settings import DUIS_VERSION
from sut_adapters.simulator.state import State, Work

__all__ = ["Push", "Reaction", "Service", "conclude", "delivered", "receive", "settle"]

OK = 200
NOBODYS = "00-00-00-00-00-00-00-00:00-00-00-00-00-00-00-00:0"
"""The RequestID of what could not be read."""


def receive(service: Service, body: bytes, state: State, now: datetime) -> Reaction:
    """The answer to one message. What is acknowledged stands in `state.pending` until `settle` or `conclude`."""
    scrutiny = state.settings.scrutiny
    document = scrutiny.taken_for(body)
    try:
        request = readable(document, state.settings)
    except Unreadable as unreadable:
        return _not_read(document, unreadable, state, now)
    answering = _answering(request, state, now)
    state = _knowing(request, state)
    try:
        admitted = admit(service, document, request, state, now)
    except Objection as objection:
        after = _with_world(state, scrutiny.after_refusal(state.world, request))
        return Reaction(after, OK, answering.refused(objection.code))
    judged = _judged(admitted.work, state, now)
    if isinstance(judged.outcome, Refused):
        after = _after_refusal(admitted, judged, state, state.world)
        return Reaction(after, OK, answering.refused(codes.of(judged.outcome)))
    if admitted.work.request.variant not in set(Variant):
        return Reaction(state, OK, answering.refused(codes.OWN_GROUND))
    match admitted.service:
        case Service.TRANSFORM:
            return Reaction(state, OK, answering.transformed(pre_command(admitted.signed)))
        case Service.NON_DEVICE:
            recorded = state.with_trail(admitted.work.request_id, judged.trail)
            return Reaction(recorded, OK, _looked_up(admitted.work, state, answering))
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


def _not_read(document: bytes, unreadable: Unreadable, state: State, now: datetime) -> Reaction:
    scrutiny = state.settings.scrutiny
    if scrutiny.takes_unread(document):
        return Reaction(state, OK, _of_nobodys(state, now).acknowledged())
    after = _with_world(state, scrutiny.after_unreadable(state.world))
    return Reaction(after, unreadable.status, unreadable.reason.encode())


def _of_nobodys(state: State, now: datetime) -> Answering:
    return Answering(state.settings, NOBODYS, Variant.READ_INVENTORY, DUIS_VERSION, now)


def _knowing(request: DuisRequest, state: State) -> State:
    """The state with the Users that are known when this one asks."""
    users = state.settings.scrutiny.users(state.world.users, request.header.originator)
    return state if users is state.world.users else replace(state, world=replace(state.world, users=users))


def _with_world(state: State, world: World) -> State:
    return state if world is state.world else replace(state, world=world)


def _judged(work: Work, state: State, now: datetime) -> Acknowledgement:
    """What the DSP makes of the request, under its own originator counter."""
    world = state.world_at(now, {work.request.sender: work.counter - 1})
    judged = model.acknowledge(world, work.request, state.release, state.rulings, state.settings.build)
    return replace(judged, outcome=state.settings.conduct.at_once(judged.outcome))


def _after_refusal(admitted: Admitted, judged: Acknowledgement, state: State, world: World) -> State:
    """`world` is as it should be: unchanged, or with what the DSP itself has counted."""
    known, work = state.with_learned(admitted.learned), admitted.work
    case = Case(work.request, Component.DSP, world, state.release, state.rulings)
    after = state.settings.conduct.after_refusal(case)
    kept = state if after is world else known
    return _with_world(kept.with_trail(work.request_id, judged.trail), after)


def _looked_up(work: Work, state: State, answering: Answering) -> bytes:
    device = state.world.devices.get(work.request.target)
    return answering.refused(codes.NO_SUCH_DEVICE) if device is None else answering.inventory(entry(device))


def _acknowledged(admitted: Admitted, judged: Acknowledgement, state: State, answering: Answering) -> Reaction:
    work = replace(admitted.work, trail=judged.trail)
    after = replace(state.with_learned(admitted.learned), world=judged.world)
    if judged.outcome is None:
        return Reaction(replace(after, pending=(*state.pending, work)), OK, answering.acknowledged())
    notice = quarantined(state, work, answering.now)
    held_back = _after_refusal(admitted, judged, after, after.world)
    return Reaction(held_back, OK, answering.acknowledged(), (notice,))
