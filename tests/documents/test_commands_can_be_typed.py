"""Every command line in the documents is one that the command takes."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from commands.__main__ import app
from harness.corpus import read_corpus
from harness.release_words import parse_release
from harness.selection import addressed
from rulebook import law
from tests.documents.passages import DOCUMENTS, ROOT, blocks, inline_code

MADE_BY_THE_READER = frozenset(
    {
        "DIR",
        "FILE",
        "PROFILE",
        "OLD",
        "NEW",
        "simulator.toml",
        "lab.toml",
        "tester.pem",
        "tester.key",
        "evidence-sit-20261103T120000Z.zip",
        "latest",
    }
)
"""Files and folders that a command line names, and that are there once the lines before it were typed."""


def command_lines(program: str) -> Iterator[str]:
    """What a reader can type, from blocks of either kind and from inline code; a name alone is no command line."""
    for document in DOCUMENTS:
        shells = (line for block in blocks(document, "sh") for line in block.text.splitlines())
        typed = (
            line[2:] for block in blocks(document, "console") for line in block.text.splitlines() if line[:2] == "$ "
        )
        for line in (*shells, *typed, *inline_code(document)):
            yield from (part for part in line.split(" && ") if part.startswith(f"{program} "))


@pytest.mark.parametrize("line", sorted(set(command_lines("mp107"))))
def test_the_command_takes_its_words(line: str) -> None:
    words = [word for word in shlex.split(line, comments=True)[1:] if word != "&"]
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    above = group.make_context("mp107", list(words))
    name, command, rest = group.resolve_command(above, list(words))
    assert command is not None
    if rest:
        said = command.make_context(name, rest, parent=above).params
        _agree_with_the_project(said)


def _agree_with_the_project(said: dict[str, Any]) -> None:
    """Addresses, release states, rulings and files that are named are there."""
    addressed(read_corpus(ROOT / "features").scenarios, said.get("address") or ())
    parse_release(str(said.get("release") or "on"))
    law.rulings(dict(one.split("=") for one in said.get("reading") or ()))
    files = [value for value in said.values() if isinstance(value, Path) and value.name not in MADE_BY_THE_READER]
    assert [file for file in files if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("line", sorted(set(command_lines("make"))))
def test_make_knows_the_target(line: str) -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    words = [word for word in shlex.split(line, comments=True)[1:] if "=" not in word]
    assert set(words) <= set(targets)


def test_every_example_in_a_help_text_names_files_that_are_there() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    helps = [command.help or "" for command in group.commands.values()]
    examples = [line for text in helps for line in text.splitlines() if line.strip().startswith("Example:")]
    assert len(examples) == len(helps)
    named = [word for line in examples for word in line.split() if "/" in word and word.endswith((".xml", ".toml"))]
    assert [word for word in named if not (ROOT / word).exists()] == []
