"""A pack opened for reading, zip or folder: what is in it, without writing anything and without trusting any name.

Nothing is unpacked. What a zip says of a file's size is compared with the manifest before the file is read.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from reports.pack.layout import MANIFEST, SIGNATURE, is_beside, is_part

CHUNK = 1 << 20
MOST_FILES = 200_000

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What reading a zip that is broken, encrypted or made to harm can raise."""


class Unreadable(Exception):
    """There is no pack here: says what there is."""


class Opened(Protocol):
    """`names` are the files in it; `problems` what is wrong with how it is put together."""

    @property
    def names(self) -> frozenset[str]: ...

    @property
    def problems(self) -> tuple[str, ...]: ...

    def size(self, name: str) -> int:
        """How long a file claims to be, in bytes."""
        ...

    def chunks(self, name: str, size: int) -> Iterator[bytes]:
        """The content of a file, and no more than one byte beyond `size`. Raises what is in DAMAGE, or OSError."""
        ...


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Raises Unreadable."""
    if path.is_dir():
        yield _Folder.of(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            yield _Zip.of(archive)
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}; name an evidence pack, a zip or a folder") from error
    except zipfile.BadZipFile as error:
        raise Unreadable(f"{path}: is no zip that can be read; name an evidence pack, or get it again") from error


@dataclass(frozen=True, slots=True)
class _Folder:
    root: Path
    names: frozenset[str]
    problems: tuple[str, ...]

    @classmethod
    def of(cls, root: Path) -> "_Folder":
        found = {path.relative_to(root).as_posix(): path for path in root.rglob("*")}
        odd = {name for name, path in found.items() if path.is_symlink() or not (path.is_dir() or path.is_file())}
        files = {name for name, path in found.items() if name not in odd and path.is_file()}
        inside = frozenset(name for name in files if not is_beside(name) and name != ".gitignore")
        return cls(root, inside, tuple(f"{name}: is a link or no file; a pack holds files" for name in sorted(odd)))

    def size(self, name: str) -> int:
        return (self.root / name).stat().st_size

    def chunks(self, name: str, size: int) -> Iterator[bytes]:
        with (self.root / name).open("rb") as content:
            yield from _limited(content, size)


@dataclass(frozen=True, slots=True)
class _Zip:
    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    names: frozenset[str]
    problems: tuple[str, ...]

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> "_Zip":
        infos = archive.infolist()
        if len(infos) > MOST_FILES:
            return cls(archive, {}, frozenset(), (f"it holds {len(infos)} files; no pack is so large",))
        entries = {info.filename: info for info in infos}
        twice = {info.filename for info in infos if entries[info.filename] is not info}
        problems = [f"{_shown(name)}: is in it twice" for name in sorted(twice)]
        problems += [said for info in infos if (said := _objection(info))]
        problems += ["the zip has a comment; no pack has one"] if archive.comment else []
        return cls(archive, entries, frozenset(entries) - twice, tuple(problems))

    def size(self, name: str) -> int:
        return self.entries[name].file_size

    def chunks(self, name: str, size: int) -> Iterator[bytes]:
        entry = self.entries[name]
        if entry.file_size != size:
            raise ValueError(f"it has {entry.file_size} bytes, and the manifest says {size}")
        with self.archive.open(entry) as content:
            yield from _limited(content, size)


def _objection(entry: zipfile.ZipInfo) -> str:
    mode = entry.external_attr >> 16
    name = _shown(entry.filename)
    if entry.filename not in (MANIFEST, SIGNATURE) and not is_part(entry.filename):
        return f"{name}: no pack holds a file of this name"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return f"{name}: is a link or no file; a pack holds files"
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return f"{name}: is encrypted or compressed as no pack is"
    return ""


def _limited(content: IO[bytes], size: int) -> Iterator[bytes]:
    """A compressed file may be of any length whatever the zip says: reading stops one byte beyond the size."""
    left = size + 1
    while left and (chunk := content.read(min(CHUNK, left))):
        left -= len(chunk)
        yield chunk


def _shown(name: str) -> str:
    """A name that somebody chose, so that it steers no terminal and fills no screen."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)[:120] or "a file without a name"
