"""What to mend where an answer is not the one expected: told from the answer, and from all of them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rulebook.vocabulary import Accepted, Outcome, Refused


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, how it should have ended, and how it did."""

    words: str
    expected: Outcome
    observed: Outcome

    @property
    def wrong(self) -> bool:
        """Whether it ended otherwise."""
        return self.expected != self.observed


PREVIOUS = "each answer belongs to the request before: correlate by RequestID, and wait for the end of this request"
CREDULOUS = "everything is accepted: an acknowledgement is no end; wait for the response or the alert, and verify it"
DEAF = "everything is refused: see that good requests are good (certificates, counters, roles), and how ends are read"


def mend(answer: Answer, beside: Sequence[Answer]) -> str:
    """`beside` are the answers to all questions, in the order in which they were asked, this one among them."""
    return _of_all(beside) or _of_one(answer)


def _of_all(answers: Sequence[Answer]) -> str:
    pairs = list(pairwise(answers))
    if len(pairs) > 1 and all(now.observed == before.expected for before, now in pairs):
        return PREVIOUS
    if len(answers) > 1 and all(isinstance(answer.observed, Accepted) for answer in answers):
        return CREDULOUS
    if len(answers) > 1 and all(isinstance(answer.observed, Refused) for answer in answers):
        return DEAF
    return ""


def _of_one(answer: Answer) -> str:
    match answer.expected, answer.observed:
        case Refused(by=by), Refused(by=other) if by is not other:
            return f"say which component has refused, by who signed or answered: {other} did not, {by} does"
        case Refused(check=check), Refused(check=other) if check is not other:
            return f"derive the check from the code: this is the {check} check, not the {other} check"
        case Refused(code=code), Refused():
            return f"give the code as it was sent, word for word: the documents attest {code} for this check"
        case Refused(), Accepted():
            return "an acknowledgement is no end: wait for the refusal or the alert, and verify who signed it"
        case Accepted(), Refused():
            return "see what the system objected to: to a conformant one this request is good"
        case _:
            return "see how the request ended: to a conformant system it ends with an acceptance or a refusal"
