"""The folder that evidence goes to: never one that somebody else keeps things in."""

import shutil
from fnmatch import fnmatch
from pathlib import Path

from sut_adapters.trouble import Misconfigured

MARKER = "verdict.json"
PROOFS = ("kill-matrix.json", "update-kill-matrix.json", "proof.json")
"""What a proof of the suite leaves beside the evidence of a run, or alone."""

STAGE_REPORT = "stage-report.json"

KEPT = ("kill-matrix.*", "update-kill-matrix.*", *PROOFS)
"""What outlives a run: it is about the suite, and costs more than a run to make again."""

OURS = (
    MARKER,
    "index.html",
    "report.pdf",
    "traceability.*",
    "junit.xml",
    "messages.ndjson",
    "allure-results",
    "allure.html",
    "exchanges",
    "timings.json",
    "suite.patch",
    "attachments",
    "test-lists",
    "stage-report.*",
    "kill-matrix.*",
    "update-kill-matrix.*",
    "proof.json",
    "audit.html",
    "audit-*.csv",
    "manifest.*",
    "evidence-*.zip",
    ".gitignore",
)


def emptied(folder: Path) -> Path:
    """The folder, made or emptied but for the proofs.

    Raises Misconfigured if it holds anything that no run of this suite has written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = sorted(folder.iterdir())
        _refuse_foreign(folder, found)
        for path in found:
            if not any(fnmatch(path.name, name) for name in KEPT):
                _remove(path)
        _prove_writable(folder)
    except OSError as error:
        raise Misconfigured(f"--out {folder}: cannot be written: {error.strerror}") from error
    return folder


def added_to(folder: Path) -> Path:
    """The folder, made if need be, with what is in it. Raises Misconfigured as `emptied` does."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(folder, sorted(folder.iterdir()))
    except OSError as error:
        raise Misconfigured(f"--out {folder}: cannot be written: {error.strerror}") from error
    return folder


def _refuse_foreign(folder: Path, found: list[Path]) -> None:
    foreign = [path.name for path in found if not any(fnmatch(path.name, name) for name in OURS)]
    if foreign:
        raise Misconfigured(f"--out {folder}: will not be emptied, it holds {foreign[0]}; name an empty folder")
    if found and not {MARKER, STAGE_REPORT, *PROOFS} & {path.name for path in found}:
        raise Misconfigured(f"--out {folder}: will not be emptied, it holds no {MARKER} of an earlier run")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _prove_writable(folder: Path) -> None:
    probe = folder / MARKER
    probe.write_text("", encoding="utf-8")
