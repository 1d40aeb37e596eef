"""What a SMETS2 Device says: GBCS messages in which only that is filled in which a User here reads."""

from sut_adapters.duis.gbcs import UPDATES_CREDENTIALS, GbcsMessage, Kind, Status, replacement_outcome
from sut_adapters.duis.responses import DeviceResponse, Smets2DeviceAlert
from sut_adapters.simulator.pre_commands import message_code, octets_of
from sut_adapters.simulator.state import Work

ALERT_CODE = "8F66"
ALERT = int(ALERT_CODE, 16)


def device_response(work: Work, *, carried_out: bool) -> DeviceResponse:
    """The statuses of the replacements; a command that the Device turns down has one, that no trust anchor fits."""
    request = work.request
    statuses = (Status.SUCCESS,) * len(request.certificates) if carried_out else (Status.NO_TRUST_ANCHOR,)
    message = GbcsMessage(
        kind=Kind.RESPONSE,
        counter=work.counter,
        originator=octets_of(request.target),
        recipient=octets_of(request.sender),
        code=message_code(request.role) if carried_out else UPDATES_CREDENTIALS.start,
        content=replacement_outcome(work.counter, () if request.future_dated and carried_out else statuses),
    )
    return DeviceResponse(request.variant, message.encode())


def device_alert(device: str, user_id: str, counter: int) -> Smets2DeviceAlert:
    """An alert for the device's Network Operator."""
    message = GbcsMessage(Kind.ALERT, counter, octets_of(device), octets_of(user_id), ALERT, b"")
    return Smets2DeviceAlert(ALERT_CODE, message.encode())
