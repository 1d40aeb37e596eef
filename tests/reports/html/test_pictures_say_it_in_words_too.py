"""Verdicts by clause and stage, the mixed releases, the kill matrix."""

import json

import pytest
from lxml import html
from lxml.etree import _Element

from harness.record import StepRecord
from harness.verdicts import Verdict
from reports.charts.bars import bar, picture
from reports.charts.releases import STATES, beginning, by_state
from reports.html import document
from reports.html.kills import read
from reports.traceability import traced
from tests.reports.pages import run, scenario


def test_a_bar_has_a_part_for_each_verdict_that_occurs() -> None:
    drawn = html.fromstring(
        picture("in words", 100, 10, bar({Verdict.FAIL: 1, Verdict.PASS: 3, Verdict.WAIVED: 0}, 100, 10))
    )
    assert drawn.findtext("title") == "in words"
    assert [(part.get("class"), part.get("width")) for part in drawn.xpath("//rect[@class]")] == [
        ("fail", "25.0"),
        ("pass", "75.0"),
    ]
    assert drawn.xpath("//rect[@fill='url(#pattern-fail)']")


def test_every_tested_clause_has_a_row_by_stage(page: _Element) -> None:
    rows = page.xpath("//h3[@id='by-stage']/following-sibling::*[1]//tbody/tr")
    assert len(rows) == sum(trace.statement.tested for trace in traced(run()))
    (own,) = [row for row in rows if row.xpath("th/a/@href") == ["#srpd-6.2.d"]]
    pit, fat, *_ = own.xpath("td")
    assert "\u2718 1 FAIL" in pit.text_content()
    assert fat.text_content() == "\u2013"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (["SECMP0107 is in force"], (True, True, True, True)),
        (["SECMP0107 is not in force", "the DSP has switched SECMP0107 on"], (True, False, False, False)),
        (["SECMP0107 is in force", "S1SP2 has not deployed SECMP0107"], (True, True, False, True)),
        (["SECMP0107 is not in force", "S1SP3 has deployed SECMP0107"], (False, False, False, True)),
        (["S1SP3 has deployed SECMP0107"], None),
        ([], None),
    ],
)
def test_a_scenario_begins_in_the_state_that_it_says(said: list[str], state: tuple[bool, ...] | None) -> None:
    later = (StepRecord("When", "the DSP switches SECMP0107 off"), StepRecord("And", "SECMP0107 is not in force"))
    one = scenario(Verdict.PASS, steps=(*(StepRecord("Given", words) for words in said), *later))
    assert beginning(one) == state


def test_all_sixteen_states_have_a_place(page: _Element) -> None:
    assert len(set(STATES)) == 16
    cells = page.xpath("//h3[@id='releases']/following-sibling::*[2]//tbody/tr/td")
    assert len(cells) == 16
    assert sum("FAIL" in cell.text_content() for cell in cells) == 1
    assert sum(map(len, by_state(run().scenarios).values())) == len(Verdict)


def test_the_faults_that_force_a_clause_stand_with_it(page: _Element) -> None:
    clause = page.get_element_by_id("srpd-6.2.d").text_content()
    assert "often-caught" in clause
    assert "It forgets the <role>." in clause
    assert "0: it survives" in clause
    unforced = page.get_element_by_id("srpd-6.1.f").text_content()
    assert "No build of a kill matrix beside this run breaks this clause." in unforced


def test_survivors_are_named(page: _Element) -> None:
    said = page.xpath("string(//h3[@id='kill-matrix']/following-sibling::p[1])")
    assert said == "2 systems were made wrong on purpose. Not caught: never-caught."


@pytest.mark.parametrize("unread", [b"", b"{}", b"[1", b'{"faults": 1}', b"\xff"])
def test_without_a_kill_matrix_the_page_says_how_to_make_one(unread: bytes) -> None:
    assert read(unread) is None
    assert "mp107 kill-matrix" in html.fromstring(document(run(), unread)).get_element_by_id("charts").text_content()


def test_the_matrices_of_both_requirements_are_told_as_one() -> None:
    of_the_law, of_the_update = (
        json.dumps(
            {
                "partial": False,
                "survivors": [f"{clause}-survivor"],
                "clauses": [{"id": clause, "strength": "forced", "caught_by": {clause: 2}}],
                "faults": [{"name": clause, "mistake": "A mistake."}, {"name": f"{clause}-survivor", "mistake": "!"}],
            }
        ).encode()
        for clause in ("srpd-6.2.d", "fia-3.3.2")
    )
    both = read(of_the_law, b"[1", of_the_update)
    assert both is not None
    assert list(both.clauses) == ["srpd-6.2.d", "fia-3.3.2"]
    assert (both.survivors, both.total) == (("srpd-6.2.d-survivor", "fia-3.3.2-survivor"), 4)
