"""What is kept of a proof: plain values, from which every form of it is written."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from proof.prove.table_side import Misfit

SUITE_ERROR = 13
"""Exit code of a proof that proves nothing."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Rows of the product in which a decision comes to two things; `case` is what is unusual about one of them.

    `by_the_table` are the rows of the table by which all of them were decided under the ruling of that case, the most
    special first, each with its clause; `in_the_case` are the other rows that decided the one, the last first, and
    `by_the_rulebook` is what the checks found in it. `rulings` are those under which the two sides differ.
    """

    decision: str
    table: str
    rulebook: str
    rows: int
    case: Mapping[str, str]
    by_the_table: tuple[str, ...]
    in_the_case: tuple[str, ...]
    by_the_rulebook: tuple[str, ...]
    rulings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that differ in one axis: in the one the words of a clause are satisfied, in the other they are not.

    `clause` is a statement or a limb, `case` what is unusual about both rows. The answers are those of both sides;
    `by` and `by_without` are the clauses by which the rulebook's check decided.
    """

    clause: str
    place: str
    axis: str
    satisfied: str
    unsatisfied: str
    answer: str
    answer_without: str
    by: str
    by_without: str
    case: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Transition:
    """Rows whose answer a release changes; `case` is what is unusual about one of them."""

    before: str
    after: str
    rows: int
    case: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What one state of release changes against a world without SECMP0107, by the default rulings.

    `named` are the rows of which SRPD 6.2(d) holds, `unchanged` those among them that come to what they came to before.
    `beyond` counts rows, under all rulings, that change though it does not hold of them; `short` those of which it
    holds and that are refused at the registration check all the same.
    """

    state: str
    rows: int
    named: int
    changed: tuple[Transition, ...]
    unchanged: Mapping[str, int]
    beyond: int
    short: int


@dataclass(frozen=True, slots=True)
class ProofRecord:
    """A proof. `runs` counts how often a part of the rulebook was run, `one_by_one` the rows put to both as they are.

    `read_by_table` and `read_by_rulebook` are the axes that each side asks; `idle` are rows of the table that no case
    fits, `unpaired` the conditions without a pair, `problems` whatever else makes the proof worthless.
    `made_from` are the digests of the parts of the suite when it began (harness/parts.py).
    """

    axes: Mapping[str, tuple[str, ...]]
    rows: int
    read_by_table: tuple[str, ...]
    read_by_rulebook: tuple[str, ...]
    runs: int
    one_by_one: int
    gaps: tuple[Misfit, ...]
    overlaps: tuple[Misfit, ...]
    idle: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]
    pairs: tuple[Pair, ...]
    unpaired: tuple[str, ...]
    changes: tuple[Change, ...]
    problems: tuple[str, ...]
    duration_s: float
    made_from: Mapping[str, str] = field(default_factory=dict)

    @property
    def unread(self) -> tuple[str, ...]:
        """The axes that neither side asks."""
        return tuple(axis for axis in self.axes if axis not in {*self.read_by_table, *self.read_by_rulebook})

    @property
    def exit_code(self) -> int:
        """0 where the two sides agree in every row, and the proof is whole."""
        wrong = (self.gaps, self.overlaps, self.idle, self.disagreements, self.unpaired, self.problems)
        strays = any(change.beyond or change.short for change in self.changes)
        return SUITE_ERROR if any(wrong) or strays else 0


def as_json(record: ProofRecord) -> bytes:
    """UTF-8; every field of the record, with the exit code before them."""
    content = {"title": "Proof of the decision table", "exit_code": record.exit_code, **asdict(record)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
