"""The final verdicts as JUnit XML. Only a PASS is a success, and only what does not apply or is waived is a skip."""

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from harness.record import RunRecord, ScenarioRecord
from harness.verdicts import Verdict
from reports.text import element

ELEMENT_BY_VERDICT = {
    Verdict.SUITE_ERROR: "error",
    Verdict.CONFIG_ERROR: "error",
    Verdict.FAIL: "failure",
    Verdict.INCONCLUSIVE: "error",
    Verdict.NOT_EXERCISED: "error",
    Verdict.WAIVED: "skipped",
    Verdict.NOT_APPLICABLE: "skipped",
}
"""An unanswered question is an error here: a skip would read as success."""


def document(record: RunRecord) -> bytes:
    """One suite for each clause, one case for each scenario, and a suite of its own for problems of the run."""
    ordered = sorted(record.scenarios, key=lambda scenario: scenario.clause)
    suites = [_suite(clause, map(_case, found)) for clause, found in groupby(ordered, key=lambda one: one.clause)]
    if record.problems:
        suites.insert(0, _suite("the run itself", map(_problem, record.problems)))
    root = element("testsuites", *suites, name=record.suite.name, **_totals(suites))
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _suite(name: str, cases: Iterable[etree._Element]) -> etree._Element:
    found = list(cases)
    numbers = {
        f"{kind}s" if kind != "skipped" else kind: _with(found, kind) for kind in ("failure", "error", "skipped")
    }
    took = sum(float(case.get("time", "0")) for case in found)
    attributes = {"tests": len(found), **numbers, "time": f"{took:.6f}"}
    return element("testsuite", *found, name=name, **{key: str(value) for key, value in attributes.items()})


def _with(cases: Iterable[etree._Element], kind: str) -> int:
    return sum(case.find(kind) is not None for case in cases)


def _totals(suites: Iterable[etree._Element]) -> dict[str, str]:
    found = list(suites)
    totals = {key: str(sum(int(suite.get(key, "0")) for suite in found)) for key in ("tests", "failures", "errors")}
    return {**totals, "time": f"{sum(float(suite.get('time', '0')) for suite in found):.6f}"}


def _case(scenario: ScenarioRecord) -> etree._Element:
    properties = element(
        "properties",
        element("property", name="id", value=scenario.id),
        element("property", name="verdict", value=str(scenario.verdict)),
        element("property", name="component", value=scenario.component),
    )
    return element(
        "testcase",
        properties,
        *_result(scenario),
        name=scenario.title,
        classname=scenario.clause,
        file=f"features/{scenario.feature_path}",
        line=str(scenario.line),
        time=f"{scenario.duration_s:.6f}",
    )


def _result(scenario: ScenarioRecord) -> list[etree._Element]:
    if scenario.verdict is Verdict.PASS:
        return []
    attributes = {"message": f"{scenario.verdict}: {scenario.reason}", "type": str(scenario.verdict)}
    details = f"expected: {scenario.expected}\nobserved: {scenario.observed}" if scenario.expected else scenario.reason
    return [element(ELEMENT_BY_VERDICT[scenario.verdict], details, **attributes)]


def _problem(text: str) -> etree._Element:
    return element("testcase", element("error", text, message=text, type="problem"), name=text)
