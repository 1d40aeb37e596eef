"""What an S1SP says, as the element that it signs."""

from rulebook.vocabulary import Variant
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.header import LARGEST_COUNTER
from sut_adapters.duis.markup import NOTHING, Markup, element, hexadecimal, identifier, leaf, moment, number, root
from sut_adapters.duis.references import identification, service_reference
from sut_adapters.duis.responses.slots import execution_outcome, held_certificate, status
from sut_adapters.duis.responses.smets1 import (
    DeviceAlert,
    FutureDatedAlert,
    S1spAlert,
    SlotOutcome,
    Smets1Response,
)
from sut_adapters.duis.responses.tables import (
    FUTURE_DATED_FAILURE,
    FUTURE_DATED_SUCCESS,
    READS,
    REPLACING,
    RESPONSE_BY_VARIANT,
)

LONGEST_DESCRIPTION = 250


def alert_element(body: S1spAlert, version: str) -> Markup:
    """An S1SPAlert."""
    return root(
        "sr:S1SPAlert",
        version,
        NOTHING if body.request_id is None else identification("sr:RequestID", body.request_id),
        NOTHING if body.device is None else identifier("sr:DeviceID", body.device),
        leaf("sr:S1SPAlertCode", body.code, shortest=1),
        NOTHING if body.information is None else leaf("sr:AdditionalInformation", body.information),
        moment("sr:DateTime", body.at),
    )


def signed_response_element(body: Smets1Response | DeviceAlert | FutureDatedAlert, version: str) -> Markup:
    """A SMETS1SignedResponse."""
    if isinstance(body, Smets1Response):
        named, said = service_reference("ra", body.variant), _response_message(body)
    else:
        named, said = NOTHING, _device_alert_message(body)
    header = element(
        "sr:Header",
        identifier("ra:BusinessOriginatorID", body.device),
        identifier("ra:BusinessTargetID", body.user),
        number("ra:OriginatorCounter", body.counter, LARGEST_COUNTER),
        named,
    )
    return root("sr:SMETS1SignedResponse", version, element("sr:SMETS1Response", header, element("sr:Body", said)))


def _response_message(body: Smets1Response) -> Markup:
    if body.variant not in RESPONSE_BY_VARIANT:
        fault = f"no SMETS1 response is known here for variant {quoted(body.variant)}"
        raise MessageFault("", fault, f"give one of {', '.join(RESPONSE_BY_VARIANT)}")
    _check_place(body)
    name = f"ra:{RESPONSE_BY_VARIANT[Variant(body.variant)]}"
    succeeded = {"MessageSuccess": "true" if body.success else "false"}
    data = element("ra:SMETSData", element(name, _said(body), attributes=succeeded))
    return element("sr:ResponseMessage", data)


def _check_place(body: Smets1Response) -> None:
    misplaced = {
        "outcomes": body.outcomes and body.variant not in REPLACING,
        "credentials": body.credentials and body.variant != Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS,
        "gas": body.gas and body.variant not in READS,
    }
    for what, wrong in misplaced.items():
        if wrong:
            raise MessageFault("", f"a response to {body.variant} has no place for {what}", "leave them out")


def _said(body: Smets1Response) -> Markup:
    match body.variant:
        case Variant.UPDATE_SECURITY_CREDENTIALS_KRP | Variant.REQUEST_HANDOVER:
            return execution_outcome("ra:ExecutionOutcome", body.outcomes, body.counter) if body.outcomes else NOTHING
        case Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS:
            return Markup("".join(map(held_certificate, body.credentials)))
        case Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE:
            return status("ra:UpdateSecurityCredentialsResponseCode", "success" if body.success else "other")
        case Variant.JOIN_SERVICE_CRITICAL | Variant.JOIN_SERVICE_NON_CRITICAL:
            return status("ra:joinResponseCode", "success" if body.success else "other")
        case Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS | Variant.READ_NETWORK_DATA:
            return element("ra:Gas" if body.gas else "ra:Electricity")
        case _:
            return NOTHING


def _device_alert_message(body: DeviceAlert | FutureDatedAlert) -> Markup:
    if isinstance(body, DeviceAlert):
        code, description, held = body.alert_code, body.description, NOTHING
    else:
        code = FUTURE_DATED_SUCCESS if body.success else FUTURE_DATED_FAILURE
        description = f"Future-dated command {'executed' if body.success else 'not executed'}"
        held = _future_dated(body.outcomes, body.request_counter)
    content = element(
        "ra:DeviceAlertContent",
        hexadecimal("ra:GBCSHexAlertCode", code),
        leaf("ra:AlertDescription", description, longest=LONGEST_DESCRIPTION),
        moment("ra:Timestamp", body.at),
        held,
    )
    return element("sr:DeviceAlertMessage", content)


def _future_dated(outcomes: tuple[SlotOutcome, ...], request_counter: int | None) -> Markup:
    outcome = execution_outcome("ra:UpdateSecurityCredentialsExecutionOutcome", outcomes, request_counter)
    alert = element("ra:UpdateSecurityCredentialsDeviceAlert", outcome)
    return element("ra:Payload", element("ra:FutureDatedCommandOutcomeDeviceAlert", alert))
