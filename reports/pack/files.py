"""The files of an evidence folder, with their digests."""

import hashlib
from pathlib import Path

from reports.pack.layout import MANIFEST, SIGNATURE, is_beside, is_part
from reports.pack.manifest import File
from sut_adapters.trouble import Misconfigured


def parts(folder: Path) -> tuple[File, ...]:
    """Every part of the pack in this folder, by path. Raises Misconfigured for a file that no pack may hold."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    inside = [path for path in paths if not is_beside(path) and path not in (MANIFEST, SIGNATURE, ".gitignore")]
    return tuple(_file(folder, path) for path in inside)


def _file(folder: Path, path: str) -> File:
    if not is_part(path) or (folder / path).is_symlink():
        raise Misconfigured(f"{folder / path}: no pack may hold a file of this name; take it away or rename it")
    with (folder / path).open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return File(digest, (folder / path).stat().st_size, path)
