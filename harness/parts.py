"""The parts of the suite that every answer of it rests on, each under a digest: by these a proof is known for its own.

Without git, and alike wherever the same files lie.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

PARTS: Mapping[str, tuple[str, ...]] = {
    "features": (".feature",),
    "legal": (".toml", ".csv", ".md"),
    "rulebook": (".py",),
    "steps": (".py",),
    "sut_adapters": (".py",),
    "data_update": (".py",),
    "harness": (".py",),
    "proof": (".py",),
}
"""By folder: the kinds of files that count."""


def parts(root: Path) -> dict[str, str]:
    """SHA-256 by folder, over the paths and the contents of its files; a folder that is not there is left out."""
    return {name: _digest(root / name, kinds) for name, kinds in PARTS.items() if (root / name).is_dir()}


def changed(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The folders that are not what they were, in the order of the suite."""
    return tuple(name for name in PARTS if then.get(name) != now.get(name))


def _digest(folder: Path, kinds: tuple[str, ...]) -> str:
    total = hashlib.sha256()
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.suffix in kinds}
    for name in sorted(found):
        total.update(f"{name}\0{hashlib.sha256(found[name].read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
