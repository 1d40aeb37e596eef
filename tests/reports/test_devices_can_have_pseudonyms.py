"""`--pseudonymise`: device ids and meter points are tokens in all evidence, the same one for the same device."""

import re
from base64 import b64encode
from dataclasses import replace

from harness.record import ExchangeRecord, MessageRecord
from harness.verdicts import Verdict
from reports import verdict_json
from reports.discretion import discreet
from reports.pseudonyms import Pseudonyms
from tests.reports.pages import AT, DEVICE, USER, run, scenario


def tokens() -> Pseudonyms:
    return Pseudonyms(users=[USER.replace("-", "").lower()])


def test_no_device_and_no_meter_point_is_left() -> None:
    written = verdict_json.document(discreet(run(), pseudonymise=True, environment={})).decode()
    for known in (DEVICE, DEVICE.lower(), DEVICE.replace("-", ""), "1200023305967"):
        assert known not in written
    assert USER in written
    assert re.search(r"device-1\b", written)


def test_without_the_option_they_stay() -> None:
    assert discreet(run(), environment={}) == run()


def test_one_device_has_one_token_in_any_spelling() -> None:
    words = tokens().words
    bare = DEVICE.replace("-", "")
    assert words(f"{DEVICE} {DEVICE.lower()} {bare} {DEVICE.replace('-', ':')}") == " ".join(["device-1"] * 4)
    assert words("AA-BB-CC-DD-EE-FF-00-11") == "device-2"
    assert words(DEVICE) == "device-1"


def test_a_request_id_keeps_its_form() -> None:
    assert tokens().words(f"{USER}:{DEVICE}:1000") == f"{USER}:device-1:1000"


def test_meter_points_are_told_by_their_element_or_by_thirteen_digits() -> None:
    words = tokens().words
    assert words("<sr:ImportMPxN>9876543</sr:ImportMPxN>") == "<sr:ImportMPxN>meter-point-1</sr:ImportMPxN>"
    assert words("<a:MPRN>12345678</a:MPRN>") == "<a:MPRN>meter-point-2</a:MPRN>"
    assert words("MPAN 1200023305967, counter 1668000000000000") == "MPAN meter-point-3, counter 1668000000000000"


def test_a_payload_that_holds_a_device_is_withheld() -> None:
    words = tokens().words
    octets = bytes.fromhex(DEVICE.replace("-", ""))
    holding, other = (b64encode(b"\xdf\x09" * 20 + tail).decode() for tail in (octets, b"none"))
    assert words(f"{DEVICE} {holding} {other}") == f"device-1 [base64 withheld: it names a device] {other}"


def test_a_payload_is_withheld_whichever_comes_first() -> None:
    holding = b64encode(b"\xdf\x09" * 20 + bytes.fromhex(DEVICE.replace("-", ""))).decode()
    message = MessageRecord("received", USER, "a-001-received.xml", f"<p>{holding}</p>", AT)
    first = scenario(Verdict.PASS, exchanges=(ExchangeRecord("asks", "answered", (message,)),), steps=())
    later = replace(scenario(Verdict.FAIL), observed=DEVICE)
    assert holding in str(run(first, later))
    assert holding not in str(discreet(run(first, later), pseudonymise=True, environment={}))


def test_tokens_are_the_same_in_the_same_run_again() -> None:
    again = [discreet(run(), pseudonymise=True, environment={}) for _ in range(2)]
    assert again[0] == again[1]


def test_files_keep_their_names() -> None:
    before, after = run(), discreet(run(), pseudonymise=True, environment={})
    names = [[m.name for s in one.scenarios for e in s.exchanges for m in e.messages] for one in (before, after)]
    assert names[0] == names[1]
