"""Values that no DUIS message has a place for are refused with a mend, before anything is sent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from rulebook.vocabulary import CertificateUse, RemotePartyRole
from sut_adapters.duis import responses as duis
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.requests import encode_request
from tests.duis.codec.examples import (
    ALL,
    AT,
    DEVICE,
    ESME,
    FROM_AN_S1SP,
    FROM_THE_DSP,
    OUTCOMES,
    REPLACEMENT,
    SIGNING,
    USER,
    encoded,
    message,
    signed,
)

BEYOND = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-14)))
UNSAYABLE_REQUESTS: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown variant": ({"variant": "1.1.1"}, "no body is known here for variant '1.1.1'"),
    "a variant that is none": ({"variant": "", "signed_pre_command": b"GBCS"}, "ServiceReferenceVariant: '' is none"),
    "no EUI": ({"originator": "02-4D"}, "no identifier of a request"),
    "no target": ({"target": ""}, "no identifier of a request"),
    "a counter below 0": ({"counter": -1}, "no identifier of a request"),
    "a counter too large": ({"counter": 2**64}, "no identifier of a request"),
    "Command Variant 0": ({"command_variant": 0}, "give 1 to 9"),
    "no role": ({"role": None}, "give a Remote Party Role"),
    "no path": ({"path": ()}, "give 1 to 3"),
    "too long a path": ({"path": (SIGNING,) * 4}, "give 1 to 3"),
    "a floor too high": ({"floor": 2**63}, "not a number from 0 to 9223372036854775807"),
    "a handover without signing": (
        {"variant": "6.21", "certificates": {CertificateUse.KEY_AGREEMENT: SIGNING}},
        "a 6.21 places a digital signing certificate",
    ),
    "a join of nothing": ({"variant": "8.7.1"}, "JoinServiceCritical names another device"),
    "a join of no device": ({"variant": "8.7.1", "other_device": "none"}, "'none' is no EUI-64"),
    "a device certificate that is not there": (
        {"variant": "6.15.2", "certificates": {}, "path": ()},
        "a 6.15.2 places a certificate",
    ),
    "a join for later": ({"variant": "8.7.1", "execution": AT}, "has no time of execution"),
    "a time beyond the calendar": ({"execution": BEYOND}, "outside the calendar in UTC"),
    "no version": ({"version": "five"}, "'five' is no DUIS version"),
    "markup for a version": ({"version": '5.4" x="'}, "is no DUIS version"),
}


@pytest.mark.parametrize("what", UNSAYABLE_REQUESTS)
def test_a_request_that_cannot_be_said(what: str) -> None:
    values, fault = UNSAYABLE_REQUESTS[what]
    with pytest.raises(MessageFault) as raised:
        encode_request(replace(REPLACEMENT, **values))
    assert fault in str(raised.value)


def test_a_time_without_a_zone_is_utc() -> None:
    aware = encode_request(replace(REPLACEMENT, execution=AT))
    assert encode_request(replace(REPLACEMENT, execution=AT.replace(tzinfo=None))) == aware
    assert encode_request(replace(REPLACEMENT, execution=AT.astimezone(timezone(timedelta(hours=5))))) == aware


def test_nobody_looks_into_a_certificate_on_its_way_out() -> None:
    spoilt = replace(REPLACEMENT, certificates={CertificateUse.DIGITAL_SIGNING: b"no certificate"})
    assert b">bm8gY2VydGlmaWNhdGU=<" in encode_request(spoilt)


UNSAYABLE_MESSAGES: dict[str, tuple[duis.Message, str]] = {
    "a refusal with I0": (message(duis.Refusal("6.15.1"), "I0"), "'I0' is not the code of Refusal"),
    "an acknowledgement with E4": (message(duis.Acknowledged("6.15.1"), "E4"), "not the code of Acknowledged"),
    "success with I99": (message(duis.Success("6.15.1"), "I99"), "not the code of Success"),
    "a DCC Alert without a code": (
        replace(FROM_THE_DSP["a quarantine"], alert_code=None),
        "None with Quarantine",
    ),
    "a DCC Alert with some code": (replace(FROM_THE_DSP["a quarantine"], alert_code="X1"), "'X1' with Quarantine"),
    "an alert code with an answer": (message(duis.Success("8.2"), alert_code="N1"), "'N1' with Success"),
    "a throttled answer": (message(duis.Success("8.2"), throttled=1), "only alerts are throttled"),
    "too many throttled": (replace(FROM_THE_DSP["a quarantine"], throttled=2**32), "not a number from 0"),
    "no devices": (message(duis.Inventory(())), "0 devices"),
    "too many devices": (message(duis.Inventory((ESME,) * 18)), "18 devices"),
    "a manufacturer too long": (message(duis.Inventory((replace(ESME, manufacturer="M" * 31),))), "0 to 30 characters"),
    "half an MPAN": (message(duis.Inventory((replace(ESME, export_mpan="123"),))), "13 to 13 characters"),
    "a control character": (message(duis.Inventory((replace(ESME, model="\x00"),))), "XML cannot hold"),
    "a reference that is no number": (
        replace(FROM_THE_DSP["a quarantine"], body=duis.Quarantine(f"{USER}:{DEVICE}:1", "Q1")),
        "no whole number",
    ),
    "no credentials updated": (
        replace(
            FROM_THE_DSP["credentials updated"], body=duis.CredentialsUpdated(DEVICE, RemotePartyRole.SUPPLIER, {})
        ),
        "no certificate was updated",
    ),
    "a message of which only the name was read": (message(duis.Unread("PowerOutageEvent")), "but the name was read"),
    "a request that is none": (
        replace(FROM_THE_DSP["a refusal"], header=duis.Header("1:2:3", None, "E4", datetime.now(UTC))),
        "no identifier of a request",
    ),
}


@pytest.mark.parametrize("what", UNSAYABLE_MESSAGES)
def test_a_message_that_cannot_be_said(what: str) -> None:
    sent, fault = UNSAYABLE_MESSAGES[what]
    with pytest.raises(MessageFault) as raised:
        encoded(sent)
    assert fault in str(raised.value)


def smets1(variant: str, **said: Any) -> duis.Smets1Response:
    return duis.Smets1Response(variant, True, DEVICE, USER, 1, **said)


UNSAYABLE_BY_AN_S1SP: dict[str, tuple[duis.SignedByS1sp, str]] = {
    "an inventory": (smets1("8.2"), "no SMETS1 response is known here for variant '8.2'"),
    "outcomes of a join": (smets1("8.7.1", outcomes=OUTCOMES), "has no place for outcomes"),
    "credentials of a replacement": (
        smets1(
            "6.15.1", credentials=(duis.HeldCertificate(RemotePartyRole.SUPPLIER, CertificateUse.KEY_AGREEMENT, USER),)
        ),
        "has no place for credentials",
    ),
    "gas in a join": (smets1("8.7.1", gas=True), "has no place for gas"),
    "four outcomes": (smets1("6.15.1", outcomes=OUTCOMES * 2), "give 3 at most"),
    "an unknown status": (smets1("6.21", outcomes=(replace(OUTCOMES[0], status="fine"),)), "'fine' is none"),
    "a hash that is none": (smets1("6.15.1", outcomes=(replace(OUTCOMES[0], new_hash="*"),)), "is not base64"),
    "an alert without a code": (duis.S1spAlert(None, DEVICE, "", None, AT), "at least 1 characters"),
    "an alert code that is no hexadecimal": (duis.DeviceAlert(DEVICE, "N55", AT, USER, 1), "is no hexadecimal"),
    "too long a description": (duis.DeviceAlert(DEVICE, "8F1C", AT, USER, 1, "x" * 251), "0 to 250 characters"),
    "a device that is none": (duis.DeviceAlert("ESME", "8F1C", AT, USER, 1), "'ESME' is no EUI-64"),
    "a counter too large": (duis.DeviceAlert(DEVICE, "8F1C", AT, USER, 2**64), "not a number from 0"),
}


@pytest.mark.parametrize("what", UNSAYABLE_BY_AN_S1SP)
def test_what_an_s1sp_cannot_say(what: str) -> None:
    body, fault = UNSAYABLE_BY_AN_S1SP[what]
    with pytest.raises(MessageFault) as raised:
        duis.encode_inner(body)
    assert fault in str(raised.value)


def test_every_fault_of_encoding_names_a_mend() -> None:
    with pytest.raises(MessageFault) as raised:
        encoded(replace(ALL["a refusal"], version=""))
    assert raised.value.mend == "give one such as 5.4"
    assert encoded(ALL["a refusal"])
    assert signed(duis.encode_inner(FROM_AN_S1SP["a device alert"].body))
