"""The traceability matrix: statement, limb, scenario, verdict; what is not tested, and what is open."""

import csv
import io
import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import etree, html

from harness.record import RunRecord
from harness.verdicts import Verdict
from reports import traceability_csv, traceability_html
from reports.traceability import traced, traced_points
from rulebook.law import points, statements


@pytest.fixture
def rows(record: RunRecord) -> list[dict[str, str]]:
    text = traceability_csv.document(record).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def page(record: RunRecord) -> etree._Element:
    return html.fromstring(traceability_html.document(record))


def test_all_statements_and_all_points_are_there_in_the_order_of_the_law(record: RunRecord) -> None:
    assert [trace.statement.id for trace in traced(record)] == list(statements())
    assert [trace.point.key for trace in traced_points(record)] == list(points())


def test_a_limb_shows_who_meets_and_who_misses_it(rows: list[dict[str, str]]) -> None:
    role = [row for row in rows if row["limb"] == "srpd-6.2.d.role"]
    assert [(row["relation"], row["verdict"]) for row in role] == [("meets", "PASS"), ("misses", "FAIL")]


def test_a_limb_that_the_run_left_out_says_so(rows: list[dict[str, str]]) -> None:
    generation = [row for row in rows if row["limb"] == "srpd-6.2.d.generation" and row["relation"] == "misses"]
    assert [row["reason"] for row in generation] == ["no scenario of this run"]


def test_what_is_not_tested_has_its_reason(rows: list[dict[str, str]]) -> None:
    reasons = {row["statement"]: row["reason"] for row in rows if row["relation"] == "not tested"}
    assert reasons == {one.id: one.not_tested_because for one in statements().values() if not one.tested}


def test_an_open_point_shows_which_readings_the_answers_fit(rows: list[dict[str, str]]) -> None:
    (fuel,) = [row for row in rows if row["statement"] == "open-O2"]
    assert (fuel["relation"], fuel["verdict"]) == ("fits same-fuel", "INCONCLUSIVE")


def test_no_cell_is_a_formula(rows: list[dict[str, str]]) -> None:
    assert not [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@"))]


def test_the_page_has_an_anchor_for_every_statement_and_point(page: etree._Element) -> None:
    ids = Counter(page.xpath("//@id"))
    assert ids.keys() >= {*statements(), *(f"open-{key}" for key in points())}
    assert set(ids.values()) == {1}


def test_the_page_says_every_verdict_in_words(page: etree._Element) -> None:
    text = page.text_content()
    for verdict in Verdict:
        assert re.search(rf"\S {verdict}", text)
    for cell in page.xpath("//td[@class]"):
        assert cell.get("class").upper() in cell.text_content()


def test_the_page_opens_from_disk(record: RunRecord, page: etree._Element) -> None:
    assert not page.xpath("//script | //link | //img | //@src | //iframe")
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert b"<script>" not in traceability_html.document(record)
    assert b"&lt;script&gt;" in traceability_html.document(record)


def test_the_page_can_be_heard(record: RunRecord, page: etree._Element) -> None:
    assert traceability_html.document(record).startswith(b"<!DOCTYPE html>")
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title")
    assert page.xpath("count(//main) = 1 and count(//h1) = 1")
    assert page.xpath("count(//table[not(caption)]) = 0")
    assert page.xpath("count(//th[not(@scope)]) = 0")
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(page.xpath(f"//*[@id='{link[1:]}']") for link in page.xpath("//@href"))


def test_the_page_shows_the_run(page: etree._Element) -> None:
    text = page.text_content()
    for shown in ("suite-error", "fake, build 7", "DSP=on, S1SP1=on", "features/a.feature:3", "Seed"):
        assert shown in text
