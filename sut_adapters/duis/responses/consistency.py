"""What a message may not say at once, whichever way it goes."""

import re

from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.responses.bodies import Acknowledged, Refusal, Smets2DeviceAlert, Unread
from sut_adapters.duis.responses.message import Body, DccAlert, Message
from sut_adapters.duis.responses.smets1 import S1spAlert, SignedByS1sp

REFUSED = re.compile(r"E[0-9]{1,6}")
ALERT_CODE = re.compile(r"(AD|N)[0-9]{1,3}")
LARGEST_COUNT = 2**32 - 1
ACKNOWLEDGEMENT = "I99"
SUCCESS = "I0"
RESPONSE_CODE = re.compile(r"[IEW][0-9]{1,6}")


def check_message(message: Message, *, has_inner: bool) -> None:
    """Raises MessageFault for a message that no Response could carry."""
    body, code = message.body, message.header.code
    said = type(body).__name__
    if not code_fits(body, code):
        mend = "give I0, I99 for an acknowledgement, an E code for a refusal"
        raise MessageFault("element sr:ResponseCode", f"{quoted(code)} is not the code of {said}", mend)
    if has_inner != isinstance(body, SignedByS1sp):
        fault = "an S1SP signs what it says itself, and nothing else"
        raise MessageFault("", fault, "give the signed element with an S1SP's message, and with no other")
    if not _alert_code_fits(body, message.alert_code):
        mend = "give one such as N55 with a DCC Alert, and None otherwise"
        raise MessageFault("element sr:DCCAlertCode", f"{message.alert_code!r} with {said}", mend)
    if message.throttled and not isinstance(body, DccAlert | SignedByS1sp | Smets2DeviceAlert):
        raise MessageFault("element sr:ThrottledAlertCount", "only alerts are throttled", "give 0")


def code_fits(body: Body, code: str) -> bool:
    """Whether a response code says the same as the body."""
    if isinstance(body, Unread):
        return True
    if isinstance(body, Refusal):
        return REFUSED.fullmatch(code) is not None
    return code == (ACKNOWLEDGEMENT if isinstance(body, Acknowledged) else SUCCESS)


def _alert_code_fits(body: Body, alert_code: str | None) -> bool:
    if not isinstance(body, DccAlert | S1spAlert):
        return alert_code is None
    return alert_code is not None and ALERT_CODE.fullmatch(alert_code) is not None


def cannot_be_encoded(body: Unread) -> MessageFault:
    """A message of which only the name was read."""
    return MessageFault("", f"of {body.element} nothing but the name was read", "send it as it was received")
