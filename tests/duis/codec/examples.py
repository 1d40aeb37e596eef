"""One message of every kind, and the certificates of the example request."""

import re
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from rulebook.vocabulary import CertificateUse, DeviceStatus, DeviceType, RemotePartyRole, Variant
from sut_adapters.duis import responses as duis
from sut_adapters.duis.elements import XMLDSIG
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.responses import alert_codes

EXAMPLE = Path(__file__).parents[3] / "examples" / "southfell_places_northmoor.xml"
SIGNING, AGREEMENT, PATH = map(b64decode, re.findall(r"Certificate>(MII[^<]+)<", EXAMPLE.read_text(encoding="utf-8")))

USER = "02-4D-50-31-30-37-00-02"
NEW_OWNER = "02-4D-50-31-30-37-00-01"
DEVICE = "02-4D-50-31-30-37-D0-01"
OTHER_DEVICE = "02-4D-50-31-30-37-D0-0A"
AT = datetime(2026, 3, 2, 9, 0, 0, 250000, tzinfo=UTC)
COUNTER = 20261
REQUEST_ID = f"{USER}:{DEVICE}:{COUNTER}"
HASH = duis.certificate_hash(SIGNING)

SIGNATURE = f"""<ds:Signature xmlns:ds="{XMLDSIG}"><ds:SignedInfo>\
<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>\
<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/><ds:Reference URI="">\
<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>AAAA</ds:DigestValue>\
</ds:Reference></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>"""

BOTH = {CertificateUse.DIGITAL_SIGNING: SIGNING, CertificateUse.KEY_AGREEMENT: AGREEMENT}
REPLACEMENT = RequestToSend(
    originator=USER,
    target=DEVICE,
    counter=COUNTER,
    variant=Variant.UPDATE_SECURITY_CREDENTIALS_KRP,
    command_variant=1,
    role=RemotePartyRole.NETWORK_OPERATOR,
    certificates=BOTH,
    path=(PATH,),
    floor=7,
)

OUTCOMES = tuple(
    duis.SlotOutcome(RemotePartyRole.NETWORK_OPERATOR, use, "success", USER, HASH, NEW_OWNER, HASH)
    for use in CertificateUse
)
HELD = tuple(
    duis.HeldCertificate(role, use, USER, HASH)
    for role in (RemotePartyRole.SUPPLIER, RemotePartyRole.NETWORK_OPERATOR)
    for use in CertificateUse
)
ESME = duis.InventoryDevice(
    DEVICE, DeviceType.ESME, DeviceStatus.COMMISSIONED, "SMETS1", "2000000000017", "2000000000025", "S1SP2", "M", "1",
    "SMETS1",
)  # fmt: skip


def message(body: duis.Body, code: str = "I0", alert_code: str | None = None, throttled: int = 0) -> duis.Message:
    """A message in answer to REQUEST_ID."""
    header = duis.Header(REQUEST_ID, duis.response_id(REQUEST_ID), code, AT)
    return duis.Message(header, body, alert_code, throttled)


def smets1(variant: Variant, *, success: bool = True, **said: Any) -> duis.Message:
    """A SMETS1 response to it."""
    return message(duis.Smets1Response(variant, success, DEVICE, USER, COUNTER, **said))


FROM_THE_DSP = {
    "an acknowledgement": message(duis.Acknowledged("6.15.1"), "I99"),
    "success without data": message(duis.Success("8.2")),
    "a refusal": message(duis.Refusal("6.15.1"), "E4"),
    "no response in time": message(duis.Refusal("6.15.1"), "E21"),
    "an inventory": message(duis.Inventory((ESME, duis.InventoryDevice(OTHER_DEVICE, DeviceType.GPF)))),
    "a Pre-Command": message(duis.PreCommand("6.15.1", b"GBCS")),
    "a SMETS2 response": message(duis.DeviceResponse("6.15.1", b"GBCS")),
    "a SMETS2 device alert": message(duis.Smets2DeviceAlert("8F1C", b"GBCS"), throttled=3),
    "a SMETS2 future-dated alert": message(duis.Smets2FutureDatedAlert("6.15.1", False, b"GBCS", 1, 2)),
    "a quarantine": message(duis.Quarantine(REQUEST_ID, "20260302000000000001"), alert_code=alert_codes.QUARANTINE),
    "a command failure": message(duis.CommandFailure(REQUEST_ID, DEVICE), alert_code=alert_codes.COMMAND_FAILURE),
    "credentials updated": message(
        duis.CredentialsUpdated(DEVICE, RemotePartyRole.NETWORK_OPERATOR, dict.fromkeys(CertificateUse, HASH)),
        alert_code=alert_codes.CREDENTIALS_UPDATED,
    ),
}
FROM_AN_S1SP = {
    "a replacement": smets1(Variant.UPDATE_SECURITY_CREDENTIALS_KRP, outcomes=OUTCOMES),
    "a failed replacement": smets1(Variant.UPDATE_SECURITY_CREDENTIALS_KRP, success=False),
    "a handover": smets1(Variant.REQUEST_HANDOVER, outcomes=OUTCOMES),
    "credentials": smets1(Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS, credentials=HELD),
    "a device's own credentials": smets1(Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE),
    "a critical join": smets1(Variant.JOIN_SERVICE_CRITICAL),
    "a failed join": smets1(Variant.JOIN_SERVICE_NON_CRITICAL, success=False),
    "a restored log": smets1(Variant.RESTORE_GPF_DEVICE_LOG),
    "electricity registers": smets1(Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS),
    "gas network data": smets1(Variant.READ_NETWORK_DATA, gas=True),
    "an S1SP Alert": message(
        duis.S1spAlert(REQUEST_ID, DEVICE, "S1VE64", "the credential  held is another's\n", AT),
        alert_code=alert_codes.S1SP_ALERT,
        throttled=2,
    ),
    "an S1SP Alert about nothing in particular": message(
        duis.S1spAlert(None, None, "S1VE4", None, AT), alert_code=alert_codes.S1SP_ALERT
    ),
    "a device alert": message(duis.DeviceAlert(DEVICE, "8F1C", AT, USER, 17, "Tamper"), throttled=1),
    "a future-dated alert": message(duis.FutureDatedAlert(DEVICE, True, AT, USER, 18, COUNTER, OUTCOMES)),
}
ALL = FROM_THE_DSP | FROM_AN_S1SP


def signed(inner: bytes) -> bytes:
    """The element with a Signature that fits the schema and signs nothing."""
    root = etree.fromstring(inner)
    root.append(etree.fromstring(SIGNATURE))
    return etree.tostring(root)


def encoded(sent: duis.Message) -> bytes:
    """As it would go out, but for the DSP's own signature."""
    body = sent.body
    inner = signed(duis.encode_inner(body)) if isinstance(body, duis.SignedByS1sp) else None
    return duis.encode(sent, inner)
