"""What a kill matrix in the evidence folder says: which faults force which clause."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

COMMAND = "mp107 kill-matrix"


@dataclass(frozen=True, slots=True)
class Fault:
    """One faulty build that breaks a clause; `catchers` is how many scenarios fail it."""

    name: str
    mistake: str
    catchers: int


@dataclass(frozen=True, slots=True)
class ForcedClause:
    """How firmly the suite holds a system to a clause, and the faults that show it."""

    strength: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Kills:
    """By clause, in the order of the law. `total` is how many builds there were; `partial` if some were chosen."""

    clauses: Mapping[str, ForcedClause]
    survivors: tuple[str, ...]
    total: int
    partial: bool


def read(document: bytes | None) -> Kills | None:
    """None where there is none, or none that can be read: the page says less then, and no verdict rests on it."""
    try:
        return _kills(_KillMatrix.validate_json(document)) if document else None
    except ValidationError:
        return None


class _FaultEntry(TypedDict):
    name: str
    mistake: str


class _ClauseEntry(TypedDict):
    id: str
    strength: str
    caught_by: dict[str, int]


class _Content(TypedDict):
    partial: bool
    survivors: list[str]
    clauses: list[_ClauseEntry]
    faults: list[_FaultEntry]


_KillMatrix = TypeAdapter(_Content)


def _kills(content: _Content) -> Kills:
    mistakes = {fault["name"]: fault["mistake"] for fault in content["faults"]}
    clauses = {
        one["id"]: ForcedClause(
            one["strength"],
            tuple(Fault(name, mistakes.get(name, ""), number) for name, number in one["caught_by"].items()),
        )
        for one in content["clauses"]
    }
    return Kills(clauses, tuple(content["survivors"]), len(mistakes), content["partial"])
