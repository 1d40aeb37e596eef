"""Makes a pack of what lies in the evidence folder: the manifest, its signature if there is a key, the zip."""

import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

from harness.checkout import Checkout
from harness.parts import parts as suite_parts
from harness.record import RunRecord
from harness.signatures import Signer, fingerprint, signature, subject
from reports.pack.archive import pack_name, write_zip
from reports.pack.dependencies import dependencies, lock_digest
from reports.pack.files import parts
from reports.pack.layout import MANIFEST, PATCH, SIGNATURE
from reports.pack.manifest import FORMAT, File, Manifest, SignedBy, SuiteState, System, document
from reports.pack.proofs import COMMANDS


def write(
    record: RunRecord,
    folder: Path,
    root: Path,
    states: tuple[Checkout, Checkout],
    signer: Signer | None,
    left_out: Mapping[str, str] | None = None,
) -> Path:
    """The zip. `root` is the suite's folder, `states` its state when the run began and ended.

    `left_out` says by name why a proof is not in it. Raises Misconfigured for a file that no pack may hold.
    """
    before, after = states
    if before.patch:
        (folder / PATCH).write_bytes(before.patch)
    suite = SuiteState(
        version=record.suite.version,
        commit=before.commit,
        clean=before.clean and after == before,
        patch=PATCH if before.patch else "",
        untracked=before.untracked,
        changed=after != before,
        parts=suite_parts(root),
    )
    manifest = _manifest(record, parts(folder), suite, root, signer, left_out or {})
    content = document(manifest)
    (folder / MANIFEST).write_bytes(content)
    if signer:
        (folder / SIGNATURE).write_bytes(signature(content, signer))
    target = folder / manifest.pack
    names = [MANIFEST, *([SIGNATURE] if signer else []), *(file.path for file in manifest.files)]
    write_zip(target, folder, names, record.started)
    return target


def _manifest(
    record: RunRecord,
    files: tuple[File, ...],
    suite: SuiteState,
    root: Path,
    signer: Signer | None,
    left_out: Mapping[str, str],
) -> Manifest:
    return Manifest(
        format=FORMAT,
        pack=pack_name(record.stage, record.started),
        signature="manifest.p7s" if signer else "unsigned",
        signed_by=SignedBy(subject(signer.certificate), fingerprint(signer.certificate)) if signer else None,
        certified=record.certified,
        nonce=record.nonce,
        seed=record.seed,
        stage=record.stage,
        boundary=record.boundary,
        release=record.release,
        verdict=record.verdict,
        exit_code=record.exit_code,
        claim=record.claim,
        started=record.started,
        ended=record.ended,
        system=System(record.sut.name, record.sut.identity, record.sut_fingerprint),
        profile=record.profile,
        profile_sha256=record.profile_digest,
        readings=record.readings,
        waivers=record.waivers,
        proofs=_proofs(files),
        suite=suite,
        environment={"python": platform.python_version(), "system": f"{platform.system()} {platform.machine()}"},
        lock_sha256=lock_digest(root),
        dependencies=dependencies(root),
        files=files,
        left_out=left_out,
    )


def _proofs(files: Iterable[File]) -> dict[str, str]:
    digests = {file.path: file.sha256 for file in files}
    return {name: digests.get(name, "") for name in COMMANDS}
