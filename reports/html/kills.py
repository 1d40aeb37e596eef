"""What the kill matrices in the evidence folder say: which faults force which clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

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


def read(*documents: bytes) -> Kills | None:
    """All of them as one; None where there is none that can be read: the page says less then, and no verdict rests on
    it.
    """
    found = [kills for document in documents if (kills := _read(document))]
    if not found:
        return None
    return Kills(
        clauses=dict(chain.from_iterable(kills.clauses.items() for kills in found)),
        survivors=tuple(chain.from_iterable(kills.survivors for kills in found)),
        total=sum(kills.total for kills in found),
        partial=any(kills.partial for kills in found),
    )


def proved(kills: Kills | None, left_out: Sequence[str]) -> str:
    """In a line: whether this suite has been shown to catch wrong systems. `left_out` are matrices of another suite."""
    said = "not shown beside this run" if kills is None else _came_to(kills)
    return "; left out: ".join((said, *left_out))


def _came_to(kills: Kills) -> str:
    missed = f"not caught: {', '.join(kills.survivors)}" if kills.survivors else "each is caught"
    return f"{kills.total} systems{' of more' if kills.partial else ''} were made wrong on purpose; {missed}"


def _read(document: bytes) -> Kills | None:
    try:
        return _kills(_KillMatrix.validate_json(document))
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
