"""The files that a profile names for the report: what goes with the evidence, and the verdicts of earlier runs."""

import hashlib
import os
import re
import stat
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from pydantic import BaseModel, ConfigDict, ValidationError

from harness.reporting_profile import Earlier, Report
from harness.secrets import Secrets
from harness.verdicts import RunVerdict, Verdict
from sut_adapters.trouble import Misconfigured

LARGEST = 25 << 20
LARGEST_TOGETHER = 100 << 20
LARGEST_VERDICT = 256 << 20
"""Bytes: of one attachment, of all of them, and of a `verdict.json`."""

VERDICT, ZIP = "verdict.json", b"PK"
DAMAGE = (BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError)
"""What a zip that is broken, encrypted or none of ours can raise."""

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_. ()+-]{0,98}[A-Za-z0-9_)+-])?")


class EarlierRun(Earlier):
    """What is kept of an earlier run; `verdicts` by scenario id."""

    sha256: str
    started: str
    build: str
    release: str
    verdict: RunVerdict
    verdicts: Mapping[str, Verdict]


class Told(Report):
    """The table with the earlier runs read."""

    earlier: tuple[EarlierRun, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that is fit to go with the evidence, to be called `name` there; `key` is where the profile has it."""

    key: str
    name: str
    path: Path
    folder: Path

    def content(self) -> bytes:
        """As it is now. Raises Misconfigured, since it may have been changed in the meantime."""
        try:
            return _content(self.folder, self.path, LARGEST)
        except ValueError as error:
            raise Misconfigured(f"{self.key}: {error}") from error


def attached(report: Report, folder: Path, known: Secrets) -> tuple[AttachedFile, ...]:
    """Every attachment, looked at once. Raises Misconfigured, naming the key, the file and the mend."""
    files = tuple(_attached(report, folder))
    names: dict[str, str] = {}
    for file in files:
        if names.setdefault(file.name.lower(), file.key) != file.key:
            raise Misconfigured(f"{file.key}: {names[file.name.lower()]} is called {file.name} as well; rename one")
    total = 0
    for file in files:
        content = file.content()
        total += len(content)
        if total > LARGEST_TOGETHER:
            raise Misconfigured(
                f"report.attachment: together they have more than {LARGEST_TOGETHER >> 20} MiB; attach less"
            )
        if known.without_octets(content) != content:
            raise Misconfigured(
                f"{file.key}: {file.path} holds a private key, or what the environment or the profile holds as a "
                "secret; nothing secret goes with the evidence, so take it out"
            )
    return files


def told(report: Report, folder: Path) -> Told:
    """The table with what the earlier runs came to. Raises Misconfigured as `attached` does."""
    runs = [_earlier(f"report.earlier.{number}.file", one, folder) for number, one in enumerate(report.earlier)]
    return Told.model_validate({**dict(report), "earlier": tuple(runs)})


def _attached(report: Report, folder: Path) -> Iterator[AttachedFile]:
    for number, one in enumerate(report.attachment):
        file = AttachedFile(f"report.attachment.{number}.file", Path(one.file).name, Path(one.file), folder)
        if not _NAME.fullmatch(file.name):
            raise Misconfigured(
                f"{file.key}: {file.name!a} is no name for an attachment; begin with a letter, and use letters, "
                "digits, blanks and . _ - + ( ), a hundred at most"
            )
        yield file


class _Scenario(BaseModel):
    id: str
    verdict: Verdict


class _Sut(BaseModel):
    name: str
    identity: str = ""


class _Verdict(BaseModel):
    """As much of a `verdict.json`, of whatever version, as a history needs."""

    model_config = ConfigDict(extra="ignore")

    verdict: RunVerdict
    sut: _Sut
    started: str = ""
    release: str | None = None
    scenarios: tuple[_Scenario, ...] = ()


def _earlier(key: str, one: Earlier, folder: Path) -> EarlierRun:
    try:
        content = _verdict_in(_content(folder, Path(one.file), LARGEST_VERDICT))
        found = _Verdict.model_validate_json(content)
    except ValidationError as error:
        said = error.errors()[0]
        place = ".".join(map(str, said["loc"])) or "its content"
        raise Misconfigured(f"{key}: {one.file}: is no verdict.json: {place}: {said['msg']}; name one") from error
    except DAMAGE as error:
        raise Misconfigured(f"{key}: {one.file}: is no pack that can be read: {error}; get it again") from error
    except ValueError as error:
        raise Misconfigured(f"{key}: {error}") from error
    return EarlierRun(
        **dict(one),
        sha256=hashlib.sha256(content).hexdigest(),
        started=found.started,
        build=found.sut.identity or found.sut.name,
        release=found.release or "",
        verdict=found.verdict,
        verdicts={scenario.id: scenario.verdict for scenario in found.scenarios},
    )


def _verdict_in(content: bytes) -> bytes:
    """Of a pack its `verdict.json`, and anything else as it is. Raises what is in DAMAGE."""
    if not content.startswith(ZIP):
        return content
    with ZipFile(BytesIO(content)) as pack, pack.open(VERDICT) as verdict:
        found = verdict.read(LARGEST_VERDICT + 1)
    if len(found) > LARGEST_VERDICT:
        raise BadZipFile(f"{VERDICT} in it has more than {LARGEST_VERDICT >> 20} MiB")
    return found


def _content(folder: Path, path: Path, largest: int) -> bytes:
    """Of a plain file below the folder, reached through no link. Raises ValueError, with the mend."""
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{path} is outside the profile's folder; copy it there and give its path from there")
    for link in (folder / part for part in (path, *path.parents)):
        if link != folder and link.is_symlink():
            raise ValueError(f"{path} is, or lies behind, a symbolic link; put the file itself there")
    try:
        with os.fdopen(_as_it_is(folder / path), "rb") as file:
            return _read(path, file, largest)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}; name a file that can be read") from error


def _as_it_is(path: Path) -> int:
    """Opened without following a link, and without waiting for somebody at the other end of a pipe."""
    return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)


def _read(path: Path, file: IO[bytes], largest: int) -> bytes:
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        raise ValueError(f"{path} is no plain file; name one")
    content = file.read(largest + 1)
    if len(content) > largest:
        raise ValueError(f"{path} has more than {largest >> 20} MiB; attach the part that matters")
    return content
