"""Whatever a system or a profile says is printed as it is, and neither obeyed nor able to break the page."""

import io
from dataclasses import replace

from pypdf import PdfReader

from harness.record import ExchangeRecord, RunRecord, Sut
from harness.verdicts import Verdict
from reports.pdf import document
from reports.pdf.blocks import Paper, Text
from reports.pdf.printable import LONGEST_WORD, ZERO_WIDTH_SPACE, printable
from reports.pdf.typesetting import pdf
from tests.reports.pdf.conftest import printed, squeezed

MARKUP = [
    "#panic()",
    '#read("/etc/passwd")',
    "$x$",
    "<script>alert(1)</script>",
    "*bold*",
    "_soft_",
    "= Heading",
    "[#x] \\ `a` ~ @ref",
    "// nothing /* more",
    "'quoted' \"twice\" -- ...",
]
STRANGE = {
    "\u4e2d": "<U+4E2D>",
    "\u202e": "<U+202E>",
    "\x00\x1b": "<U+0000><U+001B>",
    "\U0001f600": "<U+1F600>",
    "\ufffe": "<U+FFFE>",
    "\u200b": "<U+200B>",
    "a\u0301": "a<U+0301>",
}


def spoilt(record: RunRecord, text: str) -> RunRecord:
    """The record with the text wherever a system, a profile or a file name can bring it in."""
    scenarios = [
        replace(one, title=text, reason=text, observed=text, expected=text, exchanges=(ExchangeRecord(text, text),))
        if one.verdict is Verdict.FAIL
        else one
        for one in record.scenarios
    ]
    told = {
        "provider": text,
        "document": [{"id": text, "version": text}],
        "witness": [{"name": text}],
        "signatory": [{"role": text}],
        "entry": [{"criterion": text}],
    }
    return replace(
        record, scenarios=tuple(scenarios), sut=Sut(text, text), profile=text, declared=told, problems=(text,)
    )


def test_markup_is_text(record: RunRecord) -> None:
    text = printed(spoilt(record, " ; ".join(MARKUP)))
    for markup in MARKUP:
        assert text.count(squeezed(markup)) >= 8


def test_what_the_fonts_have_not_is_shown_by_its_number(record: RunRecord) -> None:
    text = printed(spoilt(record, " ".join(STRANGE)))
    for shown in STRANGE.values():
        assert shown in text


def test_every_character_that_is_let_through_can_be_printed() -> None:
    let_through = [chr(code) for code in range(0x10000) if printable(chr(code)) == chr(code)]
    assert len(let_through) > 1000
    assert pdf(Paper("Every character", "", "", [Text(" ".join(let_through))], ()))


def test_a_long_word_stays_within_the_page(record: RunRecord) -> None:
    right = max(_right_edges(document(spoilt(record, "x" * 1500))))
    assert right < 595 - 40


def test_a_long_word_may_break_at_its_joints() -> None:
    shown = printable("requirement_1/srpd_6_2_d.feature::a-network-operator")
    assert f"requirement_{ZERO_WIDTH_SPACE}1/" in shown
    assert shown.replace(ZERO_WIDTH_SPACE, "") == "requirement_1/srpd_6_2_d.feature::a-network-operator"
    assert max(map(len, printable("y" * 99 + "/" * 99).split(ZERO_WIDTH_SPACE))) <= LONGEST_WORD + 4


def _right_edges(report: bytes) -> list[float]:
    """Where each piece of text begins, and how far its letters reach, roughly."""
    edges: list[float] = []

    def visit(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if text.strip():
            edges.append(matrix[4] + len(text.split("\n")[-1].replace(ZERO_WIDTH_SPACE, "")) * size * 0.3)

    for page in PdfReader(io.BytesIO(report)).pages:
        page.extract_text(visitor_text=visit)
    return edges
