"""What is true of every request whatever it asks, in the sentences that say so: one answer, one record a decision.

A scenario that something else is wrong with is the shorter without them, so that they are told where they are broken.
"""

from collections.abc import Iterator, Mapping

from proof.explore.event import Event, What

ONE_REQUEST = frozenset({What.REQUEST, What.HANDOVER, What.IN_FLIGHT})
SENTENCES: Mapping[str, str] = {
    "AlertInbox": "no request has been answered twice",
    "AuditTrail": "every decision on the request has one record in the audit trail",
}
"""By the port through which it can be asked."""


def invariants(event: Event, ports: frozenset[str]) -> Iterator[str]:
    """Those that go with an event."""
    return (text for port, text in SENTENCES.items() if port in ports and event.what in ONE_REQUEST)
