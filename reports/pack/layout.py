"""Which files a pack consists of, and how they may be called. Nothing else may be in one."""

import re
from fnmatch import fnmatchcase

MANIFEST, SIGNATURE, PATCH = "manifest.json", "manifest.p7s", "suite.patch"

PARTS = (
    "verdict.json",
    "index.html",
    "report.pdf",
    "traceability.csv",
    "traceability.html",
    "junit.xml",
    "messages.ndjson",
    "kill-matrix.csv",
    "kill-matrix.html",
    "kill-matrix.json",
    "update-kill-matrix.csv",
    "update-kill-matrix.html",
    "update-kill-matrix.json",
    "proof.json",
    PATCH,
)
FOLDERS = ("allure-results", "attachments", "exchanges", "test-lists")

BESIDE = ("allure.html", "stage-report.*", "timings.json", "evidence-*.zip")
"""What may lie in the evidence folder beside a pack, without being a part of it."""

LONGEST = 240
"""Characters in a path."""

_WORD = r"\w(?:[\w.,+@=~()' -]*[\w+@=~()'-])?"
_PATH = re.compile(rf"(?:{_WORD})(?:/(?:{_WORD}))*")


def is_part(path: str) -> bool:
    """Whether a pack may hold a file of this path, under its manifest."""
    if path in PARTS:
        return True
    return path.partition("/")[0] in FOLDERS and "/" in path and well_named(path)


def is_beside(path: str) -> bool:
    """Whether a file may lie beside the pack in its folder."""
    return any(fnmatchcase(path, name) for name in BESIDE)


def well_named(path: str) -> bool:
    """Whether every system can hold a file of this name, and none takes it for another's.

    Segments begin with a letter, a digit or `_`: no `..`, no root, no drive, no hidden file.
    """
    return len(path) <= LONGEST and _PATH.fullmatch(path) is not None
