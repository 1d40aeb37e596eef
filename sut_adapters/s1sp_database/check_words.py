"""What each key of a CHECK.toml has to be, in words, with an example."""

import math
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from rulebook.vocabulary import S1SPS
from sut_adapters.shapes import in_one_line

FIA, TIER_2 = "fia", "tier2"
LONGEST_S, MOST_KILLS = 1_000_000, 1000


class Form(NamedTuple):
    """Whether a value is one, what it has to be, and an example in TOML."""

    fits: Callable[[object], bool]
    words: str
    example: str


def objection(content: Mapping[str, object]) -> str:
    """The first mistake among the keys, with its mend; an empty string where each is in its form."""
    for key, value in content.items():
        if key not in FORMS:
            return _strange(key)
        if not FORMS[key].fits(value):
            return f"{key}: has to be {FORMS[key].words}, such as {FORMS[key].example}"
        if key == "databases" and isinstance(value, Mapping) and (said := _of_databases(value)):
            return said
    return "" if "command" in content else f"command: is missing; write {FORMS['command'].example}"


def _strange(key: str) -> str:
    near = get_close_matches(key, FORMS, 1)
    mend = f"perhaps {near[0]} is meant" if near else f"known are {', '.join(FORMS)}"
    return f"{in_one_line(key, 40)}: is no key of a check; {mend}"


def _of_databases(databases: Mapping[str, object]) -> str:
    example = FORMS["databases"].example
    for name, url in databases.items():
        if name not in set(S1SPS):
            return f"databases.{in_one_line(name, 40)}: is none of {', '.join(S1SPS)}; write {example}"
        if not _is_text(url):
            return f"databases.{name}: has to be the URL of a database, such as {example}"
    return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_words(value: object) -> bool:
    return _is_text(value) or (
        isinstance(value, list) and all(isinstance(word, str) for word in value) and _is_text(next(iter(value), ""))
    )


def _is_number(value: object, most: float = math.inf, least: float = -math.inf) -> bool:
    """A whole one; true is none."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_time(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LONGEST_S


FORMS: Mapping[str, Form] = {
    "command": Form(
        _are_words,
        "what starts the update: words, or one line of them",
        'command = ["./update.sh", "--fast"]',
    ),
    "start_in": Form(_is_text, "the folder in which the update is started", 'start_in = "/home/me"'),
    "database": Form(_is_text, "the URL of one database", 'database = "sqlite:///s1sps.sqlite"'),
    "databases": Form(
        lambda value: isinstance(value, Mapping),
        "a table with a URL for each S1SP",
        '[databases] and S1SP1 = "sqlite:///one.sqlite" below it',
    ),
    "schema_map": Form(_is_text, "the name of a TOML file", 'schema_map = "names.toml"'),
    "population": Form(
        lambda value: value == FIA or _is_number(value, least=1),
        f"a number of devices or {FIA!r}",
        "population = 5000",
    ),
    "seed": Form(_is_number, "a whole number", "seed = 107"),
    "claims": Form(
        lambda value: isinstance(value, list) and all(one == TIER_2 for one in value),
        f"a list with {TIER_2!r} in it or nothing",
        f'claims = ["{TIER_2}"]',
    ),
    "command_s": Form(_is_time, f"a number of seconds above 0 and up to {LONGEST_S}", "command_s = 600"),
    "kills": Form(
        lambda value: _is_number(value, MOST_KILLS, 1), f"a whole number from 1 to {MOST_KILLS}", "kills = 20"
    ),
}
"""In the order of docs/update-check.md."""
