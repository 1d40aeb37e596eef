"""Markup in anything that came from outside is shown, and never obeyed."""

from dataclasses import replace

import pytest
from lxml import html
from lxml.etree import _Element

from harness.record import ExchangeRecord, MessageRecord, Sut
from harness.verdicts import Verdict
from reports.html import document
from reports.markup import Markup, el, joined, text
from tests.reports.pages import AT, certificate, run, scenario

SCRIPT = '<script>alert("1")</script>'


def sent(xml: str) -> tuple[ExchangeRecord, ...]:
    return (ExchangeRecord("asks", "answered", (MessageRecord("received", "user", "a-001-received.xml", xml, AT),), 2),)


PLACES = {
    "an alert's AdditionalInformation": scenario(
        Verdict.PASS, exchanges=sent(f"<ra:AdditionalInformation>{SCRIPT}</ra:AdditionalInformation>")
    ),
    "an alert's text, escaped": scenario(
        Verdict.PASS, exchanges=sent(f"<a>{SCRIPT}</a>".replace("<s", "&lt;s").replace("</s", "&lt;/s"))
    ),
    "a certificate's common name": scenario(
        Verdict.PASS, exchanges=sent(f"<sr:Certificate>{certificate(SCRIPT)}</sr:Certificate>")
    ),
    "a device id": scenario(Verdict.PASS, exchanges=(ExchangeRecord(f"sends SRV 6.15.1 to {SCRIPT}", "accepted"),)),
    "an outcome": scenario(Verdict.PASS, exchanges=(ExchangeRecord("sends", f"refused {SCRIPT}"),)),
    "a reason": scenario(Verdict.INCONCLUSIVE, reason=SCRIPT),
    "what was observed": scenario(Verdict.FAIL, observed=f"refused {SCRIPT}"),
    "a finding": scenario(Verdict.PASS, findings=(SCRIPT,)),
    "a title": scenario(Verdict.PASS, title=SCRIPT),
    "a scenario's id": replace(scenario(Verdict.PASS), id=f'a"{SCRIPT}'),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_script_is_text(place: str) -> None:
    page = html.fromstring(document(run(PLACES[place])))
    assert not page.xpath("//script")
    assert "alert(" in page.text_content() or "alert\\(" in page.text_content()


def test_so_it_is_in_what_describes_the_run() -> None:
    made = document(
        run(sut=Sut(SCRIPT, SCRIPT), problems=(SCRIPT,), release=SCRIPT, declared={SCRIPT: SCRIPT}, nonce=SCRIPT)
    )
    assert not html.fromstring(made).xpath("//script")


def test_an_attribute_cannot_be_left(page: _Element) -> None:
    made = html.fromstring(el("p", "text", title='"><script>1</script>'))
    assert made.get("title") == '"><script>1</script>'
    assert not made.xpath("//script")


def test_what_turns_the_direction_of_writing_is_spelled_out() -> None:
    assert text("PASS\u202eLIAF") == "PASS\\u202eLIAF"


def test_only_markup_is_taken_for_markup() -> None:
    assert el("b", "<i>", el("i", "&")) == "<b>&lt;i&gt;<i>&amp;</i></b>"
    assert joined(["<", Markup("<br>")]) == "&lt;<br>"
    assert el("b", "<" + el("i", "x")) == "<b>&lt;&lt;i&gt;x&lt;/i&gt;</b>"
