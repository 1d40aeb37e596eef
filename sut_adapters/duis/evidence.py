"""Each message as it was sent and received in one scenario; there is never a key in one."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


class Way(StrEnum):
    """Which way a message went."""

    SENT = "sent"
    ANSWERED = "answered"
    PUSHED = "pushed"
    TURNED_AWAY = "turned away"


@dataclass(frozen=True, slots=True)
class WireMessage:
    """One message; `note` is the address that it went to, the HTTP status, or why it was turned away."""

    at: datetime
    way: Way
    user_id: str
    note: str
    document: bytes


ON_A_CONNECTION = frozenset({Way.SENT, Way.ANSWERED})


class Evidence:
    """The messages since the scenario began. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._messages: list[WireMessage] = []
        self._in_order = 0

    def begin(self) -> None:
        """Start anew."""
        with self._lock:
            self._messages.clear()
            self._in_order = 0

    def keep(self, way: Way, user_id: str, note: str, document: bytes) -> None:
        """Add one, by this machine's own clock."""
        with self._lock:
            self._messages.append(WireMessage(datetime.now(UTC), way, user_id, note, document))

    def put_in_order(self) -> None:
        """What has come since the last time, in an order that no race decides.

        First what went over the connections, then what was pushed, by User ID; what one User got stays as it came.
        """
        with self._lock:
            new = self._messages[self._in_order :]
            new.sort(key=lambda one: (False, "") if one.way in ON_A_CONNECTION else (True, one.user_id))
            self._messages[self._in_order :] = new
            self._in_order = len(self._messages)

    @property
    def messages(self) -> tuple[WireMessage, ...]:
        """Oldest first."""
        with self._lock:
            return tuple(self._messages)
