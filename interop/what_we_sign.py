"""One message of every kind that this suite signs."""

from datetime import UTC, datetime
from typing import Any

from rulebook.vocabulary import CertificateUse, DeviceStatus, DeviceType, RemotePartyRole, Variant
from sut_adapters.duis import responses as duis
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.responses import alert_codes
from sut_adapters.smki.pki import TestPki

USER = "90-B3-D5-1F-30-02-00-00"
"""A Network Operator whose test key the tool carries."""

DEVICE, OTHER_DEVICE = "02-4D-50-31-30-37-D0-01", "02-4D-50-31-30-37-D0-0A"
VERSION = "5.1"
COUNTER = 20261
AT = datetime(2026, 3, 2, 9, 0, 0, 250000, tzinfo=UTC)
REQUEST_ID = f"{USER}:{DEVICE}:{COUNTER}"
OPAQUE = b"octets that nobody here reads"
NETWORK_OPERATOR, SUPPLIER = RemotePartyRole.NETWORK_OPERATOR, RemotePartyRole.SUPPLIER
COMMAND_VARIANT = {Variant.READ_INVENTORY: 8}


def requests(pki: TestPki) -> dict[str, RequestToSend]:
    """Each variant that the features send, and a Signed Pre-Command."""
    named = {f"a request {variant}": _request(pki, variant) for variant in Variant}
    replacement = Variant.UPDATE_SECURITY_CREDENTIALS_KRP
    named["a request 6.15.1 for later"] = _request(pki, replacement, execution=AT, floor=7)
    named["a request 6.15.1 to be transformed"] = _request(pki, replacement, command_variant=4)
    named["a Signed Pre-Command"] = _request(pki, replacement, command_variant=5, signed_pre_command=OPAQUE)
    return named


def from_the_dsp(pki: TestPki) -> dict[str, duis.Message]:
    """What the DSP alone signs."""
    fingerprint = duis.certificate_hash(pki.certificates["Northmoor", CertificateUse.DIGITAL_SIGNING, 1])
    esme = duis.InventoryDevice(DEVICE, DeviceType.ESME, DeviceStatus.COMMISSIONED, "SMETS1", "2000000000017", s1sp="1")
    bodies: dict[str, tuple[duis.Body, str, str | None]] = {
        "an acknowledgement": (duis.Acknowledged("6.15.1"), "I99", None),
        "success without data": (duis.Success("8.2"), "I0", None),
        "a refusal": (duis.Refusal("6.15.1"), "E4", None),
        "an inventory": (duis.Inventory((esme, duis.InventoryDevice(OTHER_DEVICE, DeviceType.GPF))), "I0", None),
        "a Pre-Command": (duis.PreCommand("6.15.1", OPAQUE), "I0", None),
        "a SMETS2 response": (duis.DeviceResponse("6.15.1", OPAQUE), "I0", None),
        "a SMETS2 device alert": (duis.Smets2DeviceAlert("8F1C", OPAQUE), "I0", None),
        "a SMETS2 future-dated alert": (duis.Smets2FutureDatedAlert("6.15.1", True, OPAQUE), "I0", None),
        "a quarantine": (duis.Quarantine(REQUEST_ID, "20260302000000000001"), "I0", alert_codes.QUARANTINE),
        "a command failure": (duis.CommandFailure(REQUEST_ID, DEVICE), "I0", alert_codes.COMMAND_FAILURE),
        "credentials updated": (
            duis.CredentialsUpdated(DEVICE, NETWORK_OPERATOR, dict.fromkeys(CertificateUse, fingerprint)),
            "I0",
            alert_codes.CREDENTIALS_UPDATED,
        ),
    }
    return {name: _message(body, code, alert_code) for name, (body, code, alert_code) in bodies.items()}


def from_an_s1sp(pki: TestPki) -> dict[str, duis.Message]:
    """What an S1SP signs, within a message that the DSP signs."""
    fingerprint = duis.certificate_hash(pki.certificates["Northmoor", CertificateUse.DIGITAL_SIGNING, 1])
    outcomes = tuple(
        duis.SlotOutcome(NETWORK_OPERATOR, use, "success", USER, fingerprint, USER, fingerprint)
        for use in CertificateUse
    )
    held = tuple(
        duis.HeldCertificate(role, use, USER, fingerprint)
        for role in (SUPPLIER, NETWORK_OPERATOR)
        for use in CertificateUse
    )
    refused = duis.S1spAlert(REQUEST_ID, DEVICE, "S1VE64", "the credential  held is another's", AT)
    return {
        **{f"a SMETS1 response {variant}": _smets1(variant) for variant in Variant if variant != "8.2"},
        "a SMETS1 response 6.15.1 with outcomes": _smets1("6.15.1", outcomes=outcomes),
        "a SMETS1 response 6.15.1 that failed": _smets1("6.15.1", success=False),
        "a SMETS1 response 6.21 with outcomes": _smets1("6.21", outcomes=outcomes),
        "a SMETS1 response 6.24.1 with credentials": _smets1("6.24.1", credentials=held),
        "a SMETS1 response 4.10 of a gas device": _smets1("4.10", gas=True),
        "an S1SP Alert": _message(refused, "I0", alert_codes.S1SP_ALERT),
        "an S1SP Alert without a RequestID": _message(
            duis.S1spAlert(None, DEVICE, "S1VE4", None, AT), "I0", alert_codes.S1SP_ALERT
        ),
        "a SMETS1 device alert": _message(duis.DeviceAlert(DEVICE, "8F1C", AT, USER, 17, "Tamper"), "I0", None),
        "a SMETS1 future-dated alert": _message(
            duis.FutureDatedAlert(DEVICE, True, AT, USER, 18, COUNTER, outcomes), "I0", None
        ),
    }


def _request(pki: TestPki, variant: Variant, command_variant: int | None = None, **said: Any) -> RequestToSend:
    joins = variant in (Variant.JOIN_SERVICE_CRITICAL, Variant.JOIN_SERVICE_NON_CRITICAL)
    return RequestToSend(
        originator=USER,
        target=DEVICE,
        counter=COUNTER,
        variant=variant,
        command_variant=command_variant or COMMAND_VARIANT.get(variant, 1),
        role=NETWORK_OPERATOR,
        certificates={use: pki.certificates["Northmoor", use, 1] for use in CertificateUse},
        path=(pki.credentials["smki/issuing"].der,),
        other_device=OTHER_DEVICE if joins or variant is Variant.RESTORE_GPF_DEVICE_LOG else None,
        version=VERSION,
        **said,
    )


def _smets1(variant: str, *, success: bool = True, **said: Any) -> duis.Message:
    return _message(duis.Smets1Response(variant, success, DEVICE, USER, COUNTER, **said), "I0", None)


def _message(body: duis.Body, code: str, alert_code: str | None) -> duis.Message:
    header = duis.Header(REQUEST_ID, duis.response_id(REQUEST_ID), code, AT)
    return duis.Message(header, body, alert_code, version=VERSION)
