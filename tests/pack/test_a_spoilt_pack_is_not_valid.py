"""Whatever is done to a signed pack, it is not valid any more, and the reason names the file."""

import json
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from harness.record import RunRecord
from harness.signatures import Signer, objection, signature
from reports.pack import opened
from reports.pack.verify import Unreadable, verified
from tests.pack.making import Spoil, evidence, packed, signer, spoilt, unpacked

FIRST, SECOND = "exchanges/srpd-6.2.d-001-sent.xml", "exchanges/srpd-6.2.d-002-sent.xml"


def drop(content: dict[str, bytes]) -> None:
    del content[FIRST]


def add(content: dict[str, bytes]) -> None:
    content["exchanges/one-more.xml"] = b"<Request/>"


def rename(content: dict[str, bytes]) -> None:
    content["exchanges/another.xml"] = content.pop(FIRST)


def swap(content: dict[str, bytes]) -> None:
    content[FIRST], content[SECOND] = content[SECOND], content[FIRST]


def truncate(content: dict[str, bytes]) -> None:
    content["messages.ndjson"] = content["messages.ndjson"].splitlines(keepends=True)[0]


def unsign(content: dict[str, bytes]) -> None:
    del content["manifest.p7s"]


def climb(content: dict[str, bytes]) -> None:
    content["../../index.html"] = b"<html>"


def smuggle(content: dict[str, bytes]) -> None:
    content["exchanges/..\\index.html"] = b"<html>"


def without_manifest(content: dict[str, bytes]) -> None:
    del content["manifest.json"]


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (drop, f"{FIRST}: is in the manifest and not in the pack"),
        (add, "exchanges/one-more.xml: is in the pack and not in the manifest"),
        (rename, "exchanges/another.xml: is in the pack and not in the manifest"),
        (swap, f"{SECOND}: has the digest "),
        (truncate, "messages.ndjson: cannot be read: it has 12 bytes, and the manifest says "),
        (unsign, "manifest.p7s: the manifest says manifest.p7s, and the pack has no signature"),
        (climb, "../../index.html: no pack holds a file of this name"),
        (smuggle, "no pack holds a file of this name"),
        (without_manifest, "manifest.json: is not in the pack"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_reason_names_the_file(pack: Path, tester: Signer, tmp_path: Path, spoil: Spoil, named: str) -> None:
    found = verified(spoilt(pack, tmp_path / "spoilt", spoil), tester.certificate)
    assert not found.valid
    assert named in "\n".join(found.problems)


def test_a_bit_in_any_file_shows(pack: Path, tester: Signer, tmp_path: Path) -> None:
    with zipfile.ZipFile(pack) as archive:
        names = archive.namelist()
    for number, name in enumerate(names):
        for place, bit in ((0, 0), (-1, 7)):
            found = verified(_flipped(pack, tmp_path / f"{number}{place}", name, place, bit), tester.certificate)
            assert not found.valid, name
            assert name in f"{found.signature} {found.problems}", name


def _flipped(pack: Path, target: Path, name: str, place: int, bit: int) -> Path:
    def flip(content: dict[str, bytes]) -> None:
        changed = bytearray(content[name])
        changed[place] ^= 1 << bit
        content[name] = bytes(changed)

    return spoilt(pack, target, flip)


def test_a_line_of_the_manifest_is_named(pack: Path, tester: Signer, tmp_path: Path) -> None:
    found = verified(spoilt(pack, tmp_path / "spoilt", swap), tester.certificate)
    folder = unpacked(pack, tmp_path / "folder")
    lines = (folder / "manifest.json").read_text().splitlines()
    number = int(found.problems[0].rpartition("line ")[2].rstrip(")"))
    assert json.loads(lines[number - 1].strip().rstrip(","))["path"] == FIRST


def test_every_bit_of_the_signature_counts(tester: Signer) -> None:
    content = b'{"format": "mp107 evidence 1"}\n'
    good = signature(content, tester)
    assert objection(content, good, tester.certificate) == ""
    for number in range(len(good) * 8):
        changed = bytearray(good)
        changed[number // 8] ^= 1 << number % 8
        assert objection(content, bytes(changed), tester.certificate), number


@pytest.mark.parametrize("more", [b"\0", b"\x30\x00"])
def test_nothing_may_follow_the_signature(tester: Signer, more: bytes) -> None:
    assert objection(b"", signature(b"", tester) + more, tester.certificate)


def test_a_signature_of_nothing_of_the_kind_is_told(tester: Signer) -> None:
    for text in (b"", b"\x30", b"-----BEGIN CMS-----", b"\x30\x80" * 1000, b"\xff" * 100_000):
        assert objection(b"", text, tester.certificate) == "it is no detached CMS signature"


def test_a_pack_that_another_signs_again_is_not_the_testers(
    record: RunRecord, pack: Path, tester: Signer, tmp_path: Path
) -> None:
    forged = packed(record, evidence(record, tmp_path / "forged"), signer("Tester"))
    found = verified(forged, tester.certificate)
    assert found.intact
    assert found.signature == "manifest.p7s: it was made with another certificate"
    assert verified(pack, tester.certificate).valid


def test_a_key_of_the_same_name_and_number_is_another(tester: Signer) -> None:
    assert tester.certificate.issuer == signer("Tester").certificate.issuer
    twin = Signer(tester.certificate, signer("Tester").key)
    assert objection(b"", signature(b"", twin), tester.certificate) == "it does not fit the content"


def test_an_old_pack_under_a_new_name_is_found_out(pack: Path, tester: Signer, tmp_path: Path) -> None:
    renamed = shutil.copy(pack, tmp_path / "evidence-uit-20300101T000000Z.zip")
    found = verified(Path(renamed), tester.certificate)
    assert found.problems == (f"{renamed.name}: the manifest says that this pack is called {pack.name}",)


def test_a_name_that_stands_twice_is_found_out(pack: Path, tester: Signer) -> None:
    with zipfile.ZipFile(pack, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("index.html", "<html>another</html>")
    assert "index.html: is in it twice" in verified(pack, tester.certificate).problems


def test_a_link_is_found_out(pack: Path, tester: Signer, tmp_path: Path) -> None:
    folder = unpacked(pack, tmp_path / "folder")
    (folder / "index.html").rename(tmp_path / "elsewhere.html")
    (folder / "index.html").symlink_to(tmp_path / "elsewhere.html")
    assert "index.html: is a link or no file; a pack holds files" in verified(folder, tester.certificate).problems


def test_a_link_in_a_zip_is_found_out(pack: Path, tester: Signer) -> None:
    link = zipfile.ZipInfo("exchanges/link.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(pack, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "exchanges/link.xml: is a link or no file; a pack holds files" in verified(pack, tester.certificate).problems


def test_a_comment_is_found_out(pack: Path, tester: Signer) -> None:
    with zipfile.ZipFile(pack, "a") as archive:
        archive.comment = b"signed by the Board"
    assert "the zip has a comment; no pack has one" in verified(pack, tester.certificate).problems


def test_a_bomb_is_not_unpacked(pack: Path, tester: Signer, tmp_path: Path) -> None:
    """What the zip says of its size is held against the manifest, and what it does not say is read no further."""
    with zipfile.ZipFile(pack) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    bomb = tmp_path / pack.name
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, b"\0" * 50_000_000 if name == "index.html" else data)
    (problem,) = verified(bomb, tester.certificate).problems
    assert problem.startswith("index.html: cannot be read: it has 50000000 bytes, and the manifest says ")
    _lie_about_the_size(bomb, 50_000_000, len(content["index.html"]))
    (problem,) = verified(bomb, tester.certificate).problems
    assert problem.startswith("index.html: ")


def _lie_about_the_size(bomb: Path, true: int, said: int) -> None:
    data = bomb.read_bytes()
    bomb.write_bytes(data.replace(true.to_bytes(4, "little"), said.to_bytes(4, "little")))


def test_a_zip_of_too_many_files_is_not_gone_through(
    pack: Path, tester: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "MOST_FILES", 3)
    assert "no pack is so large" in "".join(verified(pack, tester.certificate).problems)


def test_what_is_no_pack_is_unreadable(tmp_path: Path, tester: Signer) -> None:
    (tmp_path / "text.zip").write_text("no zip")
    for path in (tmp_path / "text.zip", tmp_path / "nowhere.zip"):
        with pytest.raises(Unreadable, match="name an evidence pack"):
            verified(path, tester.certificate)


def test_an_empty_folder_is_no_valid_pack(tmp_path: Path, tester: Signer) -> None:
    assert verified(tmp_path, tester.certificate).problems == ("manifest.json: is not in the pack",)
