"""`mp107 verify` and its exit codes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands.__main__ import app
from harness.record import RunRecord
from harness.signatures import Signer
from tests.pack.making import evidence, packed

terminal = CliRunner()


@pytest.fixture
def pack(record: RunRecord, tmp_path: Path, tester: Signer) -> Path:
    return packed(record, evidence(record, tmp_path / "evidence"), tester)


def test_a_valid_pack_exits_0(pack: Path, certificate: str) -> None:
    ended = terminal.invoke(app, ["verify", str(pack), "--certificate", certificate])
    assert ended.exit_code == 0, ended.output
    assert ended.output.startswith("valid: 5 files as in the manifest, signed by CN=Tester\n")


def test_a_changed_file_exits_10(pack: Path, certificate: str) -> None:
    (pack.parent / "index.html").write_text("changed")
    ended = terminal.invoke(app, ["verify", str(pack.parent), "--certificate", certificate])
    assert ended.exit_code == 10
    assert ended.output.startswith("not valid: index.html: has fewer bytes than the ")


def test_an_unsigned_pack_exits_10(record: RunRecord, tmp_path: Path, certificate: str) -> None:
    pack = packed(record, evidence(record, tmp_path / "unsigned"))
    ended = terminal.invoke(app, ["verify", str(pack), "--certificate", certificate])
    assert ended.exit_code == 10
    assert ended.output.splitlines()[:2] == [
        "not valid: the pack is unsigned: it has no manifest.p7s",
        "5 files as in the manifest, which nobody is known to have signed",
    ]


def test_without_a_certificate_it_exits_10(pack: Path) -> None:
    ended = terminal.invoke(app, ["verify", str(pack)])
    assert (ended.exit_code, "no certificate was given" in ended.output) == (10, True)


def test_what_cannot_be_read_exits_12(pack: Path, tmp_path: Path, certificate: str) -> None:
    ended = terminal.invoke(app, ["verify", str(tmp_path / "nowhere.zip"), "--certificate", certificate])
    assert ended.exit_code == 12
    assert "name an evidence pack, a zip or a folder" in ended.output
    (tmp_path / "no.pem").write_text("-----BEGIN CERTIFICATE-----\n")
    ended = terminal.invoke(app, ["verify", str(pack), "--certificate", str(tmp_path / "no.pem")])
    assert ended.exit_code == 12
    assert "no.pem: is no X.509 certificate" in ended.output


def test_a_machine_reads_the_same(pack: Path, certificate: str) -> None:
    ended = terminal.invoke(app, ["verify", str(pack), "--certificate", certificate, "--json"])
    said = json.loads(ended.output)
    assert (said["valid"], said["signature"], said["problems"], said["signer"]) == (True, "valid", [], "CN=Tester")


def test_it_says_whether_the_suite_was_shown_to_fail(pack: Path, certificate: str) -> None:
    ended = terminal.invoke(app, ["verify", str(pack), "--certificate", certificate])
    assert "kill-matrix.json: not in the pack\n" in ended.output
    told = json.loads(terminal.invoke(app, ["verify", str(pack), "--certificate", certificate, "--json"]).output)
    assert told["proofs"]["kill-matrix.json"] == "not in the pack"
