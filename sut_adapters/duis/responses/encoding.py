"""From a message to the XML that the DCC signs and sends."""

from sut_adapters.duis.markup import NOTHING, Markup, element, hexadecimal, leaf, moment, number, octets, root
from sut_adapters.duis.references import identification, service_reference
from sut_adapters.duis.responses.bodies import (
    CommandFailure,
    CredentialsUpdated,
    Quarantine,
    Smets2DeviceAlert,
    Unread,
)
from sut_adapters.duis.responses.consistency import LARGEST_COUNT, cannot_be_encoded, check_message
from sut_adapters.duis.responses.dsp_encoding import dcc_alert, payload, response_message
from sut_adapters.duis.responses.embedding import embedded
from sut_adapters.duis.responses.header import Header
from sut_adapters.duis.responses.message import Message
from sut_adapters.duis.responses.s1sp_encoding import alert_element, signed_response_element
from sut_adapters.duis.responses.smets1 import DeviceAlert, FutureDatedAlert, S1spAlert, SignedByS1sp, Smets1Response


def encode(message: Message, inner_signed: bytes | None = None) -> bytes:
    """A Response, unsigned and without white space; raises MessageFault for what the DUIS schema has no place for.

    `inner_signed` is what `encode_inner` gave for the same body, signed by the S1SP: it is embedded unchanged.
    """
    check_message(message, has_inner=inner_signed is not None)
    body = element("sr:Body", _body(message, inner_signed or b""))
    return octets(root("sr:Response", message.version, _header(message.header), body))


def encode_inner(body: SignedByS1sp, version: str = "5.4") -> bytes:
    """The element that the S1SP signs (S1SPAlert or SMETS1SignedResponse), as a document of its own, unsigned."""
    return octets(
        alert_element(body, version) if isinstance(body, S1spAlert) else signed_response_element(body, version)
    )


def _header(header: Header) -> Markup:
    return element(
        "sr:Header",
        NOTHING if header.request_id is None else identification("sr:RequestID", header.request_id),
        NOTHING if header.response_id is None else identification("sr:ResponseID", header.response_id),
        leaf("sr:ResponseCode", header.code),
        moment("sr:ResponseDateTime", header.at),
    )


def _body(message: Message, inner: bytes) -> Markup:
    throttled = number("sr:ThrottledAlertCount", message.throttled, LARGEST_COUNT) if message.throttled else NOTHING
    match message.body:
        case S1spAlert():
            held = element("sr:S1SPAlertDSP", embedded(inner, "S1SPAlert"))
            return _dcc_alert_message(message, throttled, held)
        case Quarantine() | CommandFailure() | CredentialsUpdated() as body:
            return _dcc_alert_message(message, throttled, dcc_alert(body))
        case Smets1Response(variant=variant):
            named = service_reference("sr", variant)
            return element("sr:SMETS1ResponseMessage", named, throttled, embedded(inner, "SMETS1SignedResponse"))
        case DeviceAlert() | FutureDatedAlert():
            return element("sr:SMETS1ResponseMessage", throttled, embedded(inner, "SMETS1SignedResponse"))
        case Smets2DeviceAlert(alert_code, octets_of_gbcs):
            code = hexadecimal("sr:AlertCode", alert_code)
            return element("sr:DeviceAlertMessage", code, throttled, payload(octets_of_gbcs))
        case Unread() as body:
            raise cannot_be_encoded(body)
        case body:
            return response_message(body)


def _dcc_alert_message(message: Message, throttled: Markup, held: Markup) -> Markup:
    code = leaf("sr:DCCAlertCode", message.alert_code or "")
    return element("sr:DCCAlertMessage", code, throttled, element("sr:DCCAlert", held))
