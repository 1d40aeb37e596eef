"""`mp107 explain` on a signed request: by whom, and whether it is to be believed; the law is asked all the same."""

import os
import re
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from sut_adapters.duis.signer import Signer
from sut_adapters.duis.signing import sign
from sut_adapters.smki.faults import CertificateFault
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from tests.explain.conftest import ACCEPTED, EXAMPLE, Ask, AskJson

AT: datetime = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["at"]
SENDER = "Southfell"
FOLDER = os.environ.get("MP107_DUIS_DIR", "")
GENUINE = sorted(Path(FOLDER, "templates").glob("*NOByNO_6.15.1*.XML")) if FOLDER else []

Signed = Callable[[Signer], Path]


@pytest.fixture(scope="module")
def pki() -> TestPki:
    return mint(107, AT)


@pytest.fixture
def signed(tmp_path: Path) -> Signed:
    """The example, signed."""

    def write(signer: Signer) -> Path:
        path = tmp_path / "signed.xml"
        path.write_bytes(sign(EXAMPLE.read_bytes(), signer))
        return path

    return write


@pytest.fixture
def folder(pki: TestPki, tmp_path: Path) -> Path:
    """The PKI as `mp107 pki` writes it."""
    pki.write(tmp_path / "pki")
    return tmp_path / "pki"


def written(path: Path, content: x509.Certificate | x509.CertificateRevocationList) -> str:
    path.write_bytes(content.public_bytes(Encoding.DER if path.suffix == ".der" else Encoding.PEM))
    return str(path)


def faults(signature: dict[str, Any]) -> list[str]:
    return [check["check"] for check in signature["checks"] if check["holds"] is False]


def not_checked(signature: dict[str, Any]) -> list[str]:
    return [check["check"] for check in signature["checks"] if check["holds"] is None]


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


@pytest.mark.parametrize("suffix", ["pem", "der"])
def test_a_certificate_alone_leaves_chain_and_revocation_unchecked(
    ask_json: AskJson, pki: TestPki, signed: Signed, tmp_path: Path, suffix: str
) -> None:
    own = written(tmp_path / f"own.{suffix}", pki.signer(SENDER).certificate)
    signature = ask_json(signed(pki.signer(SENDER)), ACCEPTED, "--signer-certificate", own)["signature"]
    assert (signature["state"], not_checked(signature)) == ("good", ["chain", "revocation"])
    assert signature["text"].endswith("not checked: chain, revocation")


@pytest.mark.parametrize("suffix", ["pem", "der"])
def test_root_authority_and_list_are_told_apart_by_what_they_are(
    ask_json: AskJson, pki: TestPki, signed: Signed, tmp_path: Path, suffix: str
) -> None:
    own = written(tmp_path / f"own.{suffix}", pki.signer(SENDER).certificate)
    files = [
        written(tmp_path / f"{name}.{suffix}", content)
        for name, content in {"a": pki.crl, "b": pki.issuing, "c": pki.root}.items()
    ]
    trusted = [word for file in files for word in ("--trust", file)]
    signature = ask_json(signed(pki.signer(SENDER)), ACCEPTED, "--signer-certificate", own, *trusted)["signature"]
    assert (signature["state"], not_checked(signature)) == ("good", [])
    without_list = ask_json(signed(pki.signer(SENDER)), ACCEPTED, "--signer-certificate", own, *trusted[2:])[
        "signature"
    ]
    assert (without_list["state"], not_checked(without_list)) == ("good", ["revocation"])


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        (CertificateFault.EXPIRED, "dates"),
        (CertificateFault.NOT_YET_VALID, "dates"),
        (CertificateFault.REVOKED, "revocation"),
        (CertificateFault.WRONG_USAGE, "usage"),
    ],
)
def test_a_spoilt_certificate_is_the_one_fault(
    ask_json: AskJson, pki: TestPki, signed: Signed, folder: Path, fault: CertificateFault, check: str
) -> None:
    content = ask_json(signed(pki.spoilt_signer(SENDER, fault)), ACCEPTED, "--pki", str(folder))
    assert (content["signature"]["state"], faults(content["signature"])) == ("bad", [check])
    assert content["verdict"]["outcome"] == "accepted"


def test_a_certificate_from_another_authority_does_not_chain(
    ask_json: AskJson, pki: TestPki, signed: Signed, folder: Path, tmp_path: Path
) -> None:
    stranger = mint(108, AT).signer(SENDER)
    own = written(tmp_path / "own.pem", stranger.certificate)
    signature = ask_json(signed(stranger), ACCEPTED, "--pki", str(folder), "--signer-certificate", own)["signature"]
    assert (signature["state"], faults(signature)) == ("bad", ["chain"])


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


def test_dates_are_judged_for_the_moment_of_the_world_file(ask_json: AskJson, signed: Signed, tmp_path: Path) -> None:
    later = mint(107, datetime(2027, 1, 1, tzinfo=UTC))
    later.write(tmp_path / "pki")
    signature = ask_json(signed(later.signer(SENDER)), ACCEPTED, "--pki", str(tmp_path / "pki"))["signature"]
    assert faults(signature) == ["dates"]


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


def test_a_root_without_its_issuing_authority_is_not_enough(ask: Ask, pki: TestPki, tmp_path: Path) -> None:
    result = ask(EXAMPLE, ACCEPTED, "--trust", written(tmp_path / "root.pem", pki.root))
    assert result.exit_code == 12
    assert "roots: 1, Issuing Authorities: 0, revocation lists: 0; give one root, one" in result.stderr
