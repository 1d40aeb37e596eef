"""What of the law a system breaks that is wrong on purpose, and on which side of the words."""

from dataclasses import dataclass
from enum import StrEnum


class Reach(StrEnum):
    """On which side of the words a build goes wrong; the value begins the tag of the scenarios that show it."""

    SHORT = "meets"
    """The words are satisfied, and what the clause says does not follow."""

    BEYOND = "misses"
    """The words are not satisfied, and what the clause says follows all the same."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A statement of `legal/` that a build breaks, and where it breaks one limb of it: which, on which side."""

    statement: str
    limb: str = ""
    reach: Reach | None = None


def against(statement: str) -> Breach:
    """What a build breaks without breaking any limb in particular."""
    return Breach(statement)


def short_of(statement: str, limb: str = "") -> Breach:
    """What a build does not do though the words of the limb are satisfied; without a limb, those of any limb."""
    return Breach(statement, f"{statement}.{limb}" if limb else "", Reach.SHORT)


def beyond(statement: str, limb: str = "") -> Breach:
    """What a build does though the words of the limb are not satisfied; without a limb, those of some limb."""
    return Breach(statement, f"{statement}.{limb}" if limb else "", Reach.BEYOND)
