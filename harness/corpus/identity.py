"""Names by which scenarios are addressed, on the command line and in every report.

`requirement_1/srpd_6_2_d.feature::the-rule::the-title::southfell_birchwater`: path, Rule, title and, for a row of an
Outline, its values. None of it counts anything, so that scenarios may be added, removed and moved.
"""

import re
import unicodedata
from collections.abc import Iterable

_APOSTROPHES = re.compile(r"['\u2019]")
_OTHER = re.compile(r"[^a-z0-9.]+")
_CLAUSE_TAG = re.compile(r"(?!meets-|misses-|open-|from-|before-|requirement-)[a-z][a-z0-9]*-[a-z]?[0-9]\S*")


def slug(text: str) -> str:
    """Lower-case letters, digits, dots and hyphens: no shell needs quotes around it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", _APOSTROPHES.sub("", plain)).strip("-.")


def scenario_id(path: str, rule: str, title: str, values: Iterable[str]) -> str:
    """The address of a scenario; `rule` is empty outside any Rule, `values` where there is no example row."""
    parts = [slug(rule), slug(title), "_".join(slug(value) or "-" for value in values)]
    return "::".join([path, *(part for part in parts if part)])


def is_clause_tag(tag: str) -> bool:
    """Whether a tag has the form of a statement's id (`srpd-6.2.d`, `mp107-r1`), known to the law or not."""
    return _CLAUSE_TAG.fullmatch(tag) is not None
