"""Where somebody else plays an S1SP: what the DSP sends it, and what it makes of the answer. Pure.

docs/countersigned-service-request.md describes both documents.
"""

from dataclasses import replace
from datetime import datetime

from rulebook import model
from rulebook.case import Case
from rulebook.law import eligibility
from rulebook.vocabulary import Component, Refused
from sut_adapters.duis.countersigned import Countersigned, encode_countersigned
from sut_adapters.duis.elements import name
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.gbcs import read_gbcs
from sut_adapters.duis.responses import S1spAlert, SignedByS1sp, Unread
from sut_adapters.duis.responses.alert_codes import S1SP_ALERT
from sut_adapters.duis.responses.s1sp_decoding import read_s1sp_alert, read_signed_response
from sut_adapters.duis.secure_xml import parse
from sut_adapters.duis.signing import sign, verify
from sut_adapters.simulator.authentication import readable
from sut_adapters.simulator.exchange import Push
from sut_adapters.simulator.notices import credentials_updated
from sut_adapters.simulator.replies import Alerting, Answering
from sut_adapters.simulator.state import State, Work


def serving(state: State, work: Work) -> Component | None:
    """The S1SP that is to have this request next; None where the DSP itself still refuses it, or a SMETS2 Device."""
    device = state.world.devices[work.request.target]
    if device.s1sp is None or work.handed_over:
        return device.s1sp
    world = state.world_at(work.received, {work.request.sender: work.counter})
    outcome = model.conclude(world, work.request, state.release, state.rulings, state.settings.build).outcome
    return None if isinstance(outcome, Refused) and outcome.by is Component.DSP else device.s1sp


def countersigned(state: State, work: Work, s1sp: Component) -> bytes:
    """The Countersigned Service Request, signed by the DSP: in it the Service Request as its User signed it."""
    payload = readable(work.document, state.settings).pre_command
    request = work.document if payload is None else read_gbcs(payload).content
    return sign(encode_countersigned(Countersigned(s1sp, work.received, request)), state.settings.dsp)


def passed_on(
    state: State, work: Work, s1sp: Component, answer: bytes, now: datetime
) -> tuple[State, tuple[Push, ...]]:
    """The state without the work, and the answer passed on; ValueError where it is not this S1SP's, or is no end."""
    verify(answer, state.settings.s1sps[s1sp].certificate, now)
    body = _read(answer)
    carried_out = not isinstance(body, S1spAlert) and getattr(body, "success", False)
    after = state.without(work).with_trail(work.request_id, work.trail)
    critical = eligibility()[work.request.variant].critical
    end = Push(
        work.request.sender,
        _message(state, work, body, answer, now),
        work.request_id if carried_out and critical else None,
    )
    if not carried_out or work.request.future_dated:
        return after, (end,)
    case = Case(work.request, s1sp, state.world, state.release, state.rulings)
    told = credentials_updated(state, work, state.settings.build.notifications(case), now)
    return replace(after, answered=(*state.answered, work.request_id)), (end, *told)


def _read(answer: bytes) -> SignedByS1sp:
    root = parse(answer)
    body = read_s1sp_alert(root) if name(root) == "S1SPAlert" else read_signed_response(root, root)
    if isinstance(body, Unread):
        raise MessageFault("", f"{quoted(body.element)} is no end of a request", "send what the interface has")
    return body


def _message(state: State, work: Work, body: SignedByS1sp, answer: bytes, now: datetime) -> bytes:
    request = work.request
    if isinstance(body, S1spAlert):
        return Alerting(state.settings, request.target, request.sender, now, work.version).alert(
            body, S1SP_ALERT, answer
        )
    return Answering(state.settings, work.request_id, request.variant, work.version, now).responded(body, answer)
