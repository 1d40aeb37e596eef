"""A file that a profile names, and that is not what it should be: one line with profile, key, file and mend."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from rulebook.vocabulary import Rulings
from sut_adapters.duis.adapter import assemble
from sut_adapters.duis.profile import read_profile
from sut_adapters.duis.profile_of_a_pki import profile_of
from sut_adapters.duis.transport_words import mend_of
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misconfigured

SIGNER = "parties/southfell/xml-signing.key"
NORTHMOOR = "parties/northmoor/xml-signing.key"
PLACED = "parties/southfell/digital-signing-1.pem"
TLS = "parties/northmoor/tls-client.key"
AUTHORITY = "tls/authority.pem"
FOLDERS = ("parties/", "smki/", "tls/")
FIRST = "is not the key of the certificate in"


@pytest.fixture
def environment(tmp_path: Path, pki: TestPki, pki_folder: Path) -> Callable[[str, str], Path]:
    """A profile with one file in another's place; `wrong`, `locked` and `p-384` are keys that nobody can sign with."""
    pkcs8, key = PrivateFormat.PKCS8, pki.credentials[places.xml_signing("Southfell")].key
    (tmp_path / "wrong").write_text("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n")
    (tmp_path / "locked").write_bytes(key.private_bytes(Encoding.PEM, pkcs8, BestAvailableEncryption(b"secret")))
    other = ec.generate_private_key(ec.SECP384R1())
    (tmp_path / "p-384").write_bytes(other.private_bytes(Encoding.PEM, pkcs8, NoEncryption()))

    def profile(named: str, instead: str) -> Path:
        text = profile_of(pki_folder, pki.user_id, dsp_url="https://127.0.0.1:1")
        old, new = (str(pki_folder / file) if file.startswith(FOLDERS) else file for file in (named, instead))
        assert f'"{old}"' in text
        file = tmp_path / "profile.toml"
        file.write_text(text.replace(f'"{old}"', f'"{new}"'), encoding="utf-8")
        return file

    return profile


@pytest.mark.parametrize(
    ("named", "instead", "key", "fault"),
    [
        (SIGNER, "none.key", "party.Southfell.signer", "none.key: cannot be read (no such file or directory); name"),
        (SIGNER, ".", "party.Southfell.signer", ": cannot be read (is a directory); name"),
        (SIGNER, "wrong", "party.Southfell.signer", "wrong: is no private key that can be read; give one in PEM"),
        (SIGNER, "locked", "party.Southfell.signer", "locked: the key is under a password; give it without one"),
        (SIGNER, "p-384", "party.Southfell.signer", "p-384: the key is not on P-256; give the one of the certificate"),
        (SIGNER, NORTHMOOR, "party.Southfell.signer", FIRST),
        (PLACED.replace(".pem", ".key"), NORTHMOOR, "party.Southfell.critical_signer", FIRST),
        (PLACED, "wrong", "party.Southfell.critical_signer", "wrong: is no X.509 certificate; give one in PEM or DER"),
        (PLACED.replace("1", "2"), "none.pem", "party.Southfell.critical_signer", "none.pem: cannot be read"),
        ("parties/southfell/key-agreement-1.pem", "none.pem", "party.Southfell.key_agreement", "cannot be read"),
        ("parties/dsp/xml-signing.pem", "none.pem", "dsp.certificates", "none.pem: cannot be read"),
        ("parties/s1sp2/xml-signing.pem", "wrong", "s1sp.S1SP2.certificates", "wrong: is no X.509 certificate"),
        ("smki/issuing.pem", "wrong", "trust.issuing", "wrong: is no X.509 certificate; give one in PEM or DER"),
        (TLS, "none.key", "tls", "none.key: No such file or directory; name a file that can be read"),
        (TLS, NORTHMOOR, "tls", "for TLS (KEY_VALUES_MISMATCH); give the pair"),
        (AUTHORITY, "none.pem", "tls", "none.pem: No such file or directory; name a file that can be read"),
        (AUTHORITY, "wrong", "tls", "wrong: holds no certificate to believe; give that of the authority, in PEM"),
    ],
)
def test_it_is_named(environment: Callable[[str, str], Path], named: str, instead: str, key: str, fault: str) -> None:
    file = environment(named, instead)
    with pytest.raises(Misconfigured) as raised:
        assemble(read_profile(file), Rulings())
    said = str(raised.value)
    assert said.startswith(f"{file}: {key}: ")
    assert fault in said
    assert len(said.splitlines()) == 1
    assert not {"c2VjcmV0", "secret"} & set(said.split())


@pytest.mark.parametrize(
    ("url", "said", "mend"),
    [
        ("https://dsp", "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "give in tls.authority"),
        ("https://dsp", "Server disconnected without sending a response.", "believes tls.certificate"),
        ("https://dsp", "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED]", "believes tls.certificate"),
        ("http://dsp", "Server disconnected without sending a response.", "start it"),
        ("https://dsp", "[Errno 111] Connection refused", "start it"),
    ],
)
def test_where_a_connection_fails_for_its_own_security_that_is_to_be_mended(url: str, said: str, mend: str) -> None:
    assert mend in mend_of(url, httpx.ConnectError(said), "start it")
