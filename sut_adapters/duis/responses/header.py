"""The Header of a DUIS Response, and how it names the request that it answers."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Header:
    """`request_id` is `ORIGINATOR:TARGET:COUNTER` and `response_id` `TARGET:ORIGINATOR:COUNTER`, in upper case.

    `code` is the DUIS ResponseCode: I0, I99, or a refusal's; a DCC Alert has I0. `at` is aware of its time zone.
    """

    request_id: str | None
    response_id: str | None
    code: str
    at: datetime


def response_id(request_id: str) -> str:
    """The ResponseID of the answer to a request."""
    originator, target, counter = request_id.split(":")
    return f"{target}:{originator}:{counter}"
