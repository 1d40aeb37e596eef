"""`manifest.json`: what a pack consists of, and where it comes from."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from pydantic import ConfigDict, TypeAdapter, with_config

from harness.record import WaiverRecord

FORMAT: Final = "mp107 evidence 1"


@dataclass(frozen=True, slots=True)
class File:
    """A part of the pack: `sha256` in lower-case hexadecimal, `bytes` its length."""

    sha256: str
    bytes: int
    path: str


@dataclass(frozen=True, slots=True)
class SuiteState:
    """The suite that asked.

    `commit` is empty where it was no checkout, `patch` the file of the pack that holds what differed from the commit,
    and `untracked` the digests of what was never committed, by path. `changed` says that it did not stay as it was.
    `parts` are the digests of its folders, by which a proof is known for one of this suite.
    """

    version: str
    commit: str
    clean: bool
    patch: str = ""
    untracked: Mapping[str, str] = field(default_factory=dict)
    changed: bool = False
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dependency:
    """A library: the version in the lock file with the digests there, and the version that ran; empty for none."""

    name: str
    locked: str
    installed: str
    sha256: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class System:
    """The system under test, as it was named and as it called itself; the digest of its certificate in TLS."""

    name: str
    identity: str
    tls_fingerprint: str


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Whose signature goes with the manifest; `sha256` is the fingerprint of the certificate."""

    subject: str
    sha256: str


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class Manifest:
    """`pack` is the name of the zip. `proofs` are digests of kill matrices and of the proof, empty for what is
    not in it; `left_out` says why one that lay there is not.

    `signature` is the file with the signature, or says that the pack is unsigned; `signed_by` is then None.
    """

    format: Literal["mp107 evidence 1"]
    pack: str
    signature: Literal["manifest.p7s", "unsigned"]
    signed_by: SignedBy | None
    certified: bool
    nonce: str
    seed: int
    stage: str | None
    boundary: str | None
    release: str | None
    verdict: str
    exit_code: int
    claim: str
    started: str
    ended: str
    system: System
    profile: str
    profile_sha256: str
    readings: Mapping[str, str]
    waivers: tuple[WaiverRecord, ...]
    proofs: Mapping[str, str]
    suite: SuiteState
    environment: Mapping[str, str]
    lock_sha256: str
    dependencies: tuple[Dependency, ...]
    files: tuple[File, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)


_adapter = TypeAdapter(Manifest)


def document(manifest: Manifest) -> bytes:
    """UTF-8 JSON. A file is one line, which begins with its digest, so that `sed` and `sha256sum` can check it."""
    content = _adapter.dump_python(manifest, mode="json")
    files = content.pop("files")
    head = json.dumps(content, indent=2, ensure_ascii=False).removesuffix("\n}")
    return f'{head},\n  "files": [\n{_lines(files)}\n  ]\n}}\n'.encode()


def read(text: bytes) -> Manifest:
    """Raises ValueError, which names the line or the key."""
    return _adapter.validate_json(text)


def _lines(files: Iterable[Mapping[str, object]]) -> str:
    return ",\n".join(f"    {json.dumps(file, ensure_ascii=False)}" for file in files)
