"""Originator counters: one file a User ID, locked and written before the counter is used, so that none is used twice.

Counters of a User ID have to rise across all runs and testers, and a jump can burn a real User ID: so they come from
here and from nowhere else, one at a time.
"""

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sut_adapters.trouble import Misconfigured, Phase, Unreachable

HIGHEST = 2**63 - 1
"""A RequestID goes further, a floor sequence number does not (DUIS schema): beyond it a floor could not be lifted."""

LONGEST = 64
"""Octets that are read of a file; a counter has at most 19."""

LONGEST_WAIT_S, LOOK_AGAIN_S = 120.0, 0.01
IN_THIS_PROCESS: dict[Path, threading.Lock] = {}
"""Threads queue here and not at the file, where they would have to look again and again."""


UNKNOWN_COUNTER = "give the party its first_counter, above the last that the User ID has used anywhere"


def counter_file(folder: Path, user_id: str) -> Path:
    """Where the last counter of a User ID stands."""
    return folder / f"{user_id.upper()}.counter"


def next_counter(folder: Path, user_id: str, first: int | None = 1) -> int:
    """The next originator counter, kept before it is given; `first` where there is no file yet.

    None stands for a User ID that others use as well, of which nobody said how far its counter has come.

    Raises Misconfigured where the file cannot be kept, says something else, or the counters are used up.
    """
    with counter_taken(folder, user_id, first) as counter:
        return counter


@contextmanager
def counter_taken(folder: Path, user_id: str, first: int | None = 1) -> Iterator[int]:
    """The same; until the end of the block no other thread or process is given a counter of this User ID.

    So that requests arrive in the order of their counters: a lower one that comes late would be refused. Raises
    Unreachable where another holds it for too long.
    """
    path = counter_file(folder, user_id)
    mine = IN_THIS_PROCESS.setdefault(path.absolute(), threading.Lock())
    if not mine.acquire(timeout=LONGEST_WAIT_S):
        raise _held(path)
    try:
        descriptor = _opened(path)
        try:
            yield _risen(descriptor, path, first)
        finally:
            os.close(descriptor)
    finally:
        mine.release()


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise _not_kept(path, error) from error


def _risen(descriptor: int, path: Path, first: int | None) -> int:
    try:
        _lock(descriptor, path)
        counter = _after(os.pread(descriptor, LONGEST, 0), path, first)
        os.pwrite(descriptor, f"{counter}\n".encode(), 0)
        os.fsync(descriptor)
    except OSError as error:
        raise _not_kept(path, error) from error
    return counter


def _lock(descriptor: int, path: Path) -> None:
    deadline = time.monotonic() + LONGEST_WAIT_S
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise _held(path) from None
            time.sleep(LOOK_AGAIN_S)


def _held(path: Path) -> Unreachable:
    reason = f"{path}: another request of this User ID has held it for {LONGEST_WAIT_S:g} s"
    return Unreachable(Phase.SEND, f"{reason}; end whoever has it open")


def _after(text: bytes, path: Path, first: int | None) -> int:
    if not text and first is None:
        raise Misconfigured(f"{path}: holds no counter yet; {UNKNOWN_COUNTER}")
    if not text and first is not None:
        return first
    last = text.removesuffix(b"\n")
    if not last.isdigit():
        raise Misconfigured(f"{path}: holds no counter; write the last originator counter that the User ID has used")
    if int(last) >= HIGHEST:
        raise Misconfigured(f"{path}: the originator counters of this User ID are used up ({HIGHEST} is the last)")
    return int(last) + 1


def _not_kept(path: Path, error: OSError) -> Misconfigured:
    return Misconfigured(f"{path}: {error.strerror}; name a counters folder that can be written")
