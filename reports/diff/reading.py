"""A run to compare: a `verdict.json`, an evidence folder, or a pack, of which nothing is verified here."""

from dataclasses import dataclass
from pathlib import Path

from harness.record import RunRecord
from reports import verdict_json
from reports.discretion import discreet
from reports.pack import manifest
from reports.pack.manifest import Manifest
from reports.pack.opened import DAMAGE, Opened, Unreadable, opened

LARGEST = 256 << 20


class NoRun(Exception):
    """There is no run to compare: says what there is."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """The record of a run, and the manifest of its pack if it has one."""

    path: Path
    record: RunRecord
    manifest: Manifest | None = None


def read_run(path: Path) -> KeptRun:
    """Raises NoRun, in one line."""
    try:
        if path.is_file() and path.suffix == ".json":
            return KeptRun(path, discreet(verdict_json.read(path.read_bytes())))
        with opened(path) as pack:
            text = _content(pack, "manifest.json") if "manifest.json" in pack.names else None
            kept = manifest.read(text) if text is not None else None
            return KeptRun(path, discreet(verdict_json.read(_content(pack, "verdict.json"))), kept)
    except Unreadable as error:
        raise NoRun(str(error)) from error
    except OSError as error:
        raise NoRun(f"{path}: {error.strerror}; name a verdict.json, an evidence folder or a pack") from error
    except (KeyError, *DAMAGE) as error:
        raise NoRun(f"{path}: holds no run that can be read: {' '.join(str(error).split())[:200]}") from error


def _content(pack: Opened, name: str) -> bytes:
    if name not in pack.names:
        raise KeyError(f"no {name}")
    if (size := pack.size(name)) > LARGEST:
        raise ValueError(f"{name} has {size} bytes")
    return b"".join(pack.chunks(name, size))
