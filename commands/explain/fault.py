"""Bad input to `mp107 explain`: one line that names the file, the place and the mend."""

import os
from pathlib import Path

LARGEST = 1024 * 1024
"""Octets that are read of any one file."""


class BadInput(Exception):
    """`where` is a file or an option; `place` a line, element or key in it, empty where it is the whole."""

    def __init__(self, where: str, place: str, fault: str, mend: str) -> None:
        super().__init__(": ".join(part for part in (where, place, f"{fault}; {mend}") if part))


def shown(path: Path) -> str:
    """The path for people, on one line, whatever octets are in it."""
    return os.fsencode(path).decode("utf-8", "backslashreplace").translate(CONTROL)


def octets(path: Path) -> bytes:
    """What the file holds; a larger one than LARGEST gives one octet more than that."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise BadInput(shown(path), "", f"cannot be read ({reason})", "name a file that can be read") from error


CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}
