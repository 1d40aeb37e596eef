"""Messages as people read them, whatever they are: good, spoilt, or no XML at all."""

import pytest
from lxml import html

from harness.record import ExchangeRecord, MessageRecord
from harness.verdicts import Verdict
from reports.html import document
from reports.html.messages import laid_out
from reports.html.xml_text import LONGEST, Line, lines
from tests.reports.pages import AT, certificate, request, run, scenario


def test_each_element_has_its_line() -> None:
    assert lines("<a><b>1</b><c/></a>") == [
        Line(0, "<a>"),
        Line(1, "<b>", "1", "</b>"),
        Line(1, "<c/>"),
        Line(0, "</a>"),
    ]


def test_a_signature_is_named_by_its_certificate() -> None:
    assert Line(1, "<!-- signed under certificate 42 -->") in lines(request())


def test_a_signature_within_a_signed_message_hides_nothing_else() -> None:
    inner = "<ds:Signature><x/></ds:Signature>"
    shown = lines(f"<a><b>{inner}</b><c>2</c>{inner}</a>")
    assert [line.opening for line in shown] == [
        "<a>",
        "<b>",
        "<!-- signed -->",
        "</b>",
        "<c>",
        "<!-- signed -->",
        "</a>",
    ]


def test_a_certificate_is_named_by_its_subject() -> None:
    (line,) = lines(f"<c>{certificate('Northmoor')}</c>")
    assert line.value.endswith("[certificate 7, CN=Northmoor]")


def test_other_base64_is_counted() -> None:
    (line,) = lines(f"<c>{'QUJD' * 50}</c>")
    assert line.value.endswith("[200 characters of base64]")


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "<",
        "<<<<",
        "no xml",
        "</a></a></a>",
        "<a",
        "<ds:Signature>",
        "\x00\x01",
        "<a>" * 100,
        "]]>",
        "<!DOCTYPE x [",
        "&lol;",
    ],
)
def test_a_spoilt_message_is_shown_as_it_is(spoilt: str) -> None:
    shown = "".join(line.opening + line.value + line.closing for line in lines(spoilt))
    assert shown == spoilt.strip()
    made = document(run(scenario(Verdict.PASS, exchanges=_of(spoilt))))
    assert html.fromstring(made).xpath("//figure/pre")


def _of(text: str, stem: str = "m") -> tuple[ExchangeRecord, ...]:
    return (ExchangeRecord("asks", "answered", (MessageRecord("sent", "user", f"{stem}-001-sent.xml", text, AT),), 2),)


def test_a_long_message_is_cut_and_says_so() -> None:
    shown = lines("<a>" + "x" * LONGEST)
    assert shown[-1].value == "[3 more characters are in the file]"


def test_what_finds_no_room_is_named_by_its_file() -> None:
    record = run()
    everything, nothing = laid_out(record, {}), laid_out(record, {}, room=0)
    assert len(everything) > len(nothing) == 0
    first = next(iter(laid_out(record, {}, room=4_000)))
    wanting = next(one for one in record.scenarios if one.verdict is Verdict.FAIL)
    assert first == wanting.exchanges[1].messages[0].name


def test_messages_beside_a_request_are_shown_only_where_reading_is_wanted() -> None:
    shown = laid_out(run(), {})
    for one in run().scenarios:
        beside = {message.name for message in one.exchanges[0].messages}
        assert beside <= shown.keys() or one.verdict in (Verdict.PASS, Verdict.NOT_APPLICABLE)
        assert one.verdict is not Verdict.PASS or beside.isdisjoint(shown)


def test_a_refused_request_shows_what_its_control_asked_otherwise() -> None:
    asked = "<r><RequestID>{}</RequestID><Role>NetworkOperator</Role><Owner>{}</Owner></r>"
    accepted = scenario(Verdict.PASS, "positive", exchanges=_of(asked.format("a:b:1", "Northmoor")))
    refused = scenario(Verdict.FAIL, "negative", exchanges=_of(asked.format("a:b:2", "Southfell"), "n"))
    (pre,) = html.fromstring(document(run(accepted, refused))).xpath("//figure[@id='n-001-sent']/pre")
    assert pre.xpath("mark/text()") == ["Southfell"]
