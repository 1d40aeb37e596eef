"""Each message as it was sent and received in one scenario; there is never a key in one."""

import threading
from dataclasses import dataclass
from datetime import datetime
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


class Evidence:
    """The messages since the scenario began. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._messages: list[WireMessage] = []

    def begin(self) -> None:
        """Start anew."""
        with self._lock:
            self._messages.clear()

    def keep(self, message: WireMessage) -> None:
        """Add one."""
        with self._lock:
            self._messages.append(message)

    @property
    def messages(self) -> tuple[WireMessage, ...]:
        """Oldest first."""
        with self._lock:
            return tuple(self._messages)
