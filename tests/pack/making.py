"""A small pack, its signer, and ways to spoil it."""

import datetime
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from harness.checkout import Checkout
from harness.record import RunRecord
from harness.signatures import Signer
from reports import verdict_json
from reports.pack import writing

Spoil = Callable[[dict[str, bytes]], None]
START, END = datetime.datetime(2020, 1, 1), datetime.datetime(2040, 1, 1)


def signer(name: str, key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | None = None) -> Signer:
    """Somebody with a key and a certificate of their own making."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder(called, called, key.public_key(), x509.random_serial_number(), START, END)
    return Signer(builder.sign(key, hashes.SHA256()), key)


def write_signer(signer: Signer, folder: Path) -> tuple[Path, Path]:
    """The files of certificate and key."""
    certificate, key = folder / "tester.pem", folder / "tester.key"
    certificate.write_bytes(signer.certificate.public_bytes(serialization.Encoding.PEM))
    private = serialization.PrivateFormat.PKCS8
    key.write_bytes(signer.key.private_bytes(serialization.Encoding.PEM, private, serialization.NoEncryption()))
    return certificate, key


def evidence(record: RunRecord, folder: Path) -> Path:
    """A folder as a run leaves it, but small."""
    (folder / "exchanges").mkdir(parents=True)
    (folder / "verdict.json").write_bytes(verdict_json.document(record))
    (folder / "index.html").write_text("<!doctype html><title>page one</title>")
    (folder / "messages.ndjson").write_text('{"meta":{}}\n{"testRunFinished":{}}\n')
    for number in (1, 2):
        (folder / "exchanges" / f"srpd-6.2.d-{number:03}-sent.xml").write_text(f"<Request>{number}</Request>")
    return folder


def packed(record: RunRecord, folder: Path, signer: Signer | None = None, state: Checkout | None = None) -> Path:
    """The zip of a folder of evidence."""
    state = state or Checkout("0" * 40)
    return writing.write(record, folder, folder, (state, state), signer)


def spoilt(pack: Path, target: Path, spoil: Spoil) -> Path:
    """A copy of a zip with its content spoilt, under the same name in the folder `target`."""
    with zipfile.ZipFile(pack) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    spoil(content)
    target.mkdir()
    with zipfile.ZipFile(target / pack.name, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target / pack.name


def unpacked(pack: Path, target: Path) -> Path:
    """The pack as a folder."""
    shutil.unpack_archive(pack, target)
    return target
