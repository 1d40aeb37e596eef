"""Calls to an adapter: timed, and every way in which one can go wrong turned into a finding."""

from collections.abc import Callable
from dataclasses import dataclass

from proof.adapter_check.finding import Fault, Finding, Hung, LeftOut, Report
from proof.adapter_check.worker import Worker
from sut_adapters.port import (
    Disagreement,
    Inconclusive,
    Misconfigured,
    Misunderstood,
    NotApplicable,
    NotExercised,
    Unreachable,
)
from sut_adapters.shapes import Shape, in_one_line

MENDS: tuple[tuple[type[BaseException], str], ...] = (
    (Unreachable, "see why the system went away; the word before the colon says how far the question came"),
    (Misunderstood, "see what came back: nobody can believe it, or the adapter cannot read it"),
    (Inconclusive, "see why no answer came that can be judged"),
    (Disagreement, "leave judging to the suite: give the outcome, whatever it is"),
    (NotImplementedError, "leave the method out, so that the port is not offered, or write it"),
    (OSError, "turn it into Unreachable, with the phase: the connection was lost, and nothing is wrong with the suite"),
)
UNFORESEEN = "mend the adapter; for trouble with the system it raises one of sut_adapters.trouble"


@dataclass(frozen=True, slots=True)
class Calls:
    """`clock` gives seconds; an answer that takes longer than `slow_s` of them is a finding, though it counts."""

    worker: Worker
    report: Report
    clock: Callable[[], float]
    slow_s: float

    def make(self, asked: str, function: Callable[[], object], shape: Shape) -> object:
        """What the adapter gave; raises Fault, LeftOut, and Misconfigured as the adapter raises it."""
        started = self.clock()
        call = self.worker.call(function)
        if call is None:
            mend = "give every wait in the adapter a limit of its own, and raise Unreachable when that is over"
            raise Hung(Finding(asked, "an answer, or trouble", "neither: the adapter has not come back", mend))
        if call.raised is not None:
            raise _trouble(asked, call.raised) from call.raised
        self._note_time(asked, self.clock() - started)
        if objection := shape(call.value):
            mend = "give what sut_adapters/port.py says, or raise trouble"
            raise Fault(Finding(asked, "what the port promises", objection, mend))
        return call.value

    def _note_time(self, asked: str, seconds: float) -> None:
        if seconds > self.slow_s:
            expected, observed = f"an answer within {self.slow_s:g} seconds", f"one after {seconds:g} seconds"
            mend = "answer sooner, or say with --slow how long an answer may take here"
            self.report.note(Finding(asked, expected, observed, mend))


def _trouble(asked: str, raised: BaseException) -> Exception:
    if isinstance(raised, NotExercised | NotApplicable):
        return LeftOut(in_one_line(str(raised)))
    if isinstance(raised, Misconfigured):
        return raised
    mend = next((mend for kind, mend in MENDS if isinstance(raised, kind)), UNFORESEEN)
    said = in_one_line(str(raised))
    return Fault(Finding(asked, "an answer", f"{type(raised).__name__}{': ' if said else ''}{said}", mend))
