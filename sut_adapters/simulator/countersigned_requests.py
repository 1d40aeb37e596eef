"""What comes to an S1SP straight from a DSP (docs/countersigned-service-request.md)."""

from dataclasses import replace
from datetime import datetime

from rulebook.vocabulary import Component
from sut_adapters.duis.countersigned import read_countersigned
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.signing import BadSignature, verify
from sut_adapters.simulator.admission import admitted
from sut_adapters.simulator.authentication import BAD_REQUEST, authentic, readable
from sut_adapters.simulator.exchange import Objection, Unreadable
from sut_adapters.simulator.state import State, Work

NOT_FOUND = 404


def countersigned(s1sp: Component, document: bytes, state: State, now: datetime) -> tuple[State, Work]:
    """The state with the request pending at that S1SP; raises Unreadable where it is not to be believed or answered."""
    try:
        said = read_countersigned(document)
        verify(document, state.settings.dsp.certificate, now)
        request = readable(said.request, state.settings)
        found = admitted(authentic(said.request, request, state.settings, now), state, now)
    except (MessageFault, BadSignature, Objection) as fault:
        raise Unreadable(BAD_REQUEST, str(fault)) from fault
    device = state.world.devices.get(found.work.request.target)
    if s1sp is not said.s1sp:
        raise Unreadable(BAD_REQUEST, f"the request is for {said.s1sp}")
    if device is None or device.s1sp is not s1sp:
        raise Unreadable(NOT_FOUND, f"{s1sp} does not serve {found.work.request.target}")
    if found.work.request.sender not in state.world.users:
        raise Unreadable(BAD_REQUEST, "the Business Originator is no User")
    work = replace(found.work, handed_over=True)
    return replace(state.with_learned(found.learned), pending=(*state.pending, work)), work
