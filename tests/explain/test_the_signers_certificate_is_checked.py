"""`mp107 explain` on the certificate that a request is signed with: chain, dates, revocation, usage, each if it can."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sut_adapters.smki.faults import CertificateFault
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki
from tests.explain.conftest import ACCEPTED, AT, EXAMPLE, Ask, AskJson, Signed
from tests.explain.signatures import SENDER, faults, not_checked, written


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


def test_dates_are_judged_for_the_moment_of_the_world_file(ask_json: AskJson, signed: Signed, tmp_path: Path) -> None:
    later = mint(107, datetime(2027, 1, 1, tzinfo=UTC))
    later.write(tmp_path / "pki")
    signature = ask_json(signed(later.signer(SENDER)), ACCEPTED, "--pki", str(tmp_path / "pki"))["signature"]
    assert faults(signature) == ["dates"]


def test_a_root_without_its_issuing_authority_is_not_enough(ask: Ask, pki: TestPki, tmp_path: Path) -> None:
    result = ask(EXAMPLE, ACCEPTED, "--trust", written(tmp_path / "root.pem", pki.root))
    assert result.exit_code == 12
    assert "roots: 1, Issuing Authorities: 0, revocation lists: 0; give one root, one" in result.stderr
