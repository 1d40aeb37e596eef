"""What goes in and out of the simulator, before anything of it is a socket."""

from dataclasses import dataclass
from enum import StrEnum

from sut_adapters.simulator.state import State


class Service(StrEnum):
    """The DSP's web services, by the last part of their address."""

    SEND_COMMAND = "serviceS"
    TRANSFORM = "serviceT"
    NON_DEVICE = "serviceD"


@dataclass(frozen=True, slots=True)
class Push:
    """A signed DUIS Response for the Receive Response Service of one User ID (an EUI-64).

    `acted_on` is the RequestID of the Critical request of which it says that it was carried out, if it does.
    """

    user_id: str
    document: bytes
    acted_on: str | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """The HTTP status and body to answer with, the state afterwards, and what is to be pushed later.

    200 goes with a DUIS Response (an acknowledgement, an answer, or a refusal with its E code); 400 and 413 with one
    line of plain text: the message cannot be read as a Service Request, and nothing has changed.
    """

    state: State
    status: int
    reply: bytes
    pushes: tuple[Push, ...] = ()


class Unreadable(Exception):
    """Nothing to answer in DUIS: an HTTP status and one line of text."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Objection(Exception):
    """A refusal by the DSP before the law is asked: a DUIS response code, and why, for people."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
