"""How a command ends that is broken off, or whose output nobody takes: in one line at most, with an exit code.

Nothing is imported here but the standard library, so that it is there before all that takes long to import.
"""

import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, NoReturn, TextIO

INTERRUPTED, UNWRITABLE = 130, 12
FROM_DUCKDB = "Query interrupted"
"""What DuckDB makes of Ctrl-C, in a RuntimeError without a cause."""


class _Lenient(io.RawIOBase):
    """Octets go to `descriptor` until it refuses some; what is written after that goes nowhere. `trouble` is why."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.trouble: OSError | None = None

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return os.isatty(self._descriptor)

    def write(self, octets: Any) -> int:
        taken = memoryview(octets)
        if self.trouble is None:
            try:
                return os.write(self._descriptor, taken)
            except OSError as error:
                self.trouble = error
        return taken.nbytes


def to_its_end(name: str, command: Callable[[], object]) -> NoReturn:
    """Exits as `command` does, or with 0.

    Ctrl-C is one line and 130. Who closes the pipe is told nothing more, and the command goes on to its own verdict.
    Where standard output cannot be written for any other reason (a full disk), that is one line and 12.
    """
    sys.stdout, out = _lenient(sys.stdout)
    sys.stderr, _err = _lenient(sys.stderr)
    code: object = 0
    try:
        command()
    except SystemExit as ended:
        code = ended.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except RuntimeError as error:
        if str(error) != FROM_DUCKDB:
            raise
        code = INTERRUPTED
    if code == INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _say(f"{name}: interrupted")
    if sys.stdout is not None:
        sys.stdout.flush()
    if out is not None and out.trouble is not None and out.trouble.errno != errno.EPIPE:
        _say(f"{name}: standard output cannot be written: {out.trouble.strerror}; make room, or send it elsewhere")
        code = UNWRITABLE
    raise SystemExit(code)


def interrupted_while_starting(name: str) -> None:
    """From now on Ctrl-C outside `to_its_end`, while modules are imported, is one line and 130 too."""
    usual = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            usual(kind, error, place)
            return
        _say(f"{name}: interrupted")
        raise SystemExit(INTERRUPTED)

    sys.excepthook = hook


def _lenient(stream: TextIO) -> tuple[TextIO, _Lenient | None]:
    """A stream that has no file behind it, or none at all, stays as it is."""
    try:
        stream.flush()
        raw = _Lenient(stream.fileno())
    except (AttributeError, OSError, ValueError):
        return stream, None
    told, lines = (stream.encoding, stream.errors), getattr(stream, "line_buffering", True)
    return io.TextIOWrapper(io.BufferedWriter(raw), *told, line_buffering=lines), raw


def _say(line: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
