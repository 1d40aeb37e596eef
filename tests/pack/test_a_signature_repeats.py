"""The same content and key give the same signature file, so that a signed pack can be made again, octet for octet."""

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from harness.signatures import objection, signature
from tests.pack.making import signer, write_signer

CONTENT = b'{"format": "mp107 evidence 1"}\n'
KEYS: dict[str, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey] = {
    "P-256": ec.generate_private_key(ec.SECP256R1()),
    "P-384": ec.generate_private_key(ec.SECP384R1()),
    "RSA": rsa.generate_private_key(65537, 2048),
}


@pytest.mark.parametrize("name", KEYS)
def test_two_signatures_are_one(name: str) -> None:
    tester = signer("Tester", KEYS[name])
    made = signature(CONTENT, tester)
    assert made == signature(CONTENT, tester)
    assert made != signature(CONTENT + b" ", tester)
    assert objection(CONTENT, made, tester.certificate) == ""
    assert objection(CONTENT + b" ", made, tester.certificate) == "it does not fit the content"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl here")
@pytest.mark.parametrize("name", KEYS)
def test_openssl_believes_it(name: str, tmp_path: Path) -> None:
    tester = signer("Tester", KEYS[name])
    certificate, _ = write_signer(tester, tmp_path)
    (tmp_path / "content").write_bytes(CONTENT)
    (tmp_path / "content.p7s").write_bytes(signature(CONTENT, tester))
    words = f"openssl cms -verify -binary -inform DER -in content.p7s -content content -certfile {certificate.name}"
    said = subprocess.run([*words.split(), "-nointern", "-noverify"], cwd=tmp_path, capture_output=True, check=False)
    assert (said.returncode, said.stdout) == (0, CONTENT)
