"""How many scenarios came to which verdict: one bar, and the same in words."""

from collections.abc import Mapping

from harness.verdicts import Verdict, counts
from reports.charts.bars import bar, decoration, picture
from reports.marks import CLASSES, SYMBOLS
from reports.markup import Markup, el, joined

WIDTH, HEIGHT = 960, 26
CELL_WIDTH, CELL_HEIGHT = 84, 8


def chart(counted: Mapping[Verdict, int]) -> Markup:
    """Of a whole run."""
    said = ", ".join(f"{number} {verdict}" for verdict, number in counted.items() if number) or "no scenario"
    return picture(f"Scenarios by verdict: {said}", WIDTH, HEIGHT, bar(counted, WIDTH, HEIGHT))


def cell(verdicts: list[Verdict]) -> Markup:
    """Of a few scenarios, small enough for a table; a dash where there are none."""
    if not verdicts:
        return el("span", "\u2013", class_="none")
    counted = {verdict: number for verdict, number in counts(verdicts).items() if number}
    said = [
        el("span", f"{SYMBOLS[verdict]} {number} {verdict}", class_=f"n {CLASSES[verdict]}")
        for verdict, number in counted.items()
    ]
    return joined([*said, decoration(CELL_WIDTH, CELL_HEIGHT, bar(counted, CELL_WIDTH, CELL_HEIGHT))])
