"""`junit.xml`: only a PASS is a success."""

from lxml import etree

from harness.record import RunRecord
from harness.verdicts import Verdict
from reports import junit


def test_only_what_does_not_apply_or_is_waived_is_a_skip(record: RunRecord) -> None:
    root = etree.fromstring(junit.document(record))
    shown = {
        case.find("properties/property[@name='verdict']").get("value"): [one.tag for one in case[1:]]
        for case in root.iterfind("testsuite[@name='srpd-6.2.d']/testcase")
    }
    skipped = {verdict for verdict, tags in shown.items() if tags == ["skipped"]}
    successful = {verdict for verdict, tags in shown.items() if not tags}
    assert set(shown) == set(Verdict)
    assert skipped == {"WAIVED", "NOT-APPLICABLE"}
    assert successful == {"PASS"}
    assert shown["FAIL"] == ["failure"]


def test_every_verdict_is_named_with_its_reason(record: RunRecord) -> None:
    root = etree.fromstring(junit.document(record))
    for verdict in set(Verdict) - {Verdict.PASS}:
        found = [one for one in root.iter("failure", "error", "skipped") if one.get("type") == verdict]
        assert [one.get("message", "").startswith(f"{verdict}: because of <script>") for one in found] == [True]


def test_the_numbers_add_up(record: RunRecord) -> None:
    root = etree.fromstring(junit.document(record))
    suite = root.find("testsuite[@name='srpd-6.2.d']")
    assert [suite.get(key) for key in ("tests", "failures", "errors", "skipped")] == ["8", "1", "4", "2"]
    assert [root.get(key) for key in ("tests", "failures", "errors")] == ["9", "1", "5"]


def test_problems_of_the_run_are_errors_of_their_own(record: RunRecord) -> None:
    root = etree.fromstring(junit.document(record))
    (case,) = root.iterfind("testsuite[@name='the run itself']/testcase")
    assert case.find("error").text.startswith("features/a.feature:3: <script>")
