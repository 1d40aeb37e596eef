"""What a member of the Board has to know stands first: the verdict, what it is about, and what it does not reach."""

import pytest
from lxml import html
from lxml.etree import _Element

from harness.verdicts import Verdict
from reports.html import document
from rulebook.law import points, statements
from tests.reports.pages import run, scenario


@pytest.fixture(scope="module")
def first(page: _Element) -> str:
    return str(page.get_element_by_id("verdict").text_content())


def test_the_verdict_is_the_first_thing_said(page: _Element) -> None:
    banner = page.xpath("//main//p")[0]
    assert banner.text_content() == "\u26a0 Suite at fault: no claim"


def test_what_was_tested_is_named(first: str) -> None:
    for known in ("build 7", "dsp", "SIT", "S1SP3=on", "O9=send-command", "2022-11-03", "lab.toml", "n-107", "cd" * 32):
        assert known in first


def test_every_count_is_there(page: _Element) -> None:
    rows = page.xpath("//table[@class='counts']/tbody/tr")
    assert [row.text_content().split("1")[0].split()[-1] for row in rows] == list(Verdict)


def test_whatever_was_not_tested_has_its_reason(first: str) -> None:
    for statement in statements().values():
        assert statement.tested or statement.not_tested_because in first
    for unasked in ("NOT-APPLICABLE", "NOT-EXERCISED", "INCONCLUSIVE"):
        assert f"{unasked} because of" in first


def test_a_waiver_is_shown_with_who_needed_it(page: _Element) -> None:
    (row,) = page.xpath("//h3[@id='waivers']/following-sibling::*[1]//tbody/tr")
    assert row.xpath("string(th)") == "W1"
    assert row.xpath(".//a")


def test_every_open_point_is_named(page: _Element) -> None:
    links = set(page.xpath("//section[@id='verdict']//@href"))
    assert links >= {f"#open-{key}" for key in points()}


def test_a_part_of_the_suite_makes_no_claim() -> None:
    shown = html.fromstring(document(run(scenario(Verdict.PASS), partial=True, total=20, verdict="conformant")))
    said = shown.get_element_by_id("verdict").text_content()
    assert "No failure in the part that ran: no claim of conformance" in said
    assert "19 of 20 scenarios were left out" in said


def test_what_failed_is_read_first(page: _Element) -> None:
    (heading,) = [one for one in page.iter("h3") if one.text == "Read these first"]
    listed = heading.getnext().xpath("li/b/text()")
    assert [said.split(" ")[1] for said in listed][:3] == ["SUITE-ERROR", "CONFIG-ERROR", "FAIL"]
