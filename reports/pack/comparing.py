"""A pack against its manifest: its name, the list of its files, and each file's digest."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from reports.pack.layout import MANIFEST, SIGNATURE, is_part
from reports.pack.manifest import File, Manifest
from reports.pack.opened import DAMAGE, Opened

OWN = frozenset({MANIFEST, SIGNATURE})
MOST_BYTES = 4 << 30
"""What all files of a pack may come to; more is not read."""


def of_the_list(path: Path, pack: Opened, manifest: Manifest) -> Iterator[str]:
    """What is wrong with the name of the pack and with the names in it."""
    listed = Counter(file.path for file in manifest.files)
    if not path.is_dir() and path.name != manifest.pack:
        yield f"{path.name}: the manifest says that this pack is called {manifest.pack}"
    if (manifest.signature == SIGNATURE) is not (SIGNATURE in pack.names):
        there = "a" if SIGNATURE in pack.names else "no"
        yield f"{SIGNATURE}: the manifest says {manifest.signature}, and the pack has {there} signature"
    yield from (f"{name}: is listed {times} times in the manifest" for name, times in listed.items() if times > 1)
    yield from (
        f"{name}: is listed in the manifest, and no pack holds such a file" for name in listed if not is_part(name)
    )
    yield from (f"{name}: is in the pack and not in the manifest" for name in sorted(pack.names - set(listed) - OWN))


def of_the_files(pack: Opened, manifest: Manifest, text: bytes) -> Iterator[str]:
    """Which files are not those of the manifest, with the line of it; `text` is the manifest as it was read."""
    if sum(file.bytes for file in manifest.files) > MOST_BYTES:
        yield f"{MANIFEST}: lists more than {MOST_BYTES} bytes; no pack is so large, and nothing more was read"
        return
    lines = {line.strip(): number for number, line in enumerate(text.decode(errors="replace").splitlines(), 1)}
    for file in manifest.files:
        if said := _of_a_file(pack, file):
            shown = json.dumps(asdict(file), ensure_ascii=False)
            yield f"{file.path}: {said} ({MANIFEST} line {lines.get(f'{shown},', lines.get(shown, '?'))})"


def _of_a_file(pack: Opened, file: File) -> str:
    if file.path not in pack.names:
        return "is in the manifest and not in the pack"
    digest, size = hashlib.sha256(), 0
    try:
        for chunk in pack.chunks(file.path, file.bytes):
            digest.update(chunk)
            size += len(chunk)
    except DAMAGE as error:
        return f"cannot be read: {error}"
    if size != file.bytes:
        return f"has {'more' if size > file.bytes else 'fewer'} bytes than the {file.bytes} of the manifest"
    found = digest.hexdigest()
    return "" if found == file.sha256 else f"has the digest {found}, and the manifest says {file.sha256}"
