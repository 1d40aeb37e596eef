"""What the DSP itself says, as XML: the answers to requests, and its alerts."""

from sut_adapters.duis.base64_text import written
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.markup import NOTHING, Markup, element, identifier, leaf, number
from sut_adapters.duis.references import identification, service_reference
from sut_adapters.duis.responses.bodies import (
    Acknowledged,
    CommandFailure,
    CredentialsUpdated,
    DeviceResponse,
    Inventory,
    PreCommand,
    Quarantine,
    Refusal,
    Smets2FutureDatedAlert,
    Success,
)
from sut_adapters.duis.responses.inventory import inventory
from sut_adapters.duis.responses.message import Answer, DccAlert
from sut_adapters.duis.responses.tables import (
    CERTIFICATE_TYPE,
    FUTURE_DATED_FAILURE,
    FUTURE_DATED_SUCCESS,
    REFERENCE,
    hash_element,
)

LARGEST_SHORT = 2**16 - 1


def response_message(body: Answer) -> Markup:
    """A ResponseMessage."""
    return element("sr:ResponseMessage", service_reference("sr", body.variant), _payload(body))


def dcc_alert(body: DccAlert) -> Markup:
    """The one element within a DCCAlert."""
    match body:
        case Quarantine(request_id, reference, breach):
            if not REFERENCE.fullmatch(reference):
                fault = f"{quoted(reference)} is no whole number of at most 20 digits"
                raise MessageFault("element sr:QuarantineEventRef", fault, "give one")
            held = identification("sr:RequestID", request_id), leaf("sr:QuarantineEventRef", reference)
            return element("sr:QuarantinedRequest", element(f"sr:{breach}", *held))
        case CommandFailure(request_id, device):
            failed = identification("sr:CommandRequestID", request_id)
            return element("sr:CommandFailure", failed, identifier("sr:DeviceID", device))
        case CredentialsUpdated(device, role, hashes):
            if not hashes:
                raise MessageFault("element sr:Certificates", "no certificate was updated", "give at least one")
            certificates = (
                element(
                    "sr:Certificates",
                    leaf("sr:CertificateType", CERTIFICATE_TYPE[use]),
                    hash_element("sr:CertificateHash", hashes[use]),
                )
                for use in sorted(hashes)
            )
            named = identifier("sr:DeviceID", device), leaf("sr:RemotePartyRole", role)
            return element("sr:SecurityCredentialsUpdated", *named, *certificates)


def payload(octets: bytes) -> Markup:
    """GBCS octets."""
    return leaf("sr:GBCSPayload", written(octets))


def _payload(body: Answer) -> Markup:
    match body:
        case Acknowledged() | Success() | Refusal():
            return NOTHING
        case Inventory() as found:
            return inventory(found)
        case PreCommand(payload=octets, gbcs_version=version):
            return element("sr:PreCommand", leaf("sr:GBCSVersion", version), payload(octets))
        case DeviceResponse(payload=octets):
            return payload(octets)
        case Smets2FutureDatedAlert(success=success, payload=octets, instruction=instruction, instructions=total):
            return element(
                "sr:FutureDatedDeviceAlertMessage",
                leaf("sr:FutureDatedAlertCode", FUTURE_DATED_SUCCESS if success else FUTURE_DATED_FAILURE),
                payload(octets),
                number("sr:InstructionNumber", instruction, LARGEST_SHORT),
                number("sr:TotalCommandInstructions", total, LARGEST_SHORT),
            )
