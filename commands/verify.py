"""`mp107 verify`: whether a pack is what its maker signed, by the one certificate that is given."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from harness.display import printable
from harness.signatures import fingerprint, read_certificate
from reports.pack.manifest import Manifest
from reports.pack.proofs import COMMANDS
from reports.pack.verify import Unreadable, Verified, verified
from sut_adapters.trouble import Misconfigured

VALID, NOT_VALID, UNREADABLE = 0, 10, 12
MOST = 50
"""How many problems are printed; `--json` has all."""


def verify(
    pack: Annotated[Path, typer.Argument(metavar="PACK", help="The zip, or the folder that a run with --pack left.")],
    certificate: Annotated[
        Path | None,
        typer.Option(metavar="CERT", help="The tester's certificate, got from the tester and not from here."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Check the signature of a pack, then every file in it, and name whatever is not as it was signed.

    Only the certificate given is trusted. Without one the digests are compared, and the pack is not valid.

    Exit: 0 valid; 10 not valid, or unsigned; 12 there is no pack, or no certificate, that can be read.

    Example: mp107 verify evidence-sit-20261103T120000Z.zip --certificate tester.pem
    """
    try:
        trusted = read_certificate(certificate) if certificate else None
        found = verified(pack, trusted)
    except (Misconfigured, Unreadable) as error:
        typer.echo(printable(f"mp107 verify: {error}"), err=True)
        raise typer.Exit(UNREADABLE) from error
    if as_json:
        typer.echo(
            json.dumps({**_content(found), "certificate_sha256": fingerprint(trusted) if trusted else None}, indent=2)
        )
    else:
        typer.echo("\n".join(map(printable, _lines(found))))
    raise typer.Exit(VALID if found.valid else NOT_VALID)


def _lines(found: Verified) -> Iterator[str]:
    if found.signature:
        yield f"not valid: {found.signature}"
    yield from (f"not valid: {problem}" for problem in found.problems[:MOST])
    if len(found.problems) > MOST:
        yield f"and {len(found.problems) - MOST} more"
    manifest = found.manifest
    if manifest is None:
        return
    if found.intact:
        said = f"signed by {found.signer}" if found.valid else "which nobody is known to have signed"
        yield f"{'valid: ' if found.valid else ''}{len(manifest.files)} files as in the manifest, {said}"
        yield f"{manifest.claim} (exit {manifest.exit_code})"
        yield f"{manifest.system.name}, {manifest.system.identity}; {_suite(manifest)}"
        yield from (f"{name}: {_proof(manifest, name)}" for name in COMMANDS)


def _suite(manifest: Manifest) -> str:
    suite = manifest.suite
    if not suite.commit:
        return "the suite's commit is not known"
    return f"suite at commit {suite.commit}" + ("" if suite.clean else ", changed locally: see the manifest")


def _proof(manifest: Manifest, name: str) -> str:
    """Whether the pack shows that the suite which asked can fail."""
    if manifest.proofs.get(name):
        return "of the suite that asked"
    return f"left out, for {manifest.left_out[name]}" if name in manifest.left_out else "not in the pack"


def _content(found: Verified) -> dict[str, object]:
    manifest = found.manifest
    return {
        "pack": str(found.path),
        "valid": found.valid,
        "intact": found.intact,
        "signature": found.signature or "valid",
        "signer": found.signer or None,
        "problems": list(found.problems),
        "verdict": manifest.verdict if manifest else None,
        "claim": manifest.claim if manifest else None,
        "certified": manifest.certified if manifest else None,
        "nonce": manifest.nonce if manifest else None,
        "proofs": {name: _proof(manifest, name) for name in COMMANDS} if manifest else None,
    }
