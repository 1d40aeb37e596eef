"""Comparing what the feature states with what was observed; the difference explains itself."""

from rulebook.vocabulary import Failed, FailureKind, Outcome, Quarantined, Silent, describe
from sut_adapters.port import Disagreement, Inconclusive


def expect(stated: str, observed: str) -> None:
    """Raise Disagreement unless the two lines are the same."""
    if stated != observed:
        raise Disagreement(stated, observed)


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
