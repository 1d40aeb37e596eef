"""Every excerpt in the documents stands in what it was taken from."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.passages import ADAPTERS, CONTRIBUTING, PROOF, README, ROOT, Block, blocks

ELIDED = re.compile(r"^\.\.\.$\n?", re.MULTILINE)
CONSOLE = tuple(block for document in (README, ADAPTERS, PROOF) for block in blocks(document, "console"))


def command_of(block: Block) -> str:
    """The line after the prompt."""
    return block.text.splitlines()[0].removeprefix("$ ")


def alike(text: str) -> str:
    """The text with what differs between two runs made equal: numbers, the width of columns, the evidence folder."""
    text = re.sub(r"evidence in \S+", "evidence in FOLDER", text)
    return re.sub(r"\d+", "0", re.sub(r" +", " ", re.sub(r" +$", "", text, flags=re.MULTILINE)))


def said_by(command: str, plugged_in: Path, out: Path) -> str:
    """What the command prints; what it writes goes to `out`."""
    writes = command.startswith(("mp107 run", "mp107 kill-matrix", "mp107 prove"))
    words = shlex.split(command)[1:] + ([f"--out={out}"] if writes else [])
    environment = {**os.environ, "PYTHONPATH": str(plugged_in), "COLUMNS": "120", "MP107_DUIS_DIR": ""}
    arguments = [sys.executable, "-m", "commands", *words]
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("block", CONSOLE, ids=command_of)
def test_the_command_prints_the_excerpt(block: Block, plugged_in: Path, tmp_path: Path) -> None:
    said = alike(said_by(command_of(block), plugged_in, tmp_path / "evidence"))
    position = 0
    for passage in filter(None, ELIDED.split(block.text.partition("\n")[2])):
        found = said.find(alike(passage), position)
        assert found >= 0, f"{passage}is not what is printed next in\n{said[position:]}"
        position = found + len(alike(passage))


def test_the_feature_stands_in_the_features_folder_as_the_readme_shows_it() -> None:
    (shown,) = blocks(README, "gherkin")
    assert shown.text in "".join(file.read_text(encoding="utf-8") for file in (ROOT / "features").rglob("*.feature"))


def test_the_statement_stands_in_the_law_as_contributing_shows_it() -> None:
    (shown,) = blocks(CONTRIBUTING, "toml")
    assert shown.text in (ROOT / "legal" / "srpd.toml").read_text(encoding="utf-8")
