"""The body of each Service Request that the suite sends."""

from collections.abc import Callable
from datetime import UTC, datetime

from rulebook.vocabulary import HIGHEST_FLOOR, CertificateUse, RemotePartyRole, Variant
from sut_adapters.duis.base64_text import written
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.markup import NOTHING, Markup, element, identifier, leaf, moment, number
from sut_adapters.duis.request_to_send import RequestToSend

LOG_PERIOD = (datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 1, 2, tzinfo=UTC))
"""What a 4.10 reads: that it is answered matters here, what it reads does not."""
LONGEST_PATH = 3
ELEMENT_BY_USE = {
    CertificateUse.DIGITAL_SIGNING: "sr:DigitalSigningCertificate",
    CertificateUse.KEY_AGREEMENT: "sr:KeyAgreementCertificate",
}


def body(request: RequestToSend) -> Markup:
    """The one element within Body; raises MessageFault where the request lacks what it has to say."""
    if request.variant not in BODY_BY_VARIANT:
        fault = f"no body is known here for variant {quoted(request.variant)}"
        raise MessageFault("", fault, f"send one of {', '.join(BODY_BY_VARIANT)}")
    if request.execution is not None and request.variant not in FUTURE_DATABLE:
        fault = f"a request of variant {request.variant} has no time of execution"
        raise MessageFault("element sr:ExecutionDateTime", fault, "leave it out")
    return BODY_BY_VARIANT[Variant(request.variant)](request)


def signed_pre_command(request: RequestToSend) -> Markup:
    """The body of a Signed Pre-Command, whatever its variant."""
    payload = leaf("sr:GBCSPayload", written(request.signed_pre_command or b""))
    return element("sr:SignedPreCommand", _execution(request), payload)


def _update_security_credentials_krp(request: RequestToSend) -> Markup:
    certificates = element("sr:SupplierOrNetworkOperatorCertificates", _certificates(request))
    return _replacement("sr:UpdateSecurityCredentialsKRP", request, certificates)


def _request_handover(request: RequestToSend) -> Markup:
    if CertificateUse.DIGITAL_SIGNING not in request.certificates:
        raise _missing("a 6.21 places a digital signing certificate", "give one")
    return _replacement("sr:RequestHandoverOfDCCControlledDevice", request, _certificates(request))


def _replacement(name: str, request: RequestToSend, certificates: Markup) -> Markup:
    if request.role is None:
        raise _missing("it does not say whose credentials it replaces", "give a Remote Party Role")
    if not 1 <= len(request.path) <= LONGEST_PATH:
        raise _missing(f"{len(request.path)} certificates in the path", f"give 1 to {LONGEST_PATH}")
    return element(
        name,
        _execution(request),
        leaf("sr:RemotePartyRole", request.role),
        NOTHING if request.floor is None else number("sr:RemotePartyFloorSeqNumber", request.floor, HIGHEST_FLOOR),
        element("sr:ReplacementCertificates", certificates),
        element("sr:CertificationPathCertificates", *(leaf("sr:Certificate", written(der)) for der in request.path)),
        leaf("sr:ApplyTimeBasedCPVChecks", "true"),
    )


def _certificates(request: RequestToSend) -> Markup:
    held = request.certificates
    return Markup("".join(leaf(name, written(held[use])) for use, name in ELEMENT_BY_USE.items() if use in held))


def _update_security_credentials_device(request: RequestToSend) -> Markup:
    held = (*request.certificates.values(), *request.path)
    if not held:
        raise _missing("a 6.15.2 places a certificate", "give one, or a path")
    return element("sr:UpdateSecurityCredentialsDevice", leaf("sr:DeviceCertificate", written(held[0])))


def _retrieve_device_security_credentials(request: RequestToSend) -> Markup:
    asked = (request.role,) if request.role else (RemotePartyRole.SUPPLIER, RemotePartyRole.NETWORK_OPERATOR)
    roles = (leaf("sr:RemotePartyRole", role) for role in asked)
    return element("sr:RetrieveDeviceSecurityCredentialsKRP", *roles)


def _read_inventory(request: RequestToSend) -> Markup:
    return element("sr:ReadInventory", identifier("sr:DeviceID", request.other_device or request.target))


def _read_instantaneous_import_registers(request: RequestToSend) -> Markup:
    return element("sr:ReadInstantaneousImportRegisters", _execution(request))


def _read_network_data(request: RequestToSend) -> Markup:
    start, end = LOG_PERIOD
    period = element("sr:ReadLogPeriod", moment("sr:StartDateTime", start), moment("sr:EndDateTime", end))
    return element("sr:ReadNetworkData", _execution(request), period)


def _naming(body_name: str, device_name: str) -> Callable[[RequestToSend], Markup]:
    """A body that says nothing but which other device is meant."""

    def written_out(request: RequestToSend) -> Markup:
        if request.other_device is None:
            raise _missing(f"{body_name} names another device", "give one")
        return element(body_name, identifier(device_name, request.other_device))

    return written_out


def _execution(request: RequestToSend) -> Markup:
    return NOTHING if request.execution is None else moment("sr:ExecutionDateTime", request.execution)


def _missing(fault: str, mend: str) -> MessageFault:
    return MessageFault("", fault, mend)


BODY_BY_VARIANT = {
    Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS: _read_instantaneous_import_registers,
    Variant.READ_NETWORK_DATA: _read_network_data,
    Variant.UPDATE_SECURITY_CREDENTIALS_KRP: _update_security_credentials_krp,
    Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE: _update_security_credentials_device,
    Variant.REQUEST_HANDOVER: _request_handover,
    Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS: _retrieve_device_security_credentials,
    Variant.READ_INVENTORY: _read_inventory,
    Variant.JOIN_SERVICE_CRITICAL: _naming("sr:JoinServiceCritical", "sr:OtherDeviceID"),
    Variant.JOIN_SERVICE_NON_CRITICAL: _naming("sr:JoinServiceNonCritical", "sr:OtherDeviceID"),
    Variant.RESTORE_GPF_DEVICE_LOG: _naming("sr:RestoreGPFDeviceLog", "sr:OldGPFID"),
}
FUTURE_DATABLE = frozenset(
    {
        Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS,
        Variant.READ_NETWORK_DATA,
        Variant.UPDATE_SECURITY_CREDENTIALS_KRP,
        Variant.REQUEST_HANDOVER,
    }
)
