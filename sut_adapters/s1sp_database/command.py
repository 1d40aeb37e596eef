"""Runs somebody's update as a process of its own, and believes nothing of what it says."""

import json
import os
import signal
import subprocess
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

from rulebook.vocabulary import Component
from sut_adapters.s1sp_database.last_words import last_words, passwords
from sut_adapters.trouble import Misconfigured, Phase, Unreachable
from sut_adapters.update_terms import Asked, UpdateReport

DRAINING_S = 10
KEPT = 1_000_000
"""Octets of what it prints; the rest is thrown away."""


Mode = Asked
"""What the command is asked to do; docs/data-update.md has it for whoever writes one."""


@dataclass(frozen=True, slots=True)
class Command:
    """`words` start it, in `folder`; it is killed after `limit_s` seconds."""

    words: tuple[str, ...]
    limit_s: float
    folder: Path

    def run(self, url: str, s1sp: Component, mode: Mode) -> UpdateReport:
        """From its start to its end; raises Unreachable where it does not end, Misconfigured where it cannot start."""
        with self.started(url, s1sp, mode) as started:
            return started.ended()

    @contextmanager
    def started(self, url: str, s1sp: Component, mode: Mode) -> Iterator["Started"]:
        """Under way; whatever is left of it when the context ends is killed."""
        told = {"--database": url, "--s1sp": s1sp.value, "--mode": mode.value}
        arguments = [word for pair in told.items() for word in pair]
        environment = os.environ | {
            "MP107_DATABASE_URL": url,
            "MP107_S1SP": s1sp.value,
            "MP107_MODE": mode.value,
        }
        process = self._process([*self.words, *arguments], environment)
        try:
            printed = Printed(process.stdout), Printed(process.stderr, of_the_end=True)
            yield Started(process, self.limit_s, *printed, passwords(url))
        finally:
            kill(process)

    def _process(self, words: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603 -- to start what the check names is what it is for
                words,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                cwd=self.folder,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise Misconfigured(f"command: {self.words[0]}: {why}; name a program that can be started") from error


@dataclass(frozen=True, slots=True)
class Started:
    """A run that is under way."""

    process: subprocess.Popen[bytes]
    limit_s: float
    out: "Printed"
    err: "Printed"
    hidden: frozenset[str] = frozenset()

    def ended(self) -> UpdateReport:
        """Wait for its end."""
        try:
            code = self.process.wait(self.limit_s)
        except subprocess.TimeoutExpired as error:
            kill(self.process)
            longer = "give it longer by --limit SECONDS, or by command_s in CHECK.toml"
            reason = f"the update did not end within {self.limit_s:g} seconds; {longer}"
            raise Unreachable(Phase.WAIT, reason) from error
        kill(self.process)
        return report_of(code, self.out.text(), self.err.text("backslashreplace"), self.hidden)


def report_of(code: int, out: str, err: str, hidden: Collection[str] = ()) -> UpdateReport:
    """Of a run that has ended: its last words without what is `hidden`, and the counts that it printed."""
    doubled: list[str] = []
    counts = _counts(out, doubled)
    said = last_words(err, hidden) or ("" if counts else last_words(out, hidden))
    return UpdateReport(code, said, counts, tuple(doubled))


class Printed:
    """What a process prints, read as it comes so that it never waits for us, and cut where it is too much."""

    def __init__(self, stream: IO[bytes] | None, *, of_the_end: bool = False) -> None:
        self._kept = bytearray()
        self._stream, self._of_the_end = stream, of_the_end
        self._reader = Thread(target=self._drain, daemon=True)
        self._reader.start()

    def text(self, strange: str = "replace") -> str:
        """To be asked when the process has ended; `strange` is what becomes of octets that are no text."""
        self._reader.join(DRAINING_S)
        return bytes(self._kept).decode(errors=strange)

    def _drain(self) -> None:
        while self._stream and (part := os.read(self._stream.fileno(), 65_536)):
            self._kept += part if self._of_the_end else part[: max(0, KEPT - len(self._kept))]
            del self._kept[:-KEPT]


def kill(process: subprocess.Popen[bytes]) -> None:
    """It and whatever it has started, at once."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _counts(printed: str, doubled: list[str]) -> Mapping[str, object]:
    """The one JSON object, or nothing; names that stand twice in it, or in one within it, are added to `doubled`."""

    def as_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
        doubled.extend(name[:40] for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        return dict(pairs)

    try:
        found = json.loads(printed, object_pairs_hook=as_object)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
