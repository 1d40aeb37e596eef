"""What the DSP itself says, from XML."""

from lxml import etree

from sut_adapters.duis.base64_text import read_octets
from sut_adapters.duis.credentials import remote_party_role
from sut_adapters.duis.elements import children, name, one, only_child, place, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.header import eui
from sut_adapters.duis.references import read_identification, read_variant
from sut_adapters.duis.responses.bodies import (
    Acknowledged,
    Breach,
    CommandFailure,
    CredentialsUpdated,
    DeviceResponse,
    PreCommand,
    Quarantine,
    Refusal,
    Smets2DeviceAlert,
    Smets2FutureDatedAlert,
    Success,
    Unread,
)
from sut_adapters.duis.responses.consistency import ACKNOWLEDGEMENT, REFUSED, SUCCESS
from sut_adapters.duis.responses.inventory import read_inventory
from sut_adapters.duis.responses.message import Answer, DccAlert
from sut_adapters.duis.responses.tables import FUTURE_DATED_FAILURE, FUTURE_DATED_SUCCESS, USE_BY_CERTIFICATE_TYPE
from sut_adapters.duis.responses.values import read_hash, read_hexadecimal, read_number, read_reference, text

LARGEST_SHORT = 2**16 - 1
REFERENCES = ("ServiceReference", "ServiceReferenceVariant")


def read_response_message(message: etree._Element, code: str) -> Answer | Unread:
    """From a ResponseMessage; `code` is the Header's, which alone tells an acknowledgement from a refusal."""
    one(message, "ServiceReference")
    variant = read_variant(message)
    held = [child for child in message if name(child) not in REFERENCES]
    if not held:
        return _without_data(variant, code)
    if len(held) > 1:
        raise MessageFault(place(held[1]), f"a second answer beside {name(held[0])}", "leave one")
    return _with_data(variant, one(message, name(held[0])))


def read_smets2_device_alert(message: etree._Element) -> Smets2DeviceAlert:
    """From a DeviceAlertMessage, which is GBCS."""
    return Smets2DeviceAlert(read_hexadecimal(one(message, "AlertCode")), read_octets(one(message, "GBCSPayload")))


def read_dcc_alert(alert: etree._Element) -> DccAlert | Unread:
    """From the one element within a DCCAlert."""
    match name(alert):
        case "QuarantinedRequest":
            return _quarantine(only_child(alert))
        case "CommandFailure":
            failed = read_identification(one(alert, "CommandRequestID"))
            return CommandFailure(failed, _device(alert))
        case "SecurityCredentialsUpdated":
            certificates = children(alert, "Certificates")
            found = {value(one(held, "CertificateType")): one(held, "CertificateHash") for held in certificates}
            hashes = {
                USE_BY_CERTIFICATE_TYPE[kind]: read_hash(held)
                for kind, held in found.items()
                if kind in USE_BY_CERTIFICATE_TYPE
            }
            return CredentialsUpdated(_device(alert), remote_party_role(one(alert, "RemotePartyRole")), hashes)
        case other:
            return Unread(other)


def _without_data(variant: str, code: str) -> Answer | Unread:
    if REFUSED.fullmatch(code):
        return Refusal(variant)
    by_code: dict[str, Answer] = {ACKNOWLEDGEMENT: Acknowledged(variant), SUCCESS: Success(variant)}
    return by_code.get(code, Unread("ResponseMessage"))


def _with_data(variant: str, held: etree._Element) -> Answer | Unread:
    match name(held):
        case "DSPInventory":
            return read_inventory(held, variant)
        case "PreCommand":
            version = text(one(held, "GBCSVersion"))
            return PreCommand(variant, read_octets(one(held, "GBCSPayload")), version)
        case "GBCSPayload":
            return DeviceResponse(variant, read_octets(held))
        case "FutureDatedDeviceAlertMessage":
            return Smets2FutureDatedAlert(
                variant=variant,
                success=_success(one(held, "FutureDatedAlertCode")),
                payload=read_octets(one(held, "GBCSPayload")),
                instruction=read_number(one(held, "InstructionNumber"), LARGEST_SHORT),
                instructions=read_number(one(held, "TotalCommandInstructions"), LARGEST_SHORT),
            )
        case other:
            return Unread(other)


def _quarantine(breach: etree._Element) -> Quarantine:
    if name(breach) not in list(Breach):
        raise MessageFault(place(breach), f"{quoted(name(breach))} is no breach", f"write one of {', '.join(Breach)}")
    reference = read_reference(one(breach, "QuarantineEventRef"))
    return Quarantine(read_identification(one(breach, "RequestID")), reference, Breach(name(breach)))


def _success(code: etree._Element) -> bool:
    said = read_hexadecimal(code)
    if said not in (FUTURE_DATED_SUCCESS, FUTURE_DATED_FAILURE):
        mend = f"write {FUTURE_DATED_SUCCESS} or {FUTURE_DATED_FAILURE}"
        raise MessageFault(place(code), f"{quoted(said)} is not how a future-dated command ends", mend)
    return said == FUTURE_DATED_SUCCESS


def _device(alert: etree._Element) -> str:
    found = one(alert, "DeviceID")
    return eui(found, value(found), "DeviceID")
