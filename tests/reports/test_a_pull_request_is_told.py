"""The summary in Markdown, and the annotations: complete, and nothing that a system says gets out of them."""

from dataclasses import replace

import pytest

from harness.record import RunRecord, WaiverRecord
from harness.verdicts import Verdict
from reports import annotations, summary_md
from tests.reports.conftest import scenario

ESCAPES = "`` ` ``` </details> [x](javascript:0) |\n::error::no\r\n# Head"


def test_the_summary_has_the_verdict_and_every_count(record: RunRecord) -> None:
    text = summary_md.document(record).decode()
    assert text.startswith(f"## SECMP0107: {record.verdict} (exit {record.exit_code})\n")
    assert f"`{record.claim}`" in text
    assert "| " + " | ".join(str(verdict) for verdict in reversed(Verdict)) + " |" in text
    for one in record.scenarios:
        listed = f"| {one.verdict} |" in text.partition("What did not pass")[2]
        assert listed is (one.verdict not in (Verdict.PASS, Verdict.NOT_APPLICABLE))


def test_the_summary_has_the_waivers(record: RunRecord) -> None:
    waiver = WaiverRecord("W-1", "srpd-6.2.d", "7", "mended in 8", "S1SP1", "D-17", "2027-01-01", state="expired")
    assert "- expired: `W-1`, `mended in 8`" in summary_md.document(replace(record, waivers=(waiver,))).decode()


@pytest.mark.parametrize("said", [ESCAPES, "`", "``", "a|b", "x" * 10_000, ""])
def test_what_a_system_says_stays_in_its_code_span(said: str) -> None:
    shown = summary_md.code(said)
    fence = shown[: len(shown) - len(shown.lstrip("`"))]
    inside = shown.removeprefix(fence).removesuffix(fence)
    assert fence not in inside if said else shown == ""
    assert not {"\n", "\r", "|"} & set(shown)
    assert len(shown) < 400


def test_each_failure_is_annotated_at_its_line(record: RunRecord) -> None:
    lines = annotations.document(record).decode().splitlines()
    failed = next(one for one in record.scenarios if one.verdict is Verdict.FAIL)
    assert any(
        line.startswith(f"::error file=features/{failed.feature_path},line={failed.line},title=FAIL srpd-6.2.d::")
        for line in lines
    )
    assert [line.split()[0] for line in lines] == ["::error"] * 4 + ["::warning"] * 2 + ["::notice"]


def test_an_annotation_is_one_line_and_one_command(record: RunRecord) -> None:
    bad = replace(scenario(Verdict.FAIL, reason=ESCAPES), title="a%0A::error::b", feature_path="a,line=1::x\ny.feature")
    (line,) = annotations.document(replace(record, scenarios=(bad,), problems=())).decode().splitlines()
    head, message = line.removeprefix("::").split("::", 1)
    assert head.count(",") == 2
    assert "a%250A::error::b" in message
