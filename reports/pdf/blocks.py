"""What a report on paper is made of. The template draws these and knows nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Tone = Literal["", "good", "bad", "doubtful"]
"""A colour beside words that say the same."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `link` is the anchor of a row elsewhere."""

    text: str
    tone: Tone = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, and where they stand."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Code:
    """A line to be typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are shares of the page; `anchors` name the rows, where they are linked to."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str | Cell]]
    widths: Sequence[float]
    anchors: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers as lengths; `alt` says the same in words."""

    caption: str
    alt: str
    bars: Sequence[tuple[str, int, Tone]]


@dataclass(frozen=True, slots=True)
class Form:
    """A table whose empty cells are written into by hand."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


Block = Text | Quote | Code | Table | Bars | Form


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    heading: str
    blocks: Sequence[Block] = ()
    sections: Sequence["Section"] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report. `dated` is in ISO 8601; `front` stands on the title page under the title and the subtitle."""

    title: str
    subtitle: str
    dated: str
    front: Sequence[Block]
    sections: Sequence[Section]
