"""`mp107 explain` on a signed request: by whom, and whether it is to be believed; the law is asked all the same."""

import os
import re
from pathlib import Path

import pytest

from sut_adapters.smki.pki import TestPki
from tests.explain.conftest import ACCEPTED, EXAMPLE, Ask, AskJson, Signed
from tests.explain.signatures import SENDER, faults, not_checked, written

FOLDER = os.environ.get("MP107_DUIS_DIR", "")
GENUINE = sorted(Path(FOLDER, "templates").glob("*NOByNO_6.15.1*.XML")) if FOLDER else []


def test_a_good_signature_is_said_to_be_the_senders(
    ask_json: AskJson, ask: Ask, pki: TestPki, signed: Signed, folder: Path
) -> None:
    request = signed(pki.signer(SENDER))
    content = ask_json(request, ACCEPTED, "--pki", str(folder))
    signature = content["signature"]
    assert (signature["state"], faults(signature), not_checked(signature)) == ("good", [], [])
    assert signature["signer"]["name"] == SENDER
    assert signature["signer"]["entity_identifier"] == pki.user_id[SENDER]
    assert signature["signer"]["serial"] == str(pki.signer(SENDER).certificate.serial_number)
    assert content["verdict"]["outcome"] == "accepted"
    first, second, *_ = ask(request, ACCEPTED, "--pki", str(folder)).stdout.splitlines()
    assert first == "Verdict: accepted"
    assert second.startswith(f"Signature: good, by Southfell ({pki.user_id[SENDER]})")


def test_a_request_without_a_signature_is_said_to_have_none(ask_json: AskJson, folder: Path) -> None:
    signature = ask_json(EXAMPLE, ACCEPTED, "--pki", str(folder))["signature"]
    assert (signature["state"], signature["text"]) == ("absent", "none; the request is not signed")


def test_without_a_certificate_nothing_is_checked_and_the_mend_is_said(
    ask_json: AskJson, pki: TestPki, signed: Signed
) -> None:
    signature = ask_json(signed(pki.signer(SENDER)))["signature"]
    assert (signature["state"], signature["checks"]) == ("not checked", [])
    assert f"serial {pki.signer(SENDER).certificate.serial_number}, and no certificate was given" in signature["text"]
    assert "--signer-certificate FILE" in signature["text"]


def test_a_certificate_of_somebody_else_is_not_the_one_that_is_named(
    ask_json: AskJson, pki: TestPki, signed: Signed, tmp_path: Path
) -> None:
    other = written(tmp_path / "other.pem", pki.signer("Westbrook").certificate)
    signature = ask_json(signed(pki.signer(SENDER)), ACCEPTED, "--signer-certificate", other)["signature"]
    assert signature["state"] == "not checked"
    assert "none of those given" in signature["text"]


def test_another_partys_signature_is_not_the_business_originators(
    ask_json: AskJson, pki: TestPki, signed: Signed, folder: Path
) -> None:
    signature = ask_json(signed(pki.signer("Westbrook")), ACCEPTED, "--pki", str(folder))["signature"]
    assert (signature["state"], faults(signature)) == ("bad", ["Business Originator"])
    assert signature["signer"]["entity_identifier"] == pki.user_id["Westbrook"]


def test_a_certificate_of_no_party_cannot_be_the_business_originators(
    ask_json: AskJson, pki: TestPki, signed: Signed, tmp_path: Path
) -> None:
    server = pki.credentials["tls/server"]
    own = written(tmp_path / "own.pem", server.certificate)
    signature = ask_json(signed(server.signer), ACCEPTED, "--signer-certificate", own)["signature"]
    assert (signature["state"], faults(signature)) == ("bad", ["usage", "Business Originator"])


def test_what_was_changed_after_signing_is_shown_before_the_verdict(
    ask: Ask, ask_json: AskJson, pki: TestPki, signed: Signed, folder: Path
) -> None:
    request = signed(pki.signer(SENDER))
    request.write_bytes(request.read_bytes().replace(b":20261<", b":20262<"))
    content = ask_json(request, ACCEPTED, "--pki", str(folder))
    assert (content["signature"]["state"], faults(content["signature"])) == ("bad", ["signature"])
    assert content["verdict"]["outcome"] == "accepted"
    first, *rest = ask(request, ACCEPTED, "--pki", str(folder)).stdout.splitlines()
    assert first.startswith("Signature: not to be believed, by Southfell")
    assert "changed after it was signed" in " ".join(rest)
    assert "Verdict: accepted" in rest


def test_a_placeholder_is_called_one_whatever_is_given(ask_json: AskJson, pki: TestPki, signed: Signed) -> None:
    request = signed(pki.signer(SENDER))
    text = request.read_text(encoding="utf-8")
    for element in ("DigestValue", "SignatureValue"):
        text = re.sub(rf"(<ds:{element}>)[^<]*", r"\1ZGVmYXVsdA==", text)
    request.write_text(text, encoding="utf-8")
    signature = ask_json(request)["signature"]
    assert signature["state"] == "bad"
    assert signature["text"].startswith("a placeholder, which does not verify")


@pytest.mark.skipif(not GENUINE, reason="set MP107_DUIS_DIR to a folder whose folder templates/ holds them")
def test_a_genuine_templates_signature_is_a_placeholder(ask_json: AskJson, tmp_path: Path) -> None:
    [template] = GENUINE
    world = tmp_path / "world.toml"
    world.write_text(
        'device = []\n[[user]]\nentity_identifier = "90-B3-D5-1F-30-02-00-00"\nname = "its sender"\nroles = ["ED"]\n',
        encoding="utf-8",
    )
    content = ask_json(template, world)
    assert content["signature"]["text"].startswith("a placeholder, which does not verify")
    assert content["verdict"]["code"] == "E19"


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        pytest.param(["--signer-certificate", "FILE"], "is no X.509 certificate; give one", id="no certificate"),
        pytest.param(["--signer-certificate", "nowhere.pem"], "nowhere.pem: cannot be read", id="no such file"),
        pytest.param(["--trust", "FILE"], "is no X.509 certificate; give one", id="no authority"),
        pytest.param(["--trust", "FILE", "--pki", "."], "--trust: goes not with --pki", id="two roots"),
        pytest.param(["--pki", "nowhere"], "cannot be read", id="no PKI"),
    ],
)
def test_what_cannot_be_read_is_named_in_one_line(ask: Ask, tmp_path: Path, options: list[str], fault: str) -> None:
    file = tmp_path / "file.pem"
    file.write_text("nothing of the kind", encoding="utf-8")
    result = ask(EXAMPLE, ACCEPTED, *(str(file) if word == "FILE" else word for word in options))
    assert result.exit_code == 12
    [line] = result.stderr.splitlines()
    assert line.startswith("mp107 explain: ")
    assert fault in line
