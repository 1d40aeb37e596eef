"""A DUIS Request from bytes to values: what it says, in the words of the Code."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from rulebook.vocabulary import Certificate, CertificateUse, ServiceRequest, Variant
from sut_adapters.duis.base64_text import read_octets
from sut_adapters.duis.credentials import (
    Credentials,
    check_certificates,
    path_octets,
    read_credentials,
    replacement_octets,
)
from sut_adapters.duis.elements import DUIS, XMLDSIG, name, one, only_child, optional, place, value
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.header import Header, eui, read_header
from sut_adapters.duis.moments import read_moment
from sut_adapters.duis.secure_xml import parse

BODY_BY_VARIANT = {
    Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS: "ReadInstantaneousImportRegisters",
    Variant.READ_NETWORK_DATA: "ReadNetworkData",
    Variant.UPDATE_SECURITY_CREDENTIALS_KRP: "UpdateSecurityCredentialsKRP",
    Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE: "UpdateSecurityCredentialsDevice",
    Variant.REQUEST_HANDOVER: "RequestHandoverOfDCCControlledDevice",
    Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS: "RetrieveDeviceSecurityCredentialsKRP",
    Variant.READ_INVENTORY: "ReadInventory",
    Variant.JOIN_SERVICE_CRITICAL: "JoinServiceCritical",
    Variant.JOIN_SERVICE_NON_CRITICAL: "JoinServiceNonCritical",
    Variant.RESTORE_GPF_DEVICE_LOG: "RestoreGPFDeviceLog",
}
REPLACES_CREDENTIALS = frozenset(
    {BODY_BY_VARIANT[Variant.UPDATE_SECURITY_CREDENTIALS_KRP], BODY_BY_VARIANT[Variant.REQUEST_HANDOVER]}
)
OTHER_DEVICE = ("OtherDeviceID", "OldGPFID")
SIGNED_PRE_COMMAND = "SignedPreCommand"


@dataclass(frozen=True, slots=True)
class DuisRequest:
    """One Service Request as it stands in XML. `has_signature` says that there is one, not that it is good.

    `looked_up` is the device that an 8.2 asks for; `certificates` and `path` the DER of the replacement certificates
    that `credentials` tells of, and of the path; `pre_command` the GBCS octets of a Signed Pre-Command.
    """

    header: Header
    body: str
    credentials: Credentials | None
    other_device: str | None
    execution: datetime | None
    schema_version: str
    has_signature: bool
    looked_up: str | None = None
    certificates: Mapping[CertificateUse, bytes] = field(default_factory=dict)
    path: tuple[bytes, ...] = ()
    pre_command: bytes | None = None


def read_request(document: bytes, variants: Collection[str], *, pre_commands: bool = False) -> DuisRequest:
    """`variants` are the Service Reference Variants that there are; raises MessageFault for anything but a Request.

    A Signed Pre-Command, which says nothing outside its payload, is read only where `pre_commands` says so.
    """
    root = parse(document)
    _must_be_a_request(root)
    header = read_header(root, variants)
    body = only_child(one(root, "Body"))
    _must_belong(body, header.variant, pre_commands)
    check_certificates(body)
    replaces = name(body) in REPLACES_CREDENTIALS
    return DuisRequest(
        header=header,
        body=name(body),
        credentials=read_credentials(body) if replaces else None,
        other_device=_other_device(body),
        execution=_execution(optional(body, "ExecutionDateTime")),
        schema_version=root.get("schemaVersion", ""),
        has_signature=optional(root, "Signature", XMLDSIG) is not None,
        looked_up=_looked_up(body),
        certificates=replacement_octets(body) if replaces else {},
        path=path_octets(body) if replaces else (),
        pre_command=read_octets(one(body, "GBCSPayload")) if name(body) == SIGNED_PRE_COMMAND else None,
    )


def as_service_request(request: DuisRequest, now: datetime) -> ServiceRequest:
    """The same in the vocabulary, parties and devices by normalised EUI; future-dated if it is for after `now`."""
    credentials = request.credentials
    return ServiceRequest(
        variant=request.header.variant,
        sender=request.header.originator,
        target=request.looked_up or request.header.target,
        role=credentials.role if credentials else None,
        certificates=tuple(
            Certificate(certificate.entity_identifier, use)
            for use, certificate in (credentials.replacements if credentials else ())
        ),
        other_device=request.other_device,
        future_dated=request.execution is not None and request.execution > now,
        floor=credentials.floor if credentials else None,
        command_variant=request.header.command_variant,
    )


def _must_be_a_request(root: etree._Element) -> None:
    qualified = etree.QName(root)
    if qualified.namespace != DUIS:
        fault = f"the root element {quoted(qualified.localname)} is not in the DUIS namespace {DUIS}"
        raise MessageFault(f"line {root.sourceline}", fault, "give a DUIS Service Request")
    if qualified.localname != "Request":
        fault = f"a DUIS {quoted(qualified.localname)}, not a Request"
        raise MessageFault(f"line {root.sourceline}", fault, "give the Service Request itself")


def _must_belong(body: etree._Element, variant: str, pre_commands: bool) -> None:
    if name(body) == SIGNED_PRE_COMMAND:
        if pre_commands:
            return
        mend = "give the Service Request that it was made from"
        raise MessageFault(place(body), "a Signed Pre-Command, whose payload is not read here", mend)
    owner = next((known for known, element in BODY_BY_VARIANT.items() if element == name(body)), variant)
    expected = BODY_BY_VARIANT.get(Variant(variant)) if variant in BODY_BY_VARIANT else None
    if owner != variant or expected not in (None, name(body)):
        fault = f"{quoted(name(body))} is not the body of variant {variant}"
        raise MessageFault(place(body), fault, f"write {expected}" if expected else f"or did you mean variant {owner}?")


def _other_device(body: etree._Element) -> str | None:
    for wanted in OTHER_DEVICE:
        if (element := optional(body, wanted)) is not None:
            return eui(element, value(element), wanted)
    return None


def _looked_up(body: etree._Element) -> str | None:
    if name(body) != BODY_BY_VARIANT[Variant.READ_INVENTORY]:
        return None
    element = optional(body, "DeviceID")
    return None if element is None else eui(element, value(element), "DeviceID")


def _execution(element: etree._Element | None) -> datetime | None:
    return None if element is None else read_moment(element)
