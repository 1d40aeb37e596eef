"""The options `--release` and `--reading` of `mp107 explain` to values."""

from collections.abc import Sequence

from commands.explain.fault import BadInput
from harness import release_words
from harness.release_words import NoRelease
from rulebook import law
from rulebook.vocabulary import BASELINE, Release, Rulings


def parse_release(option: str, start: Release = BASELINE) -> Release:
    """`on`, `off`, or `DSP=on,S1SP1=off` on top of `start`; a component that neither names has not got the change."""
    try:
        return release_words.parse_release(option, start)
    except NoRelease as error:
        raise BadInput("--release", error.place, error.fault, error.mend) from error


def parse_readings(options: Sequence[str]) -> Rulings:
    """Each `KEY=READING` on top of the register's rulings; the key is a point (`O3.s1sp`) or a question (`O3`)."""
    ruled: dict[str, str] = {}
    for option in options:
        key, equals, reading = (piece.strip() for piece in option.partition("="))
        if not equals or not key or not reading:
            raise BadInput("--reading", "", f"{option[:60]!a} is no ruling", "write KEY=READING, such as O9=transform")
        if ruled.get(key, reading) != reading:
            raise BadInput("--reading", key, "is ruled in two ways", "leave one")
        ruled[key] = reading
    try:
        return law.rulings(ruled)
    except law.LawError as error:
        said = str(error).encode("ascii", "backslashreplace").decode()
        raise BadInput("--reading", "", said, "the register is legal/interpretations.toml") from error
