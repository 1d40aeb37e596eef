"""Whether a pack is what its maker signed: the signature, then the manifest, then every file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.x509 import Certificate

from harness import signatures
from harness.record import RunRecord
from reports import verdict_json
from reports.pack.comparing import of_the_files, of_the_list
from reports.pack.layout import MANIFEST, SIGNATURE
from reports.pack.manifest import Manifest, read
from reports.pack.opened import DAMAGE, Opened, Unreadable, opened
from reports.pack.proofs import COMMANDS, objection

__all__ = ["Unreadable", "Verified", "verified"]

LARGEST = 256 << 20
"""Bytes, of a file that is read whole."""

VERDICT = "verdict.json"
REPEATED = ("verdict", "exit_code", "claim", "seed", "nonce", "certified", "stage", "boundary", "release", "started")
"""What the manifest repeats from `verdict.json`."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found. `problems` is empty if every file is as the manifest says.

    `signature` is why the signature does not hold, or was not checked; empty where it holds. `signer` is whose it is,
    by the certificate given. `record` is the content of `verdict.json`, where the files are those of the manifest.
    """

    path: Path
    manifest: Manifest | None = None
    signer: str = ""
    signature: str = ""
    problems: tuple[str, ...] = ()
    record: RunRecord | None = field(default=None, repr=False)

    @property
    def intact(self) -> bool:
        """Whether the files are those of the manifest, whoever made it."""
        return self.manifest is not None and not self.problems

    @property
    def valid(self) -> bool:
        """Whether the pack is intact and signed by the certificate given."""
        return self.intact and not self.signature


def verified(path: Path, certificate: Certificate | None) -> Verified:
    """Raises Unreadable where there is no pack. Without a certificate the signature is not checked, and it says so."""
    with opened(path) as pack:
        try:
            return _verified(path, pack, certificate)
        except OSError as error:
            raise Unreadable(f"{path}: cannot be read: {error.strerror or error}") from error


def _verified(path: Path, pack: Opened, certificate: Certificate | None) -> Verified:
    text, problem = _whole(pack, MANIFEST)
    signature = _signature(pack, text, certificate)
    signer = signatures.subject(certificate) if certificate and not signature else ""
    if problem:
        return Verified(path, None, signer, signature, (*pack.problems, problem))
    try:
        manifest = read(text)
    except ValueError as error:
        return Verified(path, None, signer, signature, (*pack.problems, f"{MANIFEST}: {_said(error)}"))
    problems = [*pack.problems, *of_the_list(path, pack, manifest), *of_the_files(pack, manifest, text)]
    if problems:
        return Verified(path, manifest, signer, signature, tuple(problems))
    record, more = _record(pack, manifest)
    return Verified(path, manifest, signer, signature, (*more, *_proofs(pack, manifest)), record)


def _signature(pack: Opened, text: bytes, certificate: Certificate | None) -> str:
    if SIGNATURE not in pack.names:
        return f"the pack is unsigned: it has no {SIGNATURE}"
    if certificate is None:
        return "the signature was not checked: no certificate was given"
    signature, problem = _whole(pack, SIGNATURE)
    if problem:
        return problem
    said = signatures.objection(text, signature, certificate)
    return f"{SIGNATURE}: {said}" if said else ""


def _record(pack: Opened, manifest: Manifest) -> tuple[RunRecord | None, list[str]]:
    text, problem = _whole(pack, VERDICT)
    if problem:
        return None, [problem]
    try:
        record = verdict_json.read(text)
    except ValueError as error:
        return None, [f"{VERDICT}: {_said(error)}"]
    differs = [name for name in REPEATED if getattr(record, name) != getattr(manifest, name)]
    return record, [f"{VERDICT}: says another {name} than the manifest" for name in differs]


def _proofs(pack: Opened, manifest: Manifest) -> Iterator[str]:
    """Which proofs in it are not those that the manifest says, or are of another suite than the one that asked."""
    digests = {file.path: file.sha256 for file in manifest.files}
    for name in COMMANDS:
        if manifest.proofs.get(name, "") != digests.get(name, ""):
            yield f"{name}: the manifest names another as the proof of the suite"
        elif name in digests:
            content, problem = _whole(pack, name)
            if said := problem or objection(name, content, manifest.suite.parts):
                yield f"{name}: {said}"


def _whole(pack: Opened, name: str) -> tuple[bytes, str]:
    """The content, or why it cannot be had."""
    if name not in pack.names:
        return b"", f"{name}: is not in the pack"
    if (size := pack.size(name)) > LARGEST:
        return b"", f"{name}: has {size} bytes, more than it ever has"
    try:
        return b"".join(pack.chunks(name, size)), ""
    except DAMAGE as error:
        return b"", f"{name}: cannot be read: {error}"


def _said(error: ValueError) -> str:
    return f"is not what it has to be: {' '.join(str(error).split())[:200]}"
