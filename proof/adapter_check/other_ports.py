"""Whether every other way of asking that is offered does what it says."""

from functools import partial
from typing import cast

from proof.adapter_check.answers import answered, placed, shown_in_slots
from proof.adapter_check.examined import Examined
from proof.adapter_check.finding import Fault, Finding
from proof.adapter_check.questions import NOT_IN_THE_SLOTS, RENEWAL, Question
from rulebook.vocabulary import Component, Outcome, Refused, Release, Tampering, UserRole, describe
from sut_adapters import shapes
from sut_adapters.port import (
    AuditTrail,
    Estate,
    MessageEndpoint,
    ReleaseControl,
    RequestsInFlight,
    Restartable,
    S1spGateway,
    SlotInspection,
    UserGateway,
)

UNSIGNED = f"MessageEndpoint: {RENEWAL.words}, with {Tampering.NO_SIGNATURE}"


def examine(adapter: Examined, *, may_switch: bool) -> None:
    """Each in a scenario of its own. `may_switch`: no release state was declared, so that it may be changed, and
    components restarted.
    """
    attempt = adapter.attempt
    attempt("UserGateway.settled", partial(_settled, adapter), UserGateway)
    attempt("Estate.place, twice", partial(_two_devices, adapter), Estate)
    attempt("Estate.register", partial(_registered, adapter), Estate)
    for question in (RENEWAL, NOT_IN_THE_SLOTS):
        for kind, method in ((S1spGateway, "hand_over"), (MessageEndpoint, "post")):
            words = f"{kind.__name__}: {question.words}"
            attempt(words, partial(_asked, adapter, question, words, method), kind, Estate, SlotInspection)
        words = f"RequestsInFlight: {question.words}"
        attempt(words, partial(_in_flight, adapter, question, words), RequestsInFlight, Estate, SlotInspection)
    attempt(UNSIGNED, partial(_unsigned, adapter), MessageEndpoint, Estate, SlotInspection)
    attempt("ReleaseControl", partial(_release, adapter, may_switch=may_switch), ReleaseControl)
    if may_switch:
        attempt("Restartable.restart", partial(_restarted, adapter), Restartable, Estate, SlotInspection)
    attempt("AuditTrail.last_decisions", partial(_trail, adapter), AuditTrail, UserGateway, Estate)


def _settled(adapter: Examined) -> None:
    adapter.ask("UserGateway.settled", "settled", shape=shapes.truth)


def _two_devices(adapter: Examined) -> None:
    first, second = adapter.place(RENEWAL.spec), adapter.place(RENEWAL.spec)
    if first == second:
        mend = "give each device of a scenario a handle of its own; where one alone can be had, raise NotExercised"
        raise Fault(Finding("Estate.place, twice", "two handles", f"{first} both times", mend))


def _registered(adapter: Examined) -> None:
    device = adapter.place(RENEWAL.spec)
    adapter.ask("Estate.register", "register", device, UserRole.IMPORT_SUPPLIER, "Dunlin", shape=shapes.nothing)


def _asked(adapter: Examined, question: Question, words: str, method: str) -> None:
    device = placed(adapter, question)
    answered(adapter, question, device, partial(adapter.outcome, words, method, question.request(device)), words)


def _in_flight(adapter: Examined, question: Question, words: str) -> None:
    device = placed(adapter, question)

    def end() -> Outcome:
        ticket = adapter.ask("RequestsInFlight.submit", "submit", question.request(device), shape=shapes.handle)
        return adapter.outcome(words, "outcome", ticket)

    answered(adapter, question, device, end, words)


def _unsigned(adapter: Examined) -> None:
    device = placed(adapter, RENEWAL)
    before = adapter.slots(device)
    outcome = adapter.outcome(UNSIGNED, "post", RENEWAL.request(device), Tampering.NO_SIGNATURE)
    if not isinstance(outcome, Refused) or outcome.by is not Component.DSP:
        mend = "spoil the message in the way that is named, and give HTTP 400 or the E code as the DSP's refusal"
        raise Fault(Finding(UNSIGNED, "refused by the DSP", describe(outcome), mend))
    shown_in_slots(adapter, UNSIGNED, None, device, before)


def _release(adapter: Examined, *, may_switch: bool) -> None:
    found = _state(adapter)
    if not may_switch:
        return
    other = found.switched(Component.DSP, on=not found.dsp)
    try:
        adapter.ask("ReleaseControl.switch", "switch", other, shape=shapes.nothing)
        if str(observed := _state(adapter)) != str(other):
            mend = "switch, and say which state the system is in then; leave the port out where nobody can switch"
            raise Fault(Finding("ReleaseControl.release, once switched", str(other), str(observed), mend))
    finally:
        adapter.ask("ReleaseControl.switch", "switch", found, shape=shapes.nothing)


def _restarted(adapter: Examined) -> None:
    device = adapter.place(RENEWAL.spec)
    before = adapter.slots(device)
    for component in (Component.DSP, adapter.served_by(device)):
        adapter.ask("Restartable.restart", "restart", component, shape=shapes.nothing)
        if dict(adapter.slots(device)) != dict(before):
            mend = "have the component go on from what it has kept; leave the port out where nobody can restart it"
            raise Fault(Finding(f"the slots after: Restartable.restart, {component}", "as before", "others", mend))


def _state(adapter: Examined) -> Release:
    return cast("Release", adapter.ask("ReleaseControl.release", "release", shape=shapes.release))


def _trail(adapter: Examined) -> None:
    device = adapter.place(RENEWAL.spec)
    adapter.send(RENEWAL.words, RENEWAL.request(device))
    if not adapter.ask("AuditTrail.last_decisions", "last_decisions", shape=shapes.trail):
        mend = "give what was recorded for the last request, or leave the port out"
        raise Fault(Finding("AuditTrail.last_decisions", "the decisions on the request before", "none", mend))
