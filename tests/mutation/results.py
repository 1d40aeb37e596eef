"""What became of each mutant, a line at a time, so that a run can be broken off and taken up again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path


class State(StrEnum):
    """What trying a mutant comes to."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"
    NOT_MET = "met by nothing"


SURVIVING = frozenset({State.SURVIVED, State.NOT_MET})
"""What goes on for ever is noticed by whoever waits for it, and is none of these."""


@dataclass(frozen=True, slots=True)
class Result:
    """`killer` is the node id of the test that failed; `project` the state of the project in which that was tried."""

    mutant: str
    state: State
    killer: str
    project: str


class Results:
    """By the names of mutants, on disk; of several on one mutant the last counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        whole_lines = path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []
        self._last = {result.mutant: result for result in map(_result, whole_lines)}

    def of(self, project: str) -> Mapping[str, Result]:
        """Those that were found in this state of the project."""
        return {name: result for name, result in self._last.items() if result.project == project}

    def killer(self, mutant: str) -> str:
        """Which test killed it when it was tried last, in whatever state of the project; empty if none did."""
        return self._last[mutant].killer if mutant in self._last else ""

    def note(self, result: Result) -> None:
        self._last[result.mutant] = result
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result)) + "\n")


def _result(line: str) -> Result:
    entry = json.loads(line)
    return Result(entry["mutant"], State(entry["state"]), entry["killer"], entry["project"])
