"""What can be seen from outside when a question is open, and whether a table's words admit it.

The words: `accepted`, `refused by the DSP at its registration check`, `refused by the S1SP`, `refused by the S1SP on a
ground of its own`, `scheduled`, `the alert goes to Northmoor`; after `accepted`, what is replaced or who is notified;
alternatives joined by ` or `.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.vocabulary import NETWORK_OPERATOR_SLOTS, AlertKind, Check, Component, Outcome, Refused, Slot, describe
from steps.expectations import judged
from steps.scene import Scene
from sut_adapters.port import AlertInbox

REPLACED = {
    "both Network Operator slots": NETWORK_OPERATOR_SLOTS,
    "the critical Network Operator slot only": frozenset({Slot.CRITICAL_NETWORK_OPERATOR}),
    "the non-critical Network Operator slot only": frozenset({Slot.NON_CRITICAL_NETWORK_OPERATOR}),
    "nothing": frozenset(),
}
REFUSED = re.compile(
    r"refused by the (?P<by>DSP|S1SP|Device)(?: at its (?P<check>[a-z ]+) check| (?P<own>on a ground of its own))?"
)
NOTIFIED = re.compile(r"(?P<party>.+) is (?P<not>not )?notified")


@dataclass(frozen=True, slots=True)
class Observation:
    """One answer: how the request ended, which slots it replaced, who was notified, who received the device's alert."""

    outcome: Outcome | None
    serving: Component | None
    replaced: frozenset[Slot]
    notified: frozenset[str]
    alerted: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        if self.outcome is not None:
            yield describe(self.outcome)
            yield f"replaced: {', '.join(sorted(self.replaced)) or 'nothing'}"
        if self.notified:
            yield f"notified: {', '.join(sorted(self.notified))}"
        if self.alerted:
            yield f"the alert went to {', '.join(self.alerted)}"


def observed_in(scene: Scene, inbox: AlertInbox) -> Observation:
    """Everything that an open question may turn on; raises Inconclusive for an outcome that cannot be judged."""
    if scene.alerted:
        told = inbox.recipients(AlertKind.DEVICE_ALERT, scene.alerted)[scene.alerts_before :]
        return Observation(None, None, frozenset(), frozenset(), told)
    target = scene.last_request().target
    return Observation(
        judged(scene.outcome),
        scene.inspection.served_by(target),
        scene.replaced(target),
        frozenset(inbox.recipients(AlertKind.SECURITY_CREDENTIALS_UPDATED, target)),
        (),
    )


def admits(words: str, observed: Observation) -> bool:
    """Whether one cell of the table describes the observation; raises ValueError for words that mean nothing."""
    return any(_admits_one(alternative, observed) for alternative in words.split(" or "))


def _admits_one(words: str, observed: Observation) -> bool:
    if words.startswith("the alert goes to "):
        return observed.alerted == (words.removeprefix("the alert goes to "),)
    main, _, rest = words.partition(", ")
    return _ended_so(main, observed) and (not rest or _and_so(rest, observed))


def _ended_so(words: str, observed: Observation) -> bool:
    if words in ("accepted", "scheduled"):
        return observed.outcome is not None and describe(observed.outcome) == words
    stated = REFUSED.fullmatch(words)
    if stated is None:
        raise ValueError(f"no outcome is called {words!r}")
    outcome = observed.outcome
    by = observed.serving if stated["by"] == "S1SP" else Component(stated["by"])
    if not isinstance(outcome, Refused) or outcome.by is not by or observed.replaced:
        return False
    check = Check.UNATTESTED if stated["own"] else Check(stated["check"]) if stated["check"] else outcome.check
    return outcome.check is check


def _and_so(words: str, observed: Observation) -> bool:
    if words.startswith("replacing "):
        return observed.replaced == REPLACED[words.removeprefix("replacing ")]
    stated = NOTIFIED.fullmatch(words.removeprefix("and "))
    if stated is None:
        raise ValueError(f"no consequence is called {words!r}")
    return (stated["party"] in observed.notified) is not bool(stated["not"])
