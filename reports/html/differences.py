"""Two texts side by side, with what is only in one of them marked."""

import re
from difflib import SequenceMatcher

from reports.markup import Markup, el, joined

LONGEST = 2_000
_WORD = re.compile(r"\s+|[^\s]+")


def side_by_side(expected: str, observed: str) -> Markup:
    """Expected against observed; words that the other has not are underlined."""
    left, right = marked(expected, observed)
    return el(
        "div",
        el("div", el("p", "Expected", class_="lead"), el("p", left or "nothing"), class_="expected"),
        el("div", el("p", "Observed", class_="lead"), el("p", right or "nothing"), class_="observed"),
        class_="sides",
    )


def marked(one: str, other: str) -> tuple[Markup, Markup]:
    """Each with the words marked that the other has not; nothing is, where they are long or have no word in common."""
    if max(len(one), len(other)) > LONGEST:
        return joined([one]), joined([other])
    left, right = _WORD.findall(one), _WORD.findall(other)
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    if not any(kind == "equal" and not "".join(left[begin:end]).isspace() for kind, begin, end, _, _ in blocks):
        return joined([one]), joined([other])
    return (
        joined(_part(kind, left[begin:end]) for kind, begin, end, _, _ in blocks),
        joined(_part(kind, right[begin:end]) for kind, _, _, begin, end in blocks),
    )


def _part(kind: str, words: list[str]) -> str:
    said = "".join(words)
    return el("mark", said) if kind != "equal" and said.strip() else said
