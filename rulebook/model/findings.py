"""What comes of applying the law: what each check found, what was sent to whom, and the world afterwards."""

from dataclasses import dataclass

from rulebook.law import statements
from rulebook.vocabulary import AlertKind, Check, Component, Outcome
from rulebook.world import World


@dataclass(frozen=True, slots=True)
class Finding:
    """One clause asked by one component.

    `clause` is a statement id of `legal/` or the key of an open point; `because` is for people.
    """

    component: Component
    check: Check
    clause: str
    holds: bool
    because: str

    @property
    def citation(self) -> str:
        """The clause as people cite it: `SRPD 6.2(d)`; the key of an open point where that decided."""
        statement = statements().get(self.clause)
        return statement.citation if statement else self.clause


@dataclass(frozen=True, slots=True)
class Message:
    """An alert or notification raised on the way; `recipient` is a User ID."""

    kind: str
    recipient: str
    device: str
    code: str = ""


S1SP_ALERT = AlertKind.S1SP_ALERT
DEVICE_ALERT = AlertKind.DEVICE_ALERT
SECURITY_CREDENTIALS_UPDATED = AlertKind.SECURITY_CREDENTIALS_UPDATED


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The DSP's part of the way: `outcome` is None when it acknowledges the request and passes it on."""

    world: World
    outcome: Outcome | None
    trail: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Transition:
    """The end of a request: the world afterwards, the outcome, its trail, and what was sent to whom."""

    world: World
    outcome: Outcome
    trail: tuple[Finding, ...] = ()
    messages: tuple[Message, ...] = ()
