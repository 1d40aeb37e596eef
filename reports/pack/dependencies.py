"""The libraries that ran: as the lock file names them, with its digests, and as they are installed."""

import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from reports.pack.manifest import Dependency

LOCK = "requirements.lock"

_NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def dependencies(root: Path) -> tuple[Dependency, ...]:
    """Those of the lock file first, then whatever else is installed beside them, each in the order of the names."""
    installed = {_normal(one.name): one.version for one in distributions() if one.name}
    locked = {_normal(name): (version, hashes) for name, version, hashes in _locked(root / LOCK)}
    first = [Dependency(name, *_version(name, locked, installed)) for name in sorted(locked)]
    others = [Dependency(name, "", installed[name]) for name in sorted(set(installed) - set(locked))]
    return (*first, *others)


def lock_digest(root: Path) -> str:
    """SHA-256 of the lock file; empty where there is none."""
    path = root / LOCK
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _version(
    name: str, locked: dict[str, tuple[str, tuple[str, ...]]], installed: dict[str, str]
) -> tuple[str, str, tuple[str, ...]]:
    version, hashes = locked[name]
    return version, installed.get(name, ""), hashes


def _locked(path: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Name, version and digests of each entry; one entry may go over many lines."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for entry in text.replace("\\\n", " ").splitlines():
        if found := _NAME.match(entry):
            yield found[1], found[2], tuple(_HASH.findall(entry))


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
