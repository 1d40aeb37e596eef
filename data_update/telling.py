"""What a command says, where somebody may have closed the stream or the disk may be full."""

import os
import sys
from contextlib import suppress


def told(text: str) -> str:
    """Write to standard output. Why it could not be written, or nothing."""
    if sys.stdout is None:
        return "it is closed"
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _let_go()
        return error.strerror or str(error)
    return ""


def complained(line: str) -> None:
    """Write to standard error, if anybody listens."""
    with suppress(AttributeError, OSError):
        sys.stderr.write(f"mp107-one-off-update: {line}\n")
        sys.stderr.flush()


def _let_go() -> None:
    """What is left in the buffer goes nowhere, instead of failing once more at the very end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
