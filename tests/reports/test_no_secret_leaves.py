"""Canaries in the profile, the environment, the messages and what an adapter raises: none is found in any file."""

import os
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from harness.record import ExchangeRecord, MessageRecord, RunRecord
from harness.rewording import CHANGED
from harness.secrets import LEFT_OUT, secrets
from harness.verdicts import Verdict
from reports import cucumber, exchanges, html, junit, verdict_json
from reports.discretion import discreet
from tests.reports.pages import AT, run, scenario

ROOT = Path(__file__).absolute().parents[2]
KEY = ec.derive_private_key(0x6D703130372D63616E617279, ec.SECP256R1())
NUMBER = KEY.private_numbers().private_value.to_bytes(32, "big")
TRADITIONAL, MODERN = PrivateFormat.TraditionalOpenSSL, PrivateFormat.PKCS8
CANARY = "canary-7f3a<&>9c"


def pem(form: PrivateFormat = MODERN) -> str:
    return KEY.private_bytes(Encoding.PEM, form, NoEncryption()).decode()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    (tmp_path / "signer.key").write_text(pem())
    (tmp_path / "token.txt").write_text(f"{CANARY}-in-a-file\n")
    (tmp_path / "signer.pem").write_text("-----BEGIN CERTIFICATE-----\nMIIBUBLIC\n-----END CERTIFICATE-----\n")
    path = tmp_path / "lab.toml"
    path.write_text(
        f'token = "{CANARY}-in-the-profile"\ntest_control = "https://me:{CANARY}-in-a-url@lab/"\n'
        '[[party]]\nsigner = { key = "signer.key", certificate = "signer.pem" }\ntoken_file = "token.txt"\n'
    )
    return path


ENVIRONMENT = {"LAB_PASSWORD": f"{CANARY}-in-the-environment", "HOME": "/home/tester", "KEYS": "short"}
PLANTED = [
    f"{CANARY}-in-the-profile",
    f"{CANARY}-in-a-url",
    f"{CANARY}-in-a-file",
    f"{CANARY}-in-the-environment",
    f"{CANARY}-in-the-environment".replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
    b64encode(f"{CANARY}-in-the-environment".encode()).decode(),
    f"{CANARY}-in-the-profile".encode().hex(),
    pem(),
    pem(TRADITIONAL),
    KEY.private_bytes(Encoding.PEM, MODERN, BestAvailableEncryption(b"x")).decode(),
    b64encode(KEY.private_bytes(Encoding.DER, MODERN, NoEncryption())).decode(),
    b64encode(KEY.private_bytes(Encoding.DER, TRADITIONAL, NoEncryption())).decode(),
    KEY.private_bytes(Encoding.DER, MODERN, NoEncryption()).hex(),
    b64encode(NUMBER).decode(),
    NUMBER.hex(),
    "Authorization: Bearer canary.abcdefgh12345678",
    "postgresql://tester:canary-of-nobody@host/db",
]


def spread(planted: str) -> RunRecord:
    """A run that has it wherever a text can come from outside."""
    sent = MessageRecord("sent", "user", "srpd-6.2.d-0-001-sent.xml", f"<a>{planted}</a>", AT, f"note {planted}")
    other = replace(
        sent,
        name="srpd-6.2.d-0-002-sent.txt",
        text=b64encode(b"\xff " + planted.encode()).decode(),
        octets_in_base64=True,
    )
    raised = scenario(
        Verdict.SUITE_ERROR,
        reason=f"the adapter is at fault: it raised ValueError: {planted} at adapter.py:1",
        expected=planted,
        observed=planted,
        findings=(planted,),
        exchanges=(ExchangeRecord(planted, planted, (sent, other), 2),),
    )
    told = {"provider": {"deep": [planted]}}
    return run(raised, problems=(planted,), declared=told, rerun=f"mp107 run ADDRESS --sut {planted}", claim=planted)


def leaves_nothing(folder: Path, planted: str) -> bool:
    body = [line for line in planted.splitlines() if "-----" not in line]
    kept = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return not any(line.encode() in octets for line in body for octets in kept)


@pytest.mark.parametrize("planted", PLANTED, ids=range(len(PLANTED)))
def test_no_canary_is_in_any_file(planted: str, profile: Path, tmp_path: Path) -> None:
    record = discreet(spread(planted), profile, environment=ENVIRONMENT)
    folder = tmp_path / "evidence"
    folder.mkdir()
    for name, writer in {
        "verdict.json": verdict_json.document,
        "index.html": html.document,
        "messages.ndjson": cucumber.document,
        "junit.xml": junit.document,
    }.items():
        (folder / name).write_bytes(writer(record))
    exchanges.write(record, folder / "exchanges")
    assert len(list((folder / "exchanges").iterdir())) == 2
    assert leaves_nothing(folder, planted.removeprefix("Authorization: Bearer ").removesuffix("@host/db"))
    assert LEFT_OUT.encode() in (folder / "verdict.json").read_bytes()


def test_a_run_that_is_set_up_wrongly_keeps_it_too(tmp_path: Path) -> None:
    """As a whole, from the command line: what was asked for names the secret, and so does the complaint."""
    secret, out = "canary-on-the-command-line", tmp_path / "evidence"
    done = subprocess.run(
        [sys.executable, "-m", "commands", "run", "--quiet", f"--sut=duis:/no/{secret}.toml", f"--out={out}"],
        env={**os.environ, "LAB_TOKEN": secret},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 12
    assert (out / "verdict.json").is_file()
    assert leaves_nothing(out, secret)


def test_the_test_would_find_one(profile: Path, tmp_path: Path) -> None:
    (tmp_path / "verdict.json").write_bytes(verdict_json.document(spread("canary-of-nobody")))
    assert not leaves_nothing(tmp_path, "canary-of-nobody")


def test_a_message_that_was_changed_says_so(profile: Path) -> None:
    (exchange,) = discreet(spread(PLANTED[0]), profile, environment=ENVIRONMENT).scenarios[0].exchanges
    assert all(CHANGED in message.note for message in exchange.messages)


def test_what_is_no_secret_stays(profile: Path) -> None:
    record = run()
    assert discreet(record, profile, environment=ENVIRONMENT) == record


def test_nothing_short_and_no_certificate_is_taken_for_a_secret(profile: Path) -> None:
    known = secrets(ENVIRONMENT, profile)
    assert "short" not in known.values
    assert not any("MIIBUBLIC" in value for value in known.values)
    assert known.numbers == {NUMBER}


@pytest.mark.parametrize("content", ["", "no toml", 'key = "a/missing/file.key"', "key = 7", 'key = ["a\\u0000b"]'])
def test_a_profile_that_cannot_be_read_holds_no_secret_of_ours(content: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(content)
    assert not secrets({}, path).numbers
    assert secrets({}, tmp_path / "none.toml") == secrets({})
