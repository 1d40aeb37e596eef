"""Bars whose parts differ in pattern as well as in colour."""

from collections.abc import Iterator, Mapping

from harness.verdicts import Verdict
from reports.marks import CLASSES
from reports.markup import Markup, el, joined

LEAST = 3.0
"""Width of a part that would be too narrow to be seen."""
PATTERNS = {"fail": "M0 6 6 0", "doubt": "M2 3h2", "idle": "M0 3h6"}
SIDE = 6


def patterns() -> Markup:
    """What every picture of a page refers to; stands in it once, and shows nothing."""
    made = [
        el(
            "pattern",
            el("path", d=path),
            id=f"pattern-{name}",
            width=str(SIDE),
            height=str(SIDE),
            patternUnits="userSpaceOnUse",
        )
        for name, path in PATTERNS.items()
    ]
    return el("svg", el("defs", *made), width="0", height="0", class_="patterns", aria_hidden="true")


def picture(said: str, width: float, height: float, *parts: str) -> Markup:
    """An image for those who see it, and its words for everybody else."""
    return _svg(width, height, el("title", said), *parts, role="img")


def decoration(width: float, height: float, *parts: str) -> Markup:
    """An image beside the same in words."""
    return _svg(width, height, *parts, aria_hidden="true")


def bar(counts: Mapping[Verdict, int], width: float, height: float) -> Markup:
    """One part for each verdict that occurs, worst first, as wide as its share."""
    found = {verdict: counts[verdict] for verdict in Verdict if counts.get(verdict)}
    return joined(_parts({verdict: (number, CLASSES[verdict]) for verdict, number in found.items()}, width, height))


def _parts(shares: Mapping[Verdict, tuple[int, str]], width: float, height: float) -> Iterator[Markup]:
    total, left = sum(number for number, _ in shares.values()), 0.0
    widths = [(max(width * number / total, LEAST), name) for number, name in shares.values()]
    scale = width / sum(wide for wide, _ in widths) if widths else 1.0
    for wide, name in widths:
        yield part(name, left, wide * scale, height)
        left += wide * scale


def part(name: str, left: float, width: float, height: float) -> Markup:
    """A part of a bar, of one of the classes of `reports.marks`."""
    box = {"x": f"{left:.1f}", "width": f"{width:.1f}", "height": f"{height:g}"}
    over = el("rect", **box, fill=f"url(#pattern-{name})") if name in PATTERNS else ""
    return joined([el("rect", **box, class_=name), over])


def _svg(width: float, height: float, *parts: str, **attributes: str) -> Markup:
    size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
    return el("svg", *parts, class_="picture", preserveAspectRatio="none", **size, **attributes)
