"""Whether a command can be started at all, found out before any database is filled for it."""

import os
import re
import shlex
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sut_adapters.shapes import in_one_line
from sut_adapters.trouble import Misconfigured

START = 512
"""Octets of a file that tell what starts it."""

RUNNERS = re.compile(r"python[0-9.]*|(ba|da|k|z)?sh|perl|ruby")
"""What is handed a script by its name."""

ITSELF = "name a program that can be started"
OPERATOR = re.compile(r"&&?|\|\|?|;|[0-9]?[<>].*")
"""Of a shell, as a word of its own."""


def words_of(line: str) -> tuple[str, ...]:
    """As a shell would split it; raises ValueError, with the mend, for what only a shell could do."""
    try:
        words = tuple(shlex.split(line))
    except ValueError as error:
        raise ValueError(f"{error}; quote it as a shell would") from error
    if not words:
        raise ValueError("is empty; name a program")
    if operator := _operator(line):
        raise ValueError(f"{operator} would need a shell, and there is none; put it into a script, or quote it")
    return words


def refuse_what_cannot_start(words: Sequence[str], folder: Path, what: str) -> None:
    """Raises Misconfigured, naming `what`; a path is one in the folder, and a bare name one on the PATH."""
    if objection := _objection(words, folder):
        raise Misconfigured(f"{what}: {in_one_line(words[0], 120)}: {objection}")


def _objection(words: Sequence[str], folder: Path) -> str:
    first = words[0]
    if "\0" in "".join(words):
        return f"has a NUL character in it; {ITSELF}"
    if "/" not in first:
        found = shutil.which(first)
        if found is None:
            beside = (folder / first).is_file()
            mend = f"write ./{first} for the file in {folder}" if beside else f"{ITSELF}, or write its path"
            return f"there is no such program on the PATH; {mend}"
        return _of_script(words, folder)
    path = folder / first
    if path.is_dir():
        return "is a folder; name the program in it"
    if not path.exists():
        whole = "; write the whole path for ~" if first.startswith("~") else f"; {ITSELF}"
        return f"there is no such file{whole}"
    if not os.access(path, os.X_OK):
        return "is not executable; say chmod +x of it, or name what runs it, such as python3 update.py"
    return _of_first_line(path, folder) or _of_script(words, folder)


def _of_script(words: Sequence[str], folder: Path) -> str:
    """Of a script that an interpreter is handed by its name."""
    script = words[1] if len(words) > 1 and RUNNERS.fullmatch(Path(words[0]).name) else "-"
    there = script.startswith(("-", "+")) or (folder / script).exists() or shutil.which(script)
    return "" if there else f"there is no file {in_one_line(script, 120)} in {folder}; write its whole path"


def _of_first_line(path: Path, folder: Path) -> str:
    """What cannot be read can be started all the same; so may be what is no text."""
    start = b""
    with suppress(OSError), path.open("rb") as file:
        start = file.read(START)
    if not start.startswith(b"#!"):
        is_text = start and all(octet in b"\t\n\r" or 32 <= octet < 127 for octet in start)
        return "is a text without a first line that says what runs it, such as #!/bin/sh; add one" if is_text else ""
    line = start[2:].partition(b"\n")[0].decode(errors="replace")
    if line.endswith("\r"):
        return "its first line ends as lines do in Windows; save it with the line ends of Unix"
    interpreter, *arguments = line.split() or [""]
    if not interpreter or not os.access(folder / interpreter, os.X_OK):
        return (
            f"its first line names {in_one_line(interpreter, 80) or 'nothing'}, which cannot be started; mend that line"
        )
    return _of_env(arguments) if Path(interpreter).name == "env" else ""


def _of_env(arguments: Sequence[str]) -> str:
    """`#!/usr/bin/env python3`, and no other options than -S."""
    named = [word for word in arguments if word != "-S" and "=" not in word]
    if not named or named[0].startswith("-") or shutil.which(named[0]):
        return ""
    return f"its first line names {in_one_line(named[0], 80)}, which is not on the PATH; install it, or mend that line"


def _operator(line: str) -> str:
    """The first that stands there unquoted."""
    lexer = shlex.shlex(line, posix=False)
    lexer.whitespace_split, lexer.commenters = True, ""
    with suppress(ValueError):
        return next((word for word in lexer if OPERATOR.fullmatch(word)), "")
    return ""
