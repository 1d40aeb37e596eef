"""Nothing is run that is not the pinned version, and nothing is written outside its folder."""

import hashlib
import io
import tarfile
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from interop.packages import SIGN_WRAP, Package, Unavailable, unpack, unpacked


def tarball(path: Path, *names: str, kind: bytes = tarfile.REGTYPE) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.type, member.linkname, member.size = kind, "/etc", len(name) if kind == tarfile.REGTYPE else 0
            archive.addfile(member, io.BytesIO(name.encode()))
    return path


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_the_files_of_a_package_come_out_without_the_folder_round_them(tmp_path: Path) -> None:
    unpack(tarball(tmp_path / "a.tgz", "package/README.md", "package/dist/tool.jar"), tmp_path / "out")
    assert files(tmp_path / "out") == {"README.md", "dist/tool.jar"}


@pytest.mark.parametrize("name", ["package/../../outside", "/outside", "../outside", "elsewhere/file", "package"])
def test_what_lies_elsewhere_is_left_out(tmp_path: Path, name: str) -> None:
    unpack(tarball(tmp_path / "a.tgz", name, "package/within"), tmp_path / "in" / "out")
    assert files(tmp_path) == {"a.tgz", "in/out/within"}


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_left_out(tmp_path: Path, kind: bytes) -> None:
    unpack(tarball(tmp_path / "a.tgz", "package/link", kind=kind), tmp_path / "out")
    assert files(tmp_path) == {"a.tgz"}


def test_a_tarball_that_is_there_is_taken_without_asking_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interop.packages.shutil.which", lambda _: None)
    package = Package("@somebody/thing", "1.0.0", "")
    content = tarball(tmp_path / package.tarball, "package/file").read_bytes()
    package = replace(package, sha512=b64encode(hashlib.sha512(content).digest()).decode())
    assert files(unpacked(package, tmp_path)) == {"file"}


def test_without_npm_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interop.packages.shutil.which", lambda _: None)
    with pytest.raises(Unavailable, match=r"^npm is missing, .*; install Node\.js 16 or later$"):
        unpacked(SIGN_WRAP, tmp_path)


def test_another_content_under_the_name_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tarball(tmp_path / SIGN_WRAP.tarball, "package/something else")
    monkeypatch.setattr("interop.packages.shutil.which", lambda _: None)
    with pytest.raises(Unavailable, match="npm is missing"):
        unpacked(SIGN_WRAP, tmp_path)


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command in the place of npm, to be written."""
    command = tmp_path / "npm"
    monkeypatch.setattr("interop.packages.shutil.which", lambda _: str(command))
    return command


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo code ENOTFOUND >&2; exit 1", "code ENOTFOUND"),
        ("exit 7", "exit 7"),
        ("exit 0", "is not what npm publishes as @smartdcc/duis-sign-wrap 0.1.2"),
    ],
)
def test_npm_that_brings_nothing_is_quoted(tmp_path: Path, npm: Path, script: str, said: str) -> None:
    npm.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    npm.chmod(0o700)
    with pytest.raises(Unavailable, match=said):
        unpacked(SIGN_WRAP, tmp_path / "packages")
