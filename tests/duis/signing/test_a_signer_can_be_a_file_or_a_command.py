"""Keys stay where they are: in a file, or with whoever answers a command; trouble is said without them."""

import fcntl
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from sut_adapters.duis.signer import CommandSigner, FileSigner, KeySigner
from sut_adapters.duis.signing import sign, verify
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misconfigured, Phase, Unreachable
from tests.duis.signing.conftest import NOW

SIGNS = """\
import sys
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
key = load_pem_private_key(open(sys.argv[1], "rb").read(), None)
sys.stdout.buffer.write(key.sign(sys.stdin.buffer.read(), ec.ECDSA(SHA256())))
"""
HANGS = "import fcntl, signal, sys; file = open(sys.argv[1], 'a'); fcntl.flock(file, fcntl.LOCK_EX); signal.pause()"
STARTS_WHAT_HANGS = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {HANGS!r}, *sys.argv[1:]])"
NO_KEY = b"-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n"
PIN = "pin-4711"


class Pair:
    """A key file and a certificate file of one party."""

    def __init__(self, folder: Path, signer: KeySigner) -> None:
        self.key = folder / "party.key"
        self.certificate = folder / "party.pem"
        self.write_key(signer, Encoding.PEM)
        self.certificate.write_bytes(signer.certificate.public_bytes(Encoding.PEM))

    def write_key(self, signer: KeySigner, encoding: Encoding) -> None:
        self.key.write_bytes(signer.key.private_bytes(encoding, PrivateFormat.PKCS8, NoEncryption()))


@pytest.fixture
def pair(tmp_path: Path, signer: KeySigner) -> Pair:
    return Pair(tmp_path, signer)


def python(program: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", program, *map(str, arguments)]


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_a_key_file_signs_as_the_key_does(
    pair: Pair, signer: KeySigner, document: bytes, signed: bytes, encoding: Encoding
) -> None:
    pair.write_key(signer, encoding)
    assert sign(document, FileSigner(pair.key, pair.certificate)) == signed


def test_a_command_signs(pair: Pair, document: bytes) -> None:
    signer = CommandSigner(python(SIGNS, pair.key), pair.certificate)
    verify(sign(document, signer), signer.certificate, NOW)


def test_no_representation_shows_a_key(pair: Pair, signer: KeySigner) -> None:
    secret = str(signer.key.private_numbers().private_value)
    command = CommandSigner([sys.executable, "--pin", PIN], pair.certificate)
    for one in (signer, FileSigner(pair.key, pair.certificate), command):
        assert secret not in repr(one)
        assert "PrivateKey" not in repr(one)
        assert PIN not in repr(one)


def test_a_key_of_another_certificate_is_a_configuration_error(pair: Pair, pki: TestPki) -> None:
    pair.write_key(pki.signer("Westbrook"), Encoding.PEM)
    with pytest.raises(Misconfigured, match=r"party\.key: is not the key of the certificate in .*party\.pem; give"):
        FileSigner(pair.key, pair.certificate)


def test_a_key_under_a_password_is_a_configuration_error(pair: Pair, signer: KeySigner) -> None:
    locked = signer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret"))
    pair.key.write_bytes(locked)
    with pytest.raises(Misconfigured, match="under a password; give it without one, or give a command"):
        FileSigner(pair.key, pair.certificate)


def test_a_key_of_another_kind_is_a_configuration_error(pair: Pair) -> None:
    other = rsa.generate_private_key(65537, 2048)
    pair.key.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(Misconfigured, match="not on P-256"):
        FileSigner(pair.key, pair.certificate)


@pytest.mark.parametrize("content", [b"", NO_KEY, b"\x30\x00"])
def test_a_file_that_is_no_key_is_named_and_not_shown(pair: Pair, content: bytes) -> None:
    pair.key.write_bytes(content)
    with pytest.raises(Misconfigured, match=r"party\.key: is no private key that can be read; give") as fault:
        FileSigner(pair.key, pair.certificate)
    assert "QUJD" not in str(fault.value)


@pytest.mark.parametrize("which", ["key", "certificate"])
def test_a_missing_file_is_named(pair: Pair, which: str) -> None:
    getattr(pair, which).unlink()
    with pytest.raises(Misconfigured, match="cannot be read"):
        FileSigner(pair.key, pair.certificate)


@pytest.mark.parametrize("command", [["/nowhere/sign"], ["\0"], []])
def test_a_command_that_cannot_be_run_is_a_configuration_error(pair: Pair, command: list[str]) -> None:
    with pytest.raises(Misconfigured, match=r"cannot be run|is empty"):
        CommandSigner(command, pair.certificate).sign(b"octets")


def test_a_command_that_fails_is_a_system_out_of_reach(pair: Pair) -> None:
    program = f"import sys; print('{PIN}', file=sys.stderr); sys.exit('{PIN}')"
    with pytest.raises(Unreachable, match="ended with 1; run it by hand") as fault:
        CommandSigner(python(program, PIN), pair.certificate).sign(b"octets")
    assert fault.value.phase is Phase.SIGN
    assert PIN not in str(fault.value)


@pytest.mark.parametrize("program", [HANGS, STARTS_WHAT_HANGS])
def test_a_command_that_hangs_is_ended_and_what_it_started_too(pair: Pair, tmp_path: Path, program: str) -> None:
    held = tmp_path / "held"
    with pytest.raises(Unreachable, match=r"gave no signature within 0\.5 s; give it longer"):
        CommandSigner(python(program, held), pair.certificate, timeout_s=0.5).sign(b"octets")
    with held.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)


@pytest.mark.parametrize("answer", ["", "garbage", "0" * 100_000])
def test_an_answer_that_is_no_signature_is_a_configuration_error(pair: Pair, answer: str) -> None:
    with pytest.raises(Misconfigured, match="no DER signature of the certificate's key"):
        CommandSigner(python(f"print({answer!r})"), pair.certificate).sign(b"octets")


def test_a_command_with_another_key_is_a_configuration_error(pair: Pair, pki: TestPki) -> None:
    pair.write_key(pki.signer("Westbrook"), Encoding.PEM)
    with pytest.raises(Misconfigured, match="no DER signature of the certificate's key"):
        CommandSigner(python(SIGNS, pair.key), pair.certificate).sign(b"octets")
