"""`mp107 pki` writes what the suite reads back, keeps keys to their owner, and touches nothing of anybody else's."""

import ssl
from contextlib import suppress
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from commands.pki import pki as pki_command
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki
from sut_adapters.trouble import Misconfigured


def mint_into(folder: Path, *options: str) -> Result:
    app = typer.Typer()
    app.command()(pki_command)
    return CliRunner().invoke(app, [str(folder), *options])


@pytest.fixture(scope="module")
def written(pki: TestPki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pki") / "new" / "test-pki"
    pki.write(folder)
    return folder


@pytest.fixture
def copy(pki: TestPki, tmp_path: Path) -> Path:
    """A folder to be spoilt."""
    pki.write(tmp_path / "copy")
    return tmp_path / "copy"


def test_what_is_read_back_is_what_was_written(pki: TestPki, written: Path) -> None:
    read = TestPki.read(written)
    assert read.certificates == pki.certificates
    assert read.user_id == pki.user_id
    assert read.crl == pki.crl
    assert {place: one.key.private_numbers() for place, one in read.credentials.items()} == {
        place: one.key.private_numbers() for place, one in pki.credentials.items()
    }


def test_keys_are_readable_by_their_owner_alone(written: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in written.rglob("*.key")} == {0o600}
    assert written.stat().st_mode & 0o077 == 0


def test_the_readme_names_every_kind_of_place(pki: TestPki, written: Path) -> None:
    text = (written / "README.md").read_text(encoding="utf-8")
    for place in (*(place.rsplit("/", 1)[-1] for place in pki.credentials if "spoilt" not in place), "spoilt/signer-"):
        assert place.removesuffix("-2").removesuffix("-1") in text


def test_a_connection_can_be_opened_with_it(tmp_path: Path) -> None:
    assert mint_into(tmp_path).exit_code == 0
    authority = f"{tmp_path / places.TLS_AUTHORITY}.pem"
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=authority)
    server.verify_mode = ssl.CERT_REQUIRED
    client = ssl.create_default_context(cafile=authority)
    for side, place in ((server, places.TLS_SERVER), (client, places.tls_client("Northmoor"))):
        side.load_cert_chain(f"{tmp_path / place}.pem", f"{tmp_path / place}.key")
    _shake_hands(server, client, "127.0.0.1")


def test_the_command_mints_one_that_can_be_read(tmp_path: Path) -> None:
    result = mint_into(tmp_path / "pki")
    assert result.exit_code == 0
    assert str(tmp_path / "pki") in result.stdout.replace("\n", "")
    assert TestPki.read(tmp_path / "pki").trust()


def test_a_seed_and_a_day_give_the_same_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = []
    for name, seed, second in (("a", "5", "1667476800"), ("b", "5", "1667476801"), ("c", "6", "1667476800")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", second)
        assert mint_into(tmp_path / name, "--seed", seed).exit_code == 0
        files = (file for file in (tmp_path / name).rglob("*") if file.is_file())
        said.append({file.relative_to(tmp_path / name): file.read_bytes() for file in files})
    first, again, other = said
    assert first == again
    assert [file for file in first if file.suffix == ".key" and first[file] == other[file]] == []


def test_a_moment_that_is_none_is_a_configuration_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = mint_into(tmp_path / "pki")
    assert result.exit_code == 12
    assert "SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds" in result.stderr


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    assert mint_into(tmp_path).exit_code == 0


@pytest.mark.parametrize("mine", ["letter.txt", "smki/root.key"])
def test_files_that_are_there_already_are_left_alone(tmp_path: Path, mine: str) -> None:
    (tmp_path / mine).parent.mkdir(exist_ok=True)
    (tmp_path / mine).write_text("mine")
    result = mint_into(tmp_path)
    assert (result.exit_code, (tmp_path / mine).read_text()) == (12, "mine")
    assert "holds files already" in result.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / mine]


def test_a_folder_that_cannot_be_made_is_a_configuration_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for impossible in (tmp_path / "file", tmp_path / "file" / "pki"):
        result = mint_into(impossible)
        assert result.exit_code == 12
        assert "cannot be written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("spoilt", "content", "said"),
    [
        ("pki.toml", "places = [", "is no TOML"),
        ("pki.toml", 'places = ["../../etc/passwd"]', "key places"),
        ("pki.toml", 'places = []\nuser_id = {a = "b"}', "key user_id"),
        ("smki/root.pem", "", "is no X.509 certificate"),
        ("smki/root.key", "-----BEGIN PRIVATE KEY-----", "is no private key"),
        ("smki/revoked.crl", "", "is no certificate revocation list"),
    ],
)
def test_a_spoilt_folder_is_a_configuration_error(copy: Path, spoilt: str, content: str, said: str) -> None:
    (copy / spoilt).write_text(content)
    with pytest.raises(Misconfigured, match=said):
        TestPki.read(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "smki/root.key").unlink()
    with pytest.raises(Misconfigured, match=r"root\.key: cannot be read"):
        TestPki.read(copy)


def _shake_hands(server: ssl.SSLContext, client: ssl.SSLContext, host: str) -> None:
    """Both sides in memory, each of which wants the other's certificate."""
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    sides = [client.wrap_bio(down, up, server_hostname=host), server.wrap_bio(up, down, server_side=True)]
    for _ in range(4):
        for side in sides:
            with suppress(ssl.SSLWantReadError):
                side.do_handshake()
    assert all(side.getpeercert() for side in sides)
