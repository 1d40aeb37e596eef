"""What the entries of `legal/` are: statements with their limbs, open questions with their readings, eligibility."""

from dataclasses import dataclass
from typing import Literal

from rulebook.vocabulary import UserRole

Smets1Support = Literal["yes", "no", "unknown"]
SMETS1_SUPPORT: dict[str, Smets1Support] = {"yes": "yes", "no": "no", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class Limb:
    """An operative part of a statement: `words` stand in the statement's text where that is verbatim."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that can be tested, or the reason why it is not.

    `text` is verbatim from `source` when `verbatim` is true, a paraphrase of it otherwise. `components` are the ones
    judged by it: `DSP`, `S1SP`, `Device`.
    """

    id: str
    citation: str
    source: str
    text: str
    verbatim: bool
    components: tuple[str, ...]
    limbs: tuple[Limb, ...]
    not_tested_because: str = ""
    inserted_by: str = ""

    @property
    def tested(self) -> bool:
        """Whether scenarios force it."""
        return not self.not_tested_because


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an open point. `against` names the statements that it would set aside, were it ruled.

    `finding` is what a report says when a system turns out to follow this reading.
    """

    id: str
    text: str
    supported_by: str
    against: tuple[str, ...] = ()
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """What can be ruled by itself: a whole question, or one aspect of it. The first reading is the default.

    `shown_by` is `scenarios` where a request can show the answer, else the reason why none can.
    """

    key: str
    question: str
    asks: str
    readings: tuple[Reading, ...]
    shown_by: str
    ruling: str

    def reading(self, identifier: str) -> Reading | None:
        """The reading with this id, or None."""
        return next((reading for reading in self.readings if reading.id == identifier), None)


@dataclass(frozen=True, slots=True)
class Question:
    """One entry of the interpretation register."""

    id: str
    question: str
    who_can_rule: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Closure:
    """Statements of which some scenarios can no longer be played at some stages: those without a tag of any of them."""

    statements: tuple[str, ...]
    stages: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Eligibility:
    """One row of the DUIS request matrix. `roles` None: the matrix prints none, which means unknown, not nobody."""

    variant: str
    name: str
    critical: bool
    non_device: bool
    roles: frozenset[UserRole] | None
    smets1: Smets1Support
