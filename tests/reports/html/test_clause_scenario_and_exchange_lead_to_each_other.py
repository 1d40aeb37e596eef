"""Links in both directions, anchors that last, and the command that repeats a scenario."""

from dataclasses import replace

from lxml import html
from lxml.etree import _Element

from harness.mail import file_stem
from harness.record import RunRecord
from harness.verdicts import Verdict
from reports.html import document
from rulebook.law import points, statements
from tests.reports.pages import run, scenario


def of(record: RunRecord, verdict: Verdict) -> str:
    return next(file_stem(one.clause, one.id) for one in record.scenarios if one.verdict is verdict)


def test_a_clause_leads_to_its_scenarios_and_back(everything: RunRecord, page: _Element) -> None:
    failed = of(everything, Verdict.FAIL)
    assert f"#{failed}" in page.get_element_by_id("srpd-6.2.d").xpath(".//@href")
    assert "#srpd-6.2.d" in page.get_element_by_id(failed).xpath(".//@href")


def test_a_step_leads_to_its_exchange_and_back(everything: RunRecord, page: _Element) -> None:
    failed = of(everything, Verdict.FAIL)
    assert f"#{failed}-exchange-2" in page.get_element_by_id(f"{failed}-step-3").xpath(".//@href")
    assert f"#{failed}-step-3" in page.get_element_by_id(f"{failed}-exchange-2").xpath(".//@href")


def test_a_message_leads_to_its_file(everything: RunRecord, page: _Element) -> None:
    for one in everything.scenarios:
        for message in one.exchanges[1].messages:
            anchor = message.name.rpartition(".")[0]
            assert f"exchanges/{message.name}" in page.get_element_by_id(anchor).xpath(".//@href")


def test_every_statement_and_every_point_has_its_own_id_as_anchor(page: _Element) -> None:
    assert set(page.xpath("//@id")) >= {*statements(), *(f"open-{key}" for key in points())}


def test_an_anchor_stays_when_other_scenarios_come_and_go(everything: RunRecord) -> None:
    alone = html.fromstring(document(run(everything.scenarios[1])))
    assert alone.get_element_by_id(of(everything, Verdict.FAIL)) is not None


def test_a_scenario_names_the_command_that_repeats_it(everything: RunRecord, page: _Element) -> None:
    body = page.get_element_by_id(of(everything, Verdict.FAIL))
    command = "mp107 run requirement_1/a.feature::a-rule::fail --sut fake --seed 7"
    assert command in body.text_content()


def test_a_name_that_a_shell_would_read_is_quoted() -> None:
    odd = replace(scenario(Verdict.PASS), id="a.feature::it's; rm -rf x")
    assert "'a.feature::it'\"'\"'s; rm -rf x'" in html.fromstring(document(run(odd))).text_content()
