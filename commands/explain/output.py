"""An explanation to standard output, for people or for a machine, whole or not at all."""

import io
import json
import os
import sys
from dataclasses import asdict

from rich.console import Console

from commands.explain.content import Explanation
from commands.explain.fault import BadInput
from commands.explain.text import print_explanation

WHERE, MEND = "standard output", "send it somewhere that takes it"
PIPED = 120
"""Columns where no terminal says how many it has."""


def write(explanation: Explanation, *, as_json: bool) -> None:
    """Raises BadInput where standard output cannot take it."""
    if sys.stdout is None:
        raise BadInput(WHERE, "", "is closed", MEND)
    text = json.dumps(asdict(explanation), indent=2) + "\n" if as_json else _text(explanation)
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise BadInput(WHERE, "", f"cannot be written ({error.strerror})", MEND) from error


def _text(explanation: Explanation) -> str:
    terminal = Console()
    console = Console(
        file=io.StringIO(),
        force_terminal=terminal.is_terminal,
        width=terminal.width if terminal.is_terminal else PIPED,
        no_color=terminal.no_color,
    )
    with console.capture() as captured:
        print_explanation(explanation, console)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())
