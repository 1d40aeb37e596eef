"""Comparing what the feature states with what was observed; the difference explains itself."""

from rulebook.vocabulary import (
    Check,
    Component,
    Failed,
    FailureKind,
    Outcome,
    Quarantined,
    Refused,
    Silent,
    attested_code,
    describe,
    refusal,
)
from sut_adapters.port import Disagreement, Inconclusive


def expect(stated: str, observed: str) -> None:
    """Raise Disagreement unless the two lines are the same."""
    if stated != observed:
        raise Disagreement(stated, observed)


def expect_refusal(by: Component, check: Check, outcome: Outcome) -> None:
    """Raise Disagreement unless this component refused at this check, by the code that the documents fix, if any.

    A Device gives no reason: its signed response that says failure is its refusal.
    """
    code = attested_code(by, check)
    match outcome:
        case Refused(by=refuser, check=failed, code=sent) if (refuser, failed) == (by, check) and code in (None, sent):
            return
        case Failed(kind=FailureKind.RESPONSE) if by is Component.DEVICE:
            return
        case _:
            raise Disagreement(describe(refusal(by, check)), describe(outcome))


def judged(outcome: Outcome | None) -> Outcome:
    """The outcome, if it is one that can be judged at all; raises Inconclusive for one that cannot.

    A quarantine may be another tester's doing, silence without proof of life the network's, and so may a
    communication failure be: none is an acceptance or a refusal.
    """
    match outcome:
        case None:
            raise LookupError("no request has come to an end in this scenario")
        case Quarantined() | Silent(proved=False) | Failed(kind=FailureKind.COMMUNICATION):
            raise Inconclusive(describe(outcome))
        case _:
            return outcome
