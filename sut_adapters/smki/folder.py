"""A test PKI in a folder: written whole or not at all, read back file by file.

`pki.toml` lists the places (sut_adapters.smki.places) and the User IDs; each place has a `.pem` and a `.key`.
"""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from sut_adapters.smki import key_files, readme
from sut_adapters.smki.credential import Credential
from sut_adapters.smki.index import Index, read_index
from sut_adapters.trouble import Misconfigured

INDEX = "pki.toml"
REVOCATIONS = "smki/revoked.crl"
PRIVATE = 0o600


def write(
    folder: Path,
    credentials: Mapping[str, Credential],
    crl: x509.CertificateRevocationList,
    user_id: Mapping[str, str],
) -> None:
    """Keys are readable by their owner alone. Raises Misconfigured for a folder that holds anything already."""
    target = folder.resolve()
    try:
        if target.exists() and any(target.iterdir()):
            raise Misconfigured(f"{folder}: holds files already, which are left alone; name a new folder or empty it")
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            _fill(fresh, credentials, crl, user_id)
            if target.exists():
                target.rmdir()
            fresh.rename(target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        reason = (error.strerror or "it cannot be").lower()
        raise Misconfigured(f"{folder}: cannot be written ({reason}); name a folder that can be made") from error


def read(folder: Path) -> tuple[dict[str, Credential], x509.CertificateRevocationList, Mapping[str, str]]:
    """What `write` was given; raises Misconfigured with the file and the mend."""
    index = read_index(folder / INDEX)
    credentials = {
        place: Credential(
            key_files.certificate(folder / f"{place}.pem"), key_files.private_key(folder / f"{place}.key")
        )
        for place in index.places
    }
    return credentials, key_files.revocation_list(folder / REVOCATIONS), index.user_id


def _fill(
    folder: Path,
    credentials: Mapping[str, Credential],
    crl: x509.CertificateRevocationList,
    user_id: Mapping[str, str],
) -> None:
    for place, credential in credentials.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{place}.pem").write_bytes(credential.certificate.public_bytes(Encoding.PEM))
        key = folder / f"{place}.key"
        key.touch(PRIVATE)
        key.write_bytes(credential.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / REVOCATIONS).write_bytes(crl.public_bytes(Encoding.PEM))
    (folder / "README.md").write_text(readme.TEXT, encoding="utf-8")
    (folder / INDEX).write_text(Index(user_id, tuple(credentials)).as_toml(), encoding="utf-8")
