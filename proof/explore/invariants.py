"""What is true of every request whatever it asks, and no sentence of the features says: one answer, one record each."""

from collections import Counter
from dataclasses import dataclass

from proof.explore.event import Event, What
from proof.explore.side import Side
from rulebook.vocabulary import Accepted, AlertKind, Refused, article
from sut_adapters.port import AlertInbox, AuditEntry, AuditTrail

ANSWERED_ONCE = "no request is answered twice"
RECORDED_ONCE = "every decision has one record in the audit trail"
ONE_REQUEST = frozenset({What.REQUEST, What.HANDOVER, What.IN_FLIGHT})


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant, what it asks for, and what was seen instead."""

    invariant: str
    expected: str
    observed: str


@dataclass(slots=True)
class Watch:
    """Looks at a system before and after each event; a port that is None is not looked at."""

    side: Side
    inbox: AlertInbox | None
    audit: AuditTrail | None
    heard: int = 0

    def before(self, event: Event, target: str) -> None:
        """Remember how many S1SP Alerts about the device its sender has."""
        self.heard = self._alerts(event, target)

    def after(self, event: Event, target: str, recorded: bool) -> Broken | None:
        """What the event has broken; `recorded` where the reference has a record of some decision."""
        if event.what not in ONE_REQUEST:
            return None
        return self._answers(event, target) or (self._records(recorded) if self.audit else None)

    def _answers(self, event: Event, target: str) -> Broken | None:
        outcome, more = self.side.scene.outcome, self._alerts(event, target) - self.heard
        allowed = 1 if isinstance(outcome, Refused) and outcome.by.is_s1sp else 0
        if not isinstance(outcome, Accepted | Refused) or more <= allowed:
            return None
        said = "accepted" if isinstance(outcome, Accepted) else f"refused by {article(outcome.by)}"
        return Broken(ANSWERED_ONCE, f"{allowed} S1SP Alerts for a request {said}", f"{more}")

    def _alerts(self, event: Event, target: str) -> int:
        if self.inbox is None or not target:
            return 0
        received = self.inbox.received_by(event.sender) if event.sender else ()
        return sum(alert.kind == AlertKind.S1SP_ALERT and alert.device == target for alert in received)

    def _records(self, recorded: bool) -> Broken | None:
        decisions = self.audit.last_decisions() if self.audit else ()
        twice = [entry for entry, times in Counter(decisions).items() if times > 1]
        if twice:
            return Broken(RECORDED_ONCE, f"one record: {_words(twice[0])}", f"{decisions.count(twice[0])} of it")
        if recorded and not decisions:
            return Broken(RECORDED_ONCE, "a record of each decision on the request", "no record")
        outcome = self.side.scene.outcome
        if isinstance(outcome, Refused) and not any(_refuses(entry, outcome) for entry in decisions):
            by = article(outcome.by)
            return Broken(RECORDED_ONCE, f"a record of the refusal by {by}", f"no check that failed at {by}")
        return None


def _refuses(entry: AuditEntry, outcome: Refused) -> bool:
    return entry.component is outcome.by and not entry.holds


def _words(entry: AuditEntry) -> str:
    return f"{entry.component}, {entry.clause}, {'holds' if entry.holds else 'does not hold'}"
