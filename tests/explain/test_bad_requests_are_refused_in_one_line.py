"""Whatever is wrong with a request file: exit 12 and one line that names file, place and mend."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.explain.conftest import EXAMPLE, Ask

TEXT = EXAMPLE.read_text(encoding="utf-8")
SIGNING, PATH = re.findall(r"<(?:DigitalSigning)?Certificate>(.*?)</", TEXT)
SECOND_ROLE = "<RemotePartyRole>Supplier</RemotePartyRole><ReplacementCertificates>"
BOMB = '<!DOCTYPE Request [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<Request '

SPOILT: dict[str, tuple[Callable[[str], str], str, str]] = {
    "no XML": (lambda _: "not XML at all", "line 1: not well-formed XML", "give a DUIS Service Request"),
    "an unknown encoding": (lambda text: text.replace("UTF-8", "UTF-88"), "unknown encoding: UTF-88", "give"),
    "empty": (lambda _: "", "not well-formed XML", "give a DUIS Service Request"),
    "cut off": (lambda text: text[: len(text) // 2], "not well-formed XML", "give a DUIS Service Request"),
    "a document type": (lambda text: text.replace("<Request ", BOMB), "line 3: a DOCTYPE", "remove the document type"),
    "an undefined entity": (lambda text: text.replace(">6.15<", ">&x;<"), "not well-formed XML", "give"),
    "over 1 MiB": (lambda text: text + " " * 1024 * 1024, "more than 1,048,576 octets", "give one request"),
    "nested too deeply": (lambda _: "<a>" * 5000 + "</a>" * 5000, "not well-formed XML", "give"),
    "a Response": (
        lambda text: re.sub(r"(</?)Request(?=[ >])", r"\1Response", text),
        "line 3: a DUIS 'Response', not a Request",
        "give the Service Request itself",
    ),
    "another namespace": (lambda text: text.replace("ServiceUserGateway", "else"), "not in the DUIS namespace", "give"),
    "an unknown variant": (
        lambda text: text.replace("6.15.1", "6.15.9"),
        "line 8, element ServiceReferenceVariant: '6.15.9' is no Service Reference Variant",
        "such as 6.15.1",
    ),
    "another's Service Reference": (
        lambda text: text.replace(">6.15<", ">6.21<"),
        "line 7, element ServiceReference: '6.21' is not the Service Reference of variant 6.15.1",
        "write 6.15",
    ),
    "another's body": (
        lambda text: text.replace(">6.15<", ">6.21<").replace("6.15.1", "6.21"),
        "line 11, element UpdateSecurityCredentialsKRP: 'UpdateSecurityCredentialsKRP' is not the body of variant 6.21",
        "write RequestHandoverOfDCCControlledDevice",
    ),
    "a Signed Pre-Command": (
        lambda text: text.replace("UpdateSecurityCredentialsKRP", "SignedPreCommand"),
        "element SignedPreCommand: a Signed Pre-Command",
        "give the Service Request that it was made from",
    ),
    "no EUI for an originator": (
        lambda text: text.replace("02-4D-50-31-30-37-00-02:", "02-4D-50-31-30-37-00:"),
        "line 5, element RequestID: Business Originator ID '02-4D-50-31-30-37-00' is no EUI-64",
        "write eight pairs",
    ),
    "no EUI for a target": (lambda text: text.replace("D0-01:", "D0-0G:"), "Business Target ID", "write eight pairs"),
    "a counter with a sign": (lambda text: text.replace(":20261", ":-1"), "is no originator counter", "whole number"),
    "a counter too large": (lambda text: text.replace(":20261", f":{2**64}"), "is no originator counter", "to 1844"),
    "no RequestID": (lambda text: re.sub("<RequestID>.*</RequestID>", "", text), "has no RequestID", "add one"),
    "half a RequestID": (lambda text: text.replace(":20261", ""), "is no RequestID", "with a colon"),
    "two roles": (
        lambda text: text.replace("<ReplacementCertificates>", SECOND_ROLE),
        "a second RemotePartyRole",
        "leave one",
    ),
    "an unknown role": (lambda text: text.replace(">NetworkOperator<", ">ED<"), "is no Remote Party Role", "write one"),
    "an element in a value": (
        lambda text: text.replace(">6.15.1<", "><b/>6.15.1<"),
        "holds an element (b) where a value belongs",
        "remove it",
    ),
    "no Command Variant": (
        lambda text: text.replace("<CommandVariant>1<", "<CommandVariant>10<"),
        "'10' is no Command Variant",
        "from 1 to 9",
    ),
    "an empty body": (lambda text: re.sub("(?s)<Body>.*</Body>", "<Body/>", text), "element Body: holds no", "leave"),
    "a certificate that is not base64": (
        lambda text: text.replace(SIGNING, "no*base64"),
        "line 15, element DigitalSigningCertificate: a broken certificate: it is not base64",
        "put the base64",
    ),
    "a certificate cut off": (lambda text: text.replace(SIGNING, SIGNING[:400]), "it is not a DER X.509", "put"),
    "a certificate of no party": (lambda text: text.replace(SIGNING, PATH), "has no Entity Identifier", "put the"),
    "a broken path": (lambda text: text.replace(PATH, "AAAA"), "element Certificate: a broken certificate", "put"),
    "certificates in the wrong place": (
        lambda text: re.sub("</?SupplierOrNetworkOperatorCertificates>", "", text),
        "element ReplacementCertificates: has no SupplierOrNetworkOperatorCertificates",
        "add one",
    ),
    "a floor too high": (
        lambda text: text.replace("<Repl", f"<RemotePartyFloorSeqNumber>{2**63}</RemotePartyFloorSeqNumber><Repl"),
        "is no floor sequence number",
        "to 9223372036854775807",
    ),
    "no date": (
        lambda text: text.replace("<RemoteP", "<ExecutionDateTime>tomorrow</ExecutionDateTime><RemoteP"),
        "'tomorrow' is no date and time",
        "write it as 2030-01-15T00:00:00Z",
    ),
}


def assert_one_line(ask: Ask, request: Path, fault: str, mend: str) -> None:
    result = ask(request)
    assert result.exit_code == 12, result.output
    [line] = result.stderr.splitlines()
    assert line.startswith(f"mp107 explain: {request}: ")
    assert fault in line
    assert mend in line.split("; ", 1)[1]
    assert result.stdout == ""


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_request_is_named_with_its_mend(ask: Ask, tmp_path: Path, spoilt: str) -> None:
    spoil, fault, mend = SPOILT[spoilt]
    path = tmp_path / "request.xml"
    path.write_text(spoil(TEXT), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != TEXT
    assert_one_line(ask, path, fault, mend)


@pytest.mark.parametrize("octets", [bytes(range(256)), b"\x00" * 10, b"\xff\xfe<\x00", b"PK\x03\x04"])
def test_a_binary_file_is_no_request(ask: Ask, tmp_path: Path, octets: bytes) -> None:
    path = tmp_path / "binary.xml"
    path.write_bytes(octets)
    assert_one_line(ask, path, "not well-formed XML", "give a DUIS Service Request")


def test_a_missing_file_is_named(ask: Ask, tmp_path: Path) -> None:
    assert_one_line(ask, tmp_path / "none.xml", "no such file", "name a file that can be read")


def test_a_folder_is_no_request(ask: Ask, tmp_path: Path) -> None:
    assert_one_line(ask, tmp_path, "is a directory", "name a file that can be read")


def test_a_sender_that_the_world_does_not_hold_is_bad_input(ask: Ask, altered: Callable[..., Path]) -> None:
    result = ask(altered(EXAMPLE, ("00-02:02", "00-99:02")))
    assert result.exit_code == 12
    assert "accepted.toml: key user: 02-4D-50-31-30-37-00-99, the sender of " in result.stderr
    assert result.stderr.strip().endswith("; add a [[user]] with it")


def test_a_document_type_is_reported_once(ask: Ask, altered: Callable[..., Path]) -> None:
    request = altered(EXAMPLE, ("<Request ", BOMB))
    [line] = ask(request).stderr.splitlines()
    where = f"mp107 explain: {request}: line 3: "
    assert line == f"{where}a DOCTYPE, which DUIS messages never have; remove the document type"
