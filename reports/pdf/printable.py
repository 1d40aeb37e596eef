"""Text from anywhere, so that the fonts of the report have a glyph for it and a line has a place to end."""

import re
from functools import cache

ZERO_WIDTH_SPACE = "\u200b"
LONGEST_WORD = 16
"""Letters in a row that may stand without a place to break; there is one after each joint of a long word."""

_PRINTED = re.compile(
    "["
    "\\n -~"
    "\u00a1-\u00ac\u00ae-\u024f"  # Latin
    "\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f"  # Greek, Cyrillic
    "\u2010-\u2027\u2030-\u203a\u20ac"  # dashes, quotation marks
    "\u2190-\u2199\u2200-\u22ff\u2500-\u257f\u25a0-\u25ff"  # arrows, signs, boxes
    "\u2610-\u2612\u2713\u2714\u2717\u2718\u26a0\u270e"
    "]"
)
_JOINTS = "/:._=,;-"
_LONG = re.compile(rf"[^\s{ZERO_WIDTH_SPACE}]{{12,}}")
_BREAKS_AFTER = re.compile(rf"[^\s{_JOINTS}]{{1,{LONGEST_WORD}}}[{_JOINTS}]{{0,4}}|[{_JOINTS}]{{1,{LONGEST_WORD}}}")


def printable(text: str) -> str:
    """A character that the fonts have not, or that could turn the line about, becomes its number: `<U+202E>`."""
    shown = "".join(map(_shown, text.replace("\r\n", "\n").replace("\t", " ")))
    return _LONG.sub(_with_breaks, shown)


@cache
def _shown(letter: str) -> str:
    if letter == "\u00a0":
        return " "
    return letter if _PRINTED.fullmatch(letter) else f"<U+{ord(letter):04X}>"


def _with_breaks(word: re.Match[str]) -> str:
    return ZERO_WIDTH_SPACE.join(_BREAKS_AFTER.findall(word.group()))
