"""Whether the evidence of a run bears out the exit code of the process that ran it."""

import json
import sys
from pathlib import Path

from harness.verdicts import EXIT_CODES, RunVerdict

SUITE_ERROR = EXIT_CODES[RunVerdict.SUITE_ERROR]
OF_A_RUN_THAT_ENDED = frozenset(EXIT_CODES.values()) - {
    SUITE_ERROR,
    EXIT_CODES[RunVerdict.CONFIGURATION_ERROR],
}
"""These need a `verdict.json` that says the same: whoever ends the process early can choose its exit code."""

Stamp = tuple[int, int] | None


def stamp(folder: Path) -> Stamp:
    """What tells the folder's `verdict.json` from a later one; None where there is none."""
    try:
        found = (folder / "verdict.json").stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def borne_out(code: int, folder: Path, earlier: Stamp) -> int:
    """The exit code, or 13 where this run has left no `verdict.json` that says the same."""
    if code not in OF_A_RUN_THAT_ENDED:
        return code
    said = _recorded(folder) if stamp(folder) != earlier else None
    if said == code:
        return code
    evidence = "no verdict.json" if said is None else f"a verdict.json that says {said}"
    sys.stderr.write(f"mp107: the process ended with exit {code} and left {evidence}: no claim (exit {SUITE_ERROR})\n")
    return SUITE_ERROR


def _recorded(folder: Path) -> int | None:
    try:
        code = json.loads((folder / "verdict.json").read_text(encoding="utf-8"))["exit_code"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return code if isinstance(code, int) else None
