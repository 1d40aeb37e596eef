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
    function: str
    was: str
    became: str


@cache
def reasons() -> Mapping[Survivor, str]:
    """Why each survivor is none to worry about."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8")).get("survivor", [])
    return {_survivor(one): " ".join(one["reason"].split()) for one in entries}


def _survivor(entry: Mapping[str, str]) -> Survivor:
    return Survivor(entry["file"], entry["function"], entry["was"], entry["became"])
