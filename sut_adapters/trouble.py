"""What can go wrong with a question, as distinct from the answer to it.

Each becomes a verdict of its own (harness.verdicts); none is ever a FAIL except Disagreement.
"""

from enum import StrEnum


class Phase(StrEnum):
    """Where on the way of a question trouble arose."""

    REACH = "reach"
    SIGN = "sign"
    SEND = "send"
    WAIT = "wait"
    UNDERSTAND = "understand"


class Trouble(Exception):
    """A reason for people, with what to mend in it."""


class Disagreement(Trouble, AssertionError):
    """The system's answer is not the one that the feature states: FAIL."""

    def __init__(self, expected: object, observed: object) -> None:
        super().__init__(f"expected {expected}, observed {observed}")
        self.expected = str(expected)
        self.observed = str(observed)


class Inconclusive(Trouble):
    """Asked, and no answer that could be judged: INCONCLUSIVE."""


class NotExercised(Trouble):
    """The state that the scenario needs could not be had: NOT-EXERCISED."""


class NotApplicable(Trouble):
    """Declared out of scope, with the reason: NOT-APPLICABLE.

    Only a profile, a ruling, a stage or a release state declares it. From an adapter it is NOT-EXERCISED, but for a
    message that only the DUIS schemas can find fault with, where `MP107_DUIS_DIR` names none: that the suite grants.
    """


class Misconfigured(Trouble):
    """The suite was set up wrongly and asked nothing: CONFIG-ERROR."""


class Unreachable(Inconclusive):
    """The system could not be reached, or went away before it answered."""

    def __init__(self, phase: Phase, reason: str) -> None:
        super().__init__(f"{phase}: {reason}")
        self.phase = phase


class Misunderstood(Inconclusive):
    """The system answered with something that the suite cannot read."""

    def __init__(self, phase: Phase, reason: str) -> None:
        super().__init__(f"{phase}: {reason}")
        self.phase = phase
