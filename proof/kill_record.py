"""What is kept of a kill matrix: plain values, from which every form of it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

NOT_PROVED, SUITE_ERROR = 10, 13
"""Exit codes."""


class Cell(StrEnum):
    """What one scenario made of one faulty build."""

    CAUGHT = "caught"
    """FAIL."""

    SILENT = "silent"
    """PASS: the fault does not show in what the scenario asks."""

    NOT_REACHED = "not reached"
    """No verdict on the fault: a control did not pass, a ruling sets the scenario aside, or it is another's to meet."""


class Strength(StrEnum):
    """How firmly a system is held to a clause, by the faults that break it."""

    FORCED = "forced"
    """Each is caught by several scenarios, one of the clause's own among them."""

    WEAKLY_FORCED = "weakly forced"
    """Each is caught by one of the clause's own, and some by that one only."""

    UNFORCED = "unforced"
    """No fault breaks it, or one that does survives."""


@dataclass(frozen=True, slots=True)
class FaultRecord:
    """One column. `catchers` are ids of scenarios; `survives` says why the fault was not caught as it should be.

    `unplayed` says why nothing could show it here, if nothing could: then it does not survive either.
    """

    name: str
    clause: str
    limb: str
    mistake: str
    rulings: Mapping[str, str]
    catchers: tuple[str, ...] = ()
    survives: str = ""
    unplayed: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One row: `cells` in the order of the faults. `illustrative` says why it need not catch anything, if it need not.

    `excused` says why nobody can play it here, if nobody can. `path` is relative to the features folder.
    """

    id: str
    clause: str
    title: str
    path: str
    line: int
    illustrative: str = ""
    excused: str = ""
    cells: tuple[Cell, ...] = ()

    @property
    def catches(self) -> int:
        """How many faults."""
        return self.cells.count(Cell.CAUGHT)


@dataclass(frozen=True, slots=True)
class ClauseRecord:
    """One tested statement, with the faults that break it and how many scenarios catch each."""

    id: str
    citation: str
    strength: Strength
    caught_by: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KillRecord:
    """One matrix; `title` says of what. `partial` when faults were chosen: what then catches nothing says nothing.

    `left_out` counts, by folder of features, the scenarios that no fault of this matrix can meet. `problems` are what
    makes the matrix worthless: findings of the guard, a scenario that a right system does not pass. `made_from` are the
    digests of the parts of the suite when it began (harness/parts.py).
    """

    faults: tuple[FaultRecord, ...]
    scenarios: tuple[ScenarioRow, ...]
    clauses: tuple[ClauseRecord, ...]
    seed: int
    partial: bool
    title: str = ""
    duration_s: float = 0.0
    left_out: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    made_from: Mapping[str, str] = field(default_factory=dict)

    @property
    def survivors(self) -> tuple[FaultRecord, ...]:
        """The faults that were not caught for the right reason."""
        return tuple(fault for fault in self.faults if fault.survives)

    @property
    def idle(self) -> tuple[ScenarioRow, ...]:
        """The scenarios that catch nothing and do not say why; none is known where faults were chosen."""
        if self.partial:
            return ()
        return tuple(row for row in self.scenarios if not (row.catches or row.illustrative or row.excused))

    @property
    def exit_code(self) -> int:
        """13 for a worthless matrix, 10 for a survivor or an idle scenario, else 0."""
        return SUITE_ERROR if self.problems else NOT_PROVED if self.survivors or self.idle else 0
