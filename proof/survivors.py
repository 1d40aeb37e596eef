"""The mutants that no scenario and no test notices, each with the reason why that is no hole (survivors.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "survivors.toml"


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant by what it changes, which stays the same while other code comes and goes; line ends are spaces."""

    file: str
    was: str
    became: str


@cache
def reasons() -> Mapping[Survivor, str]:
    """Why each survivor is none to worry about."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))["survivor"]
    return {Survivor(one["file"], one["was"], one["became"]): " ".join(one["reason"].split()) for one in entries}


def survivor_of(diff: str) -> Survivor:
    """From what `mutmut show` prints."""
    lines = diff.splitlines()
    file = next(line.removeprefix("--- ") for line in lines if line.startswith("--- "))
    return Survivor(file, _joined(lines, "-"), _joined(lines, "+"))


def _joined(lines: list[str], sign: str) -> str:
    changed = (line[1:] for line in lines if line.startswith(sign) and not line.startswith(sign * 3))
    return " ".join(" ".join(changed).split())
