"""Ctrl-C is one line and 130, a closed pipe changes no verdict, and a full disk behind standard output is 12."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")
WITHIN_S = 120


def script(body: str) -> list[str]:
    """A Python that runs `body` as a command to its end."""
    lines = ["import sys, os, signal, time", "from sut_adapters.ending import to_its_end", "def command():"]
    return [sys.executable, "-c", "\n".join([*lines, textwrap.indent(textwrap.dedent(body), "    "), END])]


END = "to_its_end('mp107', command)"
TALKS = "for _ in range(10000): print('a line')\nsys.stderr.write('noted\\n')\nsys.exit(10)"


def ended(command: list[str], **more: object) -> tuple[int, str]:
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, timeout=WITHIN_S, check=False, **more)  # type: ignore[call-overload]
    return done.returncode, done.stderr


def into_a_closed_pipe(command: list[str]) -> tuple[int, str]:
    read, write = os.pipe()
    os.close(read)
    try:
        return ended(command, stdout=write)
    finally:
        os.close(write)


def test_a_closed_pipe_changes_no_verdict() -> None:
    assert into_a_closed_pipe(script(TALKS)) == (10, "noted\n")
    assert into_a_closed_pipe(script("print('a line')")) == (0, "")


def test_what_is_taken_is_whole_and_ends_as_the_command_does() -> None:
    done = subprocess.run(script(TALKS), cwd=ROOT, capture_output=True, text=True, timeout=WITHIN_S, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (10, "a line\n" * 10000, "noted\n")


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
@pytest.mark.parametrize("body", ["print('a line')", TALKS])
def test_a_full_disk_behind_standard_output_is_one_line_and_12(body: str) -> None:
    with FULL.open("w") as full:
        code, said = ended(script(body), stdout=full)
    assert code == 12
    assert said.removeprefix("noted\n") == (
        "mp107: standard output cannot be written: No space left on device; make room, or send it elsewhere\n"
    )


@pytest.mark.parametrize(
    "body",
    [
        "os.kill(os.getpid(), signal.SIGINT)\ntime.sleep(60)",
        "raise RuntimeError('Query interrupted')",
        "sys.exit(130)",
    ],
)
def test_an_interrupt_is_one_line_and_130(body: str) -> None:
    assert ended(script(body)) == (130, "mp107: interrupted\n")


def test_any_other_error_is_none_of_its_business() -> None:
    code, said = ended(script("raise RuntimeError('Query lost')"))
    assert code == 1
    assert said.endswith("RuntimeError: Query lost\n")


def test_an_interrupt_while_modules_are_imported_is_one_line_too() -> None:
    body = "import os, signal, time, commands\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(60)"
    assert ended([sys.executable, "-c", body]) == (130, "mp107: interrupted\n")


def test_mp107_ends_so() -> None:
    command = [sys.executable, "-m", "commands", "faults", "--help"]
    assert into_a_closed_pipe(command) == (0, "")
    with subprocess.Popen([*command[:3], "serve"], cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _out, said = process.communicate(timeout=WITHIN_S)
    assert (process.returncode, said) == (0, b"")


def test_the_pytest_of_a_run_ends_so_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "commands", "run", "srpd-6.2.d", "--quiet", f"--out={tmp_path}"]
    assert into_a_closed_pipe(command) == (0, "")
    assert (tmp_path / "verdict.json").is_file()
