"""What an exploration came to: plain values, from which every form of it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CONFORMS, DISAGREES, INCOMPLETE = 0, 10, 11
"""Exit codes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement, as short as it could be made.

    `scenario` is Gherkin, to be put at the end of the feature file `place`, whose last Rule is about `clause`.
    `replayed` says whether the system was seen to fail it once more.
    """

    expected: str
    observed: str
    scenario: str
    place: str = ""
    clause: str = ""
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Exploration:
    """`sequences` were played, shrinking included; `asked` counts what happened in them and came to its end, by kind.

    `left_out` are the kinds of event that the system gives no means for, with the reason. `undecided` counts, by
    reason, the sequences that broke off without an answer that could be judged.
    """

    sut: str
    seed: int
    steps: int
    examples: int
    sequences: int
    asked: Mapping[str, int]
    left_out: Mapping[str, str] = field(default_factory=dict)
    undecided: Mapping[str, int] = field(default_factory=dict)
    finding: Finding | None = None

    @property
    def exit_code(self) -> int:
        """10 for a disagreement, 11 where a sequence broke off or nothing could be asked, else 0."""
        if self.finding:
            return DISAGREES
        return INCOMPLETE if self.undecided or not self.asked else CONFORMS
