"""From the XML that a User receives to a message."""

from lxml import etree

from sut_adapters.duis.elements import DUIS, XMLDSIG, name, one, only_child, optional, place, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.markup import VERSION
from sut_adapters.duis.moments import read_moment
from sut_adapters.duis.references import read_identification
from sut_adapters.duis.responses.consistency import ALERT_CODE, LARGEST_COUNT, RESPONSE_CODE, code_fits
from sut_adapters.duis.responses.dsp_decoding import (
    read_dcc_alert,
    read_response_message,
    read_smets2_device_alert,
)
from sut_adapters.duis.responses.embedding import extracted
from sut_adapters.duis.responses.header import Header
from sut_adapters.duis.responses.message import Body, Decoded, Message
from sut_adapters.duis.responses.s1sp_decoding import read_s1sp_alert, read_signed_response
from sut_adapters.duis.responses.values import read_number
from sut_adapters.duis.secure_xml import parse


def decode(document: bytes) -> Decoded:
    """Raises MessageFault for anything but a DUIS Response that says something."""
    root = parse(document, "Response")
    if root.tag != f"{{{DUIS}}}Response":
        fault = f"a {quoted(name(root))}, not a DUIS Response (namespace {DUIS})"
        raise MessageFault(f"line {root.sourceline}", fault, "give the Response itself")
    header = _header(one(root, "Header"))
    content = only_child(one(root, "Body"))
    body, inner = _body(content, header.code)
    if not code_fits(body, header.code):
        fault = f"a response code {quoted(header.code)} with a message such as {type(body).__name__}"
        raise MessageFault(place(content), fault, "a message says one thing: mend code or body")
    throttled = optional(content, "ThrottledAlertCount")
    message = Message(
        header=header,
        body=body,
        alert_code=_alert_code(content) if name(content) == "DCCAlertMessage" else None,
        throttled=0 if throttled is None else read_number(throttled, LARGEST_COUNT),
        version=_version(root),
    )
    return Decoded(message, inner, optional(root, "Signature", XMLDSIG) is not None)


def _header(header: etree._Element) -> Header:
    request_id, response_id = optional(header, "RequestID"), optional(header, "ResponseID")
    code = one(header, "ResponseCode")
    if not RESPONSE_CODE.fullmatch(value(code)):
        raise MessageFault(place(code), f"{quoted(value(code))} is no response code", "write one such as I0 or E4")
    return Header(
        request_id=None if request_id is None else read_identification(request_id),
        response_id=None if response_id is None else read_identification(response_id),
        code=value(code),
        at=read_moment(one(header, "ResponseDateTime")),
    )


def _body(content: etree._Element, code: str) -> tuple[Body, bytes | None]:
    match name(content):
        case "ResponseMessage":
            return read_response_message(content, code), None
        case "DeviceAlertMessage":
            return read_smets2_device_alert(content), None
        case "DCCAlertMessage":
            return _dcc_alert(content)
        case "SMETS1ResponseMessage":
            inner = extracted(one(content, "SMETS1SignedResponse"))
            return read_signed_response(inner, content), etree.tostring(inner)
        case other:
            raise MessageFault(place(content), f"{quoted(other)} is no message of DUIS", "give one that DUIS knows")


def _dcc_alert(content: etree._Element) -> tuple[Body, bytes | None]:
    alert = only_child(one(content, "DCCAlert"))
    if name(alert) != "S1SPAlertDSP":
        return read_dcc_alert(alert), None
    inner = extracted(one(alert, "S1SPAlert"))
    return read_s1sp_alert(inner), etree.tostring(inner)


def _alert_code(content: etree._Element) -> str:
    code = one(content, "DCCAlertCode")
    if not ALERT_CODE.fullmatch(value(code)):
        raise MessageFault(place(code), f"{quoted(value(code))} is no DCC Alert code", "write one such as N55")
    return value(code)


def _version(root: etree._Element) -> str:
    text = " ".join(root.get("schemaVersion", "").split())
    if not VERSION.fullmatch(text):
        raise MessageFault(place(root), f"schemaVersion {quoted(text)} is no DUIS version", "write one such as 5.4")
    return text
