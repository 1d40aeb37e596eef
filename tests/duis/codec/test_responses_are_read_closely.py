"""What a Response says, and what it may not say at once."""

import pytest

from sut_adapters.duis import responses as duis
from sut_adapters.duis.elements import DUIS, MMC
from sut_adapters.duis.fault import MessageFault
from tests.duis.codec.examples import DEVICE, FROM_AN_S1SP, FROM_THE_DSP, REQUEST_ID, encoded

GENUINE_REFUSAL = f"""<?xml version="1.0"?>
<sr:Response xmlns:sr="{DUIS}" schemaVersion="5.1">
  <sr:Header>
    <sr:RequestID>90-b3-d5-1f-30-01-00-00:00-DB-12-34-56-78-90-a0:1000</sr:RequestID>
    <sr:ResponseCode>E65</sr:ResponseCode>
    <sr:ResponseDateTime>2021-11-01T10:11:12.345+01:00</sr:ResponseDateTime>
  </sr:Header>
  <sr:Body>
    <sr:ResponseMessage>
      <sr:ServiceReference>11.2</sr:ServiceReference>
      <sr:ServiceReferenceVariant>11.2</sr:ServiceReferenceVariant>
    </sr:ResponseMessage>
  </sr:Body>
</sr:Response>""".encode()
"""In the form of the DCC's own tools: a refusal with a RequestID, no ResponseID and no Signature."""


def spoilt(kind: str, old: str, new: str) -> bytes:
    document = encoded((FROM_THE_DSP | FROM_AN_S1SP)[kind])
    assert old.encode() in document
    return document.replace(old.encode(), new.encode())


def test_a_pretty_printed_refusal_is_read() -> None:
    read = duis.decode(GENUINE_REFUSAL)
    assert read.message.body == duis.Refusal("11.2")
    assert read.message.header.request_id == "90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A0:1000"
    assert read.message.header.at.isoformat() == "2021-11-01T09:11:12.345000+00:00"
    assert (read.message.version, read.has_signature) == ("5.1", False)


@pytest.mark.parametrize(
    ("kind", "old", "new", "fault"),
    [
        ("an acknowledgement", ">I99<", ">Z99<", "'Z99' is no response code"),
        ("an inventory", ">I0<", ">E4<", "a response code 'E4' with a message such as Inventory"),
        ("a replacement", ">I0<", ">E4<", "a response code 'E4' with a message such as Smets1Response"),
        ("a quarantine", ">I0<", ">I99<", "a response code 'I99' with a message such as Quarantine"),
        ("a quarantine", ">N999<", ">999<", "'999' is no DCC Alert code"),
        ("a quarantine", "ADUserThresholdBreach", "ADThresholdBreach", "'ADThresholdBreach' is no breach"),
        ("a refusal", 'schemaVersion="5.4"', "", "is no DUIS version"),
        ("a refusal", ">6.15.1<", ">6.15.1.0<", "is no Service Reference Variant"),
        ("a SMETS2 future-dated alert", ">8F67<", ">8F68<", "not how a future-dated command ends"),
        ("a SMETS2 response", ">R0JDUw==<", ">R0JDUw=<", "it is not base64"),
        ("a replacement", ' MessageSuccess="true"', "", "MessageSuccess '' is neither true nor false"),
        ("a replacement", "6.15.1</ra:", "6.21</ra:", "a response to 6.15.1 that calls itself one to 6.21"),
        ("a handover", "6.21</sr:ServiceReferenceV", "6.15.1</sr:ServiceReferenceV", "calls itself one to 6.15.1"),
        ("a replacement", "ds:Signature", "ds:Else", "SMETS1SignedResponse is not signed"),
        ("an S1SP Alert", "ds:Signature", "ds:Else", "S1SPAlert is not signed"),
        ("an S1SP Alert", ">S1VE64<", "> <", "element S1SPAlertCode: it is empty"),
        ("a restored log", "<ra:SMETSData>", "<ra:SMETSData><ra:Else/>", "holds more than one element"),
        ("a restored log", "ra:RestoreGPFDeviceLogRsp", "sr:RestoreGPFDeviceLogRsp", f"is not in the namespace {MMC}"),
        ("a refusal", "sr:ResponseMessage", "ra:ResponseMessage", f"is not in the namespace {DUIS}"),
        ("credentials updated", ">NetworkOperator<", ">Operator<", "is no Remote Party Role"),
    ],
)
def test_what_a_response_may_not_say(kind: str, old: str, new: str, fault: str) -> None:
    with pytest.raises(MessageFault) as raised:
        duis.decode(spoilt(kind, old, new))
    assert fault in str(raised.value)


@pytest.mark.parametrize(
    ("kind", "old", "new", "element"),
    [
        ("a command failure", "sr:CommandFailure", "sr:PowerOutageEvent", "PowerOutageEvent"),
        ("an inventory", "sr:DSPInventory", "sr:DSPWANMatrix", "DSPWANMatrix"),
        ("a restored log", "ra:RestoreGPFDeviceLogRsp", "ra:TopUpDeviceRsp", "TopUpDeviceRsp"),
        ("a device alert", "ra:DeviceAlertContent", "ra:GBCSData", "DeviceAlertMessage"),
    ],
)
def test_a_message_that_nobody_here_needs_is_read_by_name(kind: str, old: str, new: str, element: str) -> None:
    read = duis.decode(spoilt(kind, old, new))
    assert read.message.body == duis.Unread(element)
    assert (read.inner is not None) == (kind in FROM_AN_S1SP)


def test_a_slot_that_is_none_of_the_four_is_left_out() -> None:
    body = duis.decode(spoilt("credentials", ">KeyAgreement<", ">KeyAgreementTopUp<")).message.body
    assert isinstance(body, duis.Smets1Response)
    assert {str(held.use) for held in body.credentials} == {"digital signing"}


def test_letter_case_and_declared_spelling_of_values_do_not_matter() -> None:
    lower = spoilt("a replacement", DEVICE, DEVICE.lower()).replace(b'MessageSuccess="true"', b'MessageSuccess=" 1 "')
    assert duis.decode(lower).message == FROM_AN_S1SP["a replacement"]


def test_a_response_is_identified_by_its_request_turned_round() -> None:
    originator, target, counter = REQUEST_ID.split(":")
    assert duis.response_id(REQUEST_ID) == f"{target}:{originator}:{counter}"
