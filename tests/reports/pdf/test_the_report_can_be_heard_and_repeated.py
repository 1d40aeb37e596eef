"""PDF/UA-1: language, tags, alternative texts; and the same bytes for the same record."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from harness.record import RunRecord
from reports.pdf import document


def elements(node: Any) -> Iterator[Any]:
    """Every element of the structure tree."""
    found = node.get_object()
    if isinstance(found, list):
        for child in found:
            yield from elements(child)
    elif hasattr(found, "get"):
        yield found
        if "/K" in found:
            yield from elements(found["/K"])


def test_it_has_a_language_and_is_tagged(record: RunRecord) -> None:
    root = PdfReader(io.BytesIO(document(record))).trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_headings_tables_and_pictures_are_what_they_look_like(record: RunRecord) -> None:
    tree = PdfReader(io.BytesIO(document(record))).trailer["/Root"]["/StructTreeRoot"]
    kinds = [str(one.get("/S")) for one in elements(tree)]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Caption", "/BlockQuote"} <= set(kinds)
    (chart,) = [one for one in elements(tree) if one.get("/S") == "/Figure"]
    assert "FAIL 1" in chart["/Alt"]


def test_the_same_run_is_the_same_report(record: RunRecord) -> None:
    assert document(record) == document(record)


def test_its_date_is_that_of_the_run(record: RunRecord) -> None:
    metadata = PdfReader(io.BytesIO(document(record))).metadata
    assert metadata is not None
    assert metadata.creation_date_raw == "D:20221103000000Z"
