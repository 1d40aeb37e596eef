"""What came back on the connection on which a message was sent: a DUIS Response, or why it is none."""

from dataclasses import dataclass
from http import HTTPStatus

from sut_adapters.duis.client import Reply
from sut_adapters.duis.fault import quoted
from sut_adapters.duis.reception import Received, Rejected
from sut_adapters.duis.responses import Message
from sut_adapters.trouble import Misunderstood, Phase, Unreachable

TURNED_AWAY = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }
)
"""HTTP statuses by which a service says that a message is none, without a word of DUIS."""

MOST_WORDS = 160


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """The service took the message for none: its HTTP status, and the first line of what it said."""

    status: int
    said: str


def read_answer(url: str, reply: Reply, judged: Received | Rejected) -> Message | TurnedAway:
    """A DUIS Response whatever its status; Unreachable or Misunderstood, with the mend, for what is no answer."""
    if isinstance(judged, Received):
        return judged.message
    if reply.status in TURNED_AWAY:
        return TurnedAway(reply.status, _first_line(reply.body))
    if reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        said = f"{url} answered {reply.words} ({_first_line(reply.body)})"
        raise Unreachable(Phase.WAIT, f"{said}; see the server's own log: whether it acted is not known")
    if reply.status != HTTPStatus.OK:
        said = f"{url} answered {reply.words} ({_first_line(reply.body)})"
        raise Misunderstood(Phase.SEND, f"{said}; mend dsp.url and the service paths in the profile")
    mend = "mend dsp.url, or dsp.certificates, or the server"
    raise Misunderstood(Phase.UNDERSTAND, f"{url} answered with no DUIS Response: {judged.reason}; {mend}")


def turned_away(url: str, answer: TurnedAway) -> Misunderstood:
    """The trouble that it is where the message was a good one."""
    said = f"{url} took the message for none: HTTP {answer.status} ({answer.said})"
    return Misunderstood(Phase.SEND, f"{said}; see the signer, the certificate and the DUIS version in the profile")


def _first_line(body: bytes) -> str:
    lines = body[:MOST_WORDS].decode("utf-8", "replace").splitlines()
    return quoted(lines[0].strip(), MOST_WORDS) if lines else "nothing said"
