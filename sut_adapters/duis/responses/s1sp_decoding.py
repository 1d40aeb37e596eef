"""What an S1SP says, from the element that it signed."""

from lxml import etree

from sut_adapters.duis.elements import MMC, XMLDSIG, name, one, only_child, optional, place, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.header import LARGEST_COUNTER, eui
from sut_adapters.duis.moments import read_moment
from sut_adapters.duis.references import optional_variant, read_identification
from sut_adapters.duis.responses.bodies import Unread
from sut_adapters.duis.responses.slots import read_held_certificates, read_outcomes
from sut_adapters.duis.responses.smets1 import DeviceAlert, FutureDatedAlert, S1spAlert, SignedByS1sp, Smets1Response
from sut_adapters.duis.responses.tables import FUTURE_DATED_FAILURE, FUTURE_DATED_SUCCESS, READS, VARIANT_BY_RESPONSE
from sut_adapters.duis.responses.values import read_boolean, read_hexadecimal, read_number, text

UPDATED = ("FutureDatedCommandOutcomeDeviceAlert", "UpdateSecurityCredentialsDeviceAlert")


def read_s1sp_alert(alert: etree._Element) -> S1spAlert:
    """From an S1SPAlert; it has to be signed, though not here by anybody in particular."""
    _must_be_signed(alert)
    request_id, device = optional(alert, "RequestID"), optional(alert, "DeviceID")
    information, code = optional(alert, "AdditionalInformation"), one(alert, "S1SPAlertCode")
    if not value(code):
        raise MessageFault(place(code), "it is empty", "write the code")
    return S1spAlert(
        request_id=None if request_id is None else read_identification(request_id),
        device=None if device is None else eui(device, value(device), "DeviceID"),
        code=value(code),
        information=None if information is None else text(information),
        at=read_moment(one(alert, "DateTime")),
    )


def read_signed_response(signed: etree._Element, around: etree._Element) -> SignedByS1sp | Unread:
    """From a SMETS1SignedResponse and the SMETS1ResponseMessage around it, which may not contradict it."""
    _must_be_signed(signed)
    response = one(signed, "SMETS1Response")
    header = one(response, "Header")
    said = only_child(one(response, "Body"))
    device, user = _party(header, "BusinessOriginatorID"), _party(header, "BusinessTargetID")
    counter = read_number(one(header, "OriginatorCounter", MMC), LARGEST_COUNTER)
    if name(said) == "DeviceAlertMessage":
        return _device_alert(said, device, user, counter)
    if name(said) != "ResponseMessage":
        raise MessageFault(place(said), f"{quoted(name(said))} is no SMETS1 response", "give a response or an alert")
    found = _response(said, device, user, counter)
    for named in (optional_variant(around), optional_variant(header, MMC)):
        if isinstance(found, Smets1Response) and named not in (None, found.variant):
            fault = f"a response to {found.variant} that calls itself one to {named}"
            raise MessageFault(place(said), fault, "a message says one thing: mend the reference or the response")
    return found


def _response(said: etree._Element, device: str, user: str, counter: int) -> Smets1Response | Unread:
    data = optional(said, "SMETSData", MMC)
    if data is None:
        return Unread("ResponseMessage")
    answer = only_child(data, MMC)
    if name(answer) not in VARIANT_BY_RESPONSE:
        return Unread(name(answer))
    outcome = optional(answer, "ExecutionOutcome", MMC)
    variant = VARIANT_BY_RESPONSE[name(answer)]
    return Smets1Response(
        variant=variant,
        success=read_boolean(answer, "MessageSuccess"),
        device=device,
        user=user,
        counter=counter,
        outcomes=() if outcome is None else read_outcomes(outcome),
        credentials=read_held_certificates(answer),
        gas=variant in READS and optional(answer, "Gas", MMC) is not None,
    )


def _device_alert(said: etree._Element, device: str, user: str, counter: int) -> SignedByS1sp | Unread:
    content = optional(said, "DeviceAlertContent", MMC)
    if content is None:
        return Unread("DeviceAlertMessage")
    hexadecimal = optional(content, "GBCSHexAlertCode", MMC)
    code = "" if hexadecimal is None else read_hexadecimal(hexadecimal)
    at = read_moment(one(content, "Timestamp", MMC))
    outcome = _future_dated_outcome(content)
    if outcome is None or code not in (FUTURE_DATED_SUCCESS, FUTURE_DATED_FAILURE):
        description = text(one(content, "AlertDescription", MMC))
        return DeviceAlert(device, code, at, user, counter, description)
    authorising = optional(outcome, "AuthorisingRemotePartyOriginatorCounter", MMC)
    return FutureDatedAlert(
        device=device,
        success=code == FUTURE_DATED_SUCCESS,
        at=at,
        user=user,
        counter=counter,
        request_counter=None if authorising is None else read_number(authorising, LARGEST_COUNTER),
        outcomes=read_outcomes(outcome),
    )


def _future_dated_outcome(content: etree._Element) -> etree._Element | None:
    found = optional(content, "Payload", MMC)
    for wanted in (*UPDATED, "UpdateSecurityCredentialsExecutionOutcome"):
        found = None if found is None else optional(found, wanted, MMC)
    return found


def _party(header: etree._Element, wanted: str) -> str:
    found = one(header, wanted, MMC)
    return eui(found, value(found), wanted)


def _must_be_signed(element: etree._Element) -> None:
    if optional(element, "Signature", XMLDSIG) is None:
        raise MessageFault(place(element), f"{name(element)} is not signed", "have the S1SP sign it")
