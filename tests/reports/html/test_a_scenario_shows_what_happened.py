"""Steps with their verdicts, expected against observed, the control, and what of the law it forces."""

from lxml import html
from lxml.etree import _Element

from harness.mail import file_stem
from harness.record import RunRecord, StepRecord
from harness.verdicts import Verdict
from reports.html import document
from reports.html.differences import marked
from tests.reports.pages import run, scenario


def body(page: _Element, record: RunRecord, verdict: Verdict) -> _Element:
    (one,) = [one for one in record.scenarios if one.verdict is verdict]
    return page.get_element_by_id(file_stem(one.clause, one.id))


def test_each_step_has_its_verdict_in_words(everything: RunRecord, page: _Element) -> None:
    steps = body(page, everything, Verdict.FAIL).xpath("ol/li/b[1]/text()")
    assert [said.split(" ", 1)[1] for said in steps] == ["PASS", "PASS", "FAIL", "not reached"]


def test_a_table_of_a_step_is_shown(everything: RunRecord, page: _Element) -> None:
    assert body(page, everything, Verdict.FAIL).xpath("ol/li/table/thead/tr/th/text()") == ["reading", "outcome"]


def test_expected_stands_beside_observed_with_the_difference_marked(everything: RunRecord, page: _Element) -> None:
    failed = body(page, everything, Verdict.FAIL)
    (expected,), (observed,) = failed.xpath(".//*[@class='expected']"), failed.xpath(".//*[@class='observed']")
    assert expected.text_content() == "Expectedrefused by the DSP at its registration check"
    assert expected.xpath(".//mark/text()") == ["at its registration check"]
    assert "alert" in observed.xpath("string(.//mark)")


def test_texts_without_a_word_in_common_are_not_marked() -> None:
    assert marked("accepted", "refused by the DSP") == ("accepted", "refused by the DSP")


def test_what_wants_reading_is_open_from_the_start(page: _Element) -> None:
    opened = {one.xpath("string(summary/b)").split(" ", 1)[1] for one in page.xpath("//details[@open]")}
    assert opened == set(Verdict) - {Verdict.PASS, Verdict.NOT_APPLICABLE}


def test_a_negative_shows_what_its_control_did_otherwise() -> None:
    given = StepRecord("Given", "SECMP0107 is in force")
    meter = [StepRecord("And", f"a {kind} ESME registered to Northmoor") for kind in ("SMETS1", "SMETS2")]
    accepted = scenario(Verdict.PASS, "positive", title="A SMETS1 device", steps=(given, meter[0]))
    refused = scenario(Verdict.FAIL, "negative", steps=(given, meter[1], StepRecord("Then", "it is refused")))
    shown = html.fromstring(document(run(accepted, refused)))
    (beside,) = shown.xpath("//dl[@class='against']")
    assert beside.xpath("dd/text()") == [meter[1].text, meter[0].text]
    assert beside.getprevious().xpath("a/text()") == ["A SMETS1 device"]


def test_verdicts_are_never_by_colour_alone(page: _Element) -> None:
    for one in page.xpath("//b[contains(@class, 'v ')]"):
        symbol, word = one.text.split(" ", 1)
        assert symbol
        assert word in {*Verdict, "not reached"}
