"""Whether requests end as they must, and the slots show it."""

from collections.abc import Callable
from functools import partial

from proof.adapter_check.examined import Examined, Slots
from proof.adapter_check.finding import Fault, Finding
from proof.adapter_check.mends import Answer, mend
from proof.adapter_check.questions import QUESTIONS, Held, Question, placed_by
from rulebook.vocabulary import Accepted, Certificate, Component, Outcome, Refused, ServiceRequest, describe
from sut_adapters.port import Estate, SlotInspection, UserGateway


def examine(adapter: Examined) -> None:
    """All questions, each in a scenario of its own; what is wrong with an answer may show only beside the others."""
    answers: list[Answer] = []
    try:
        for question in QUESTIONS:
            adapter.attempt(question.words, partial(_put, adapter, question, answers), UserGateway, Estate)
    finally:
        for answer in (answer for answer in answers if answer.wrong):
            adapter.calls.report.note(_finding(answer, mend(answer, answers)))


def answered(adapter: Examined, question: Question, device: str, end: Callable[[], Outcome], words: str) -> None:
    """Put a question by whatever `end` does; raises Fault for a wrong end, or slots that do not show it."""
    before = adapter.slots(device)
    answer = Answer(words, question.expected(adapter.served_by(device)), end())
    if answer.wrong:
        raise Fault(_finding(answer, mend(answer, ())))
    accepted = question.request(device) if answer.observed == Accepted() else None
    shown_in_slots(adapter, words, accepted, device, before)


def placed(adapter: Examined, question: Question) -> str:
    """The question's device, in the state that it was specified in."""
    device = adapter.place(question.spec)
    if adapter.offers(SlotInspection):
        expected, observed = _certificates(question.held), _certificates(adapter.slots(device))
        if expected != observed:
            mending = "Estate.place gives a device as specified, whatever an earlier scenario has left"
            raise Fault(Finding(f"the slots of a new device, for: {question.words}", expected, observed, mending))
    return device


def shown_in_slots(adapter: Examined, words: str, accepted: ServiceRequest | None, device: str, before: Slots) -> None:
    """Raises Fault unless the slots hold what was accepted, and for the rest what they held before."""
    expected = {**before, **(placed_by(accepted) if accepted else {})}
    observed = adapter.slots(device)
    if dict(observed) != expected:
        said = "accepted" if accepted else "refused"
        mending = f"it was taken for {said}: wait for the end, verify who signed it, and read the slots after it"
        raise Fault(Finding(f"the slots after: {words}", _certificates(expected), _certificates(observed), mending))


def _put(adapter: Examined, question: Question, answers: list[Answer]) -> None:
    device, request = placed(adapter, question), question.request
    sees = adapter.offers(SlotInspection)
    before = adapter.slots(device) if sees else {}
    observed = adapter.send(question.words, request(device))
    serving = adapter.served_by(device) if sees else _refusing(observed)
    answers.append(answer := Answer(question.words, question.expected(serving), observed))
    if sees and not answer.wrong:
        accepted = request(device) if observed == Accepted() else None
        shown_in_slots(adapter, question.words, accepted, device, before)


def _finding(answer: Answer, mending: str) -> Finding:
    return Finding(answer.words, describe(answer.expected), describe(answer.observed), mending)


def _refusing(observed: Outcome) -> Component:
    """Whoever refused, if it was an S1SP: without SlotInspection nobody knows which it should be."""
    return observed.by if isinstance(observed, Refused) and observed.by.is_s1sp else Component.S1SP1


def _certificates(slots: Slots | Held) -> str:
    return "; ".join(f"{slot}: {_certificate(held)}" for slot, held in sorted(slots.items()))


def _certificate(held: Certificate | None) -> str:
    return f"{held.owner}, {held.use}, issue {held.issue}" if held else "empty"
