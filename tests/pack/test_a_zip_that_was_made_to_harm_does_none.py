"""Links, bombs, names that stand twice: a pack is read without unpacking, and nothing in it is trusted."""

import stat
import zipfile
from pathlib import Path

import pytest

from harness.signatures import Signer
from reports.pack import opened
from reports.pack.verify import verified
from tests.pack.making import unpacked


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
