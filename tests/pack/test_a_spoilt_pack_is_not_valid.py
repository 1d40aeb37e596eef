"""Whatever is done to a signed pack, it is not valid any more, and the reason names the file."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from harness.signatures import Signer
from reports.pack.verify import Unreadable, verified
from tests.pack.making import Spoil, spoilt, unpacked

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


def test_an_old_pack_under_a_new_name_is_found_out(pack: Path, tester: Signer, tmp_path: Path) -> None:
    renamed = shutil.copy(pack, tmp_path / "evidence-uit-20300101T000000Z.zip")
    found = verified(Path(renamed), tester.certificate)
    assert found.problems == (f"{renamed.name}: the manifest says that this pack is called {pack.name}",)


def test_what_is_no_pack_is_unreadable(tmp_path: Path, tester: Signer) -> None:
    (tmp_path / "text.zip").write_text("no zip")
    for path in (tmp_path / "text.zip", tmp_path / "nowhere.zip"):
        with pytest.raises(Unreadable, match="name an evidence pack"):
            verified(path, tester.certificate)


def test_an_empty_folder_is_no_valid_pack(tmp_path: Path, tester: Signer) -> None:
    assert verified(tmp_path, tester.certificate).problems == ("manifest.json: is not in the pack",)
