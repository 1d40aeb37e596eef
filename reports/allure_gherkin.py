"""Allure results that read like the feature files: clause, Rule, Example, step, and the final verdict of each.

Written from the record when the run has ended, because a verdict is final only then.
"""

import hashlib
import json
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from harness.record import RunRecord, ScenarioRecord, StepRecord
from harness.verdicts import Verdict

STATUS = {
    Verdict.SUITE_ERROR: "broken",
    Verdict.CONFIG_ERROR: "broken",
    Verdict.FAIL: "failed",
    Verdict.INCONCLUSIVE: "unknown",
    Verdict.NOT_EXERCISED: "unknown",
    Verdict.WAIVED: "skipped",
    Verdict.NOT_APPLICABLE: "skipped",
    Verdict.PASS: "passed",
}
"""An unanswered question is `unknown`, never `skipped`, which reads as success."""


def write(record: RunRecord, folder: Path) -> None:
    """One result for each scenario and each problem of the run, its attachments, the environment, the categories."""
    folder.mkdir()
    for scenario in record.scenarios:
        _dump(folder / f"{_uuid(record, scenario.id)}-result.json", _result(record, scenario, folder))
    for problem in record.problems:
        _dump(folder / f"{_uuid(record, problem)}-result.json", _problem(record, problem))
    categories = [{"name": str(verdict), "messageRegex": f"(?s){verdict}.*"} for verdict in Verdict]
    _dump(folder / "categories.json", categories)
    (folder / "environment.properties").write_text(_environment(record), encoding="utf-8")


def _result(record: RunRecord, scenario: ScenarioRecord, folder: Path) -> dict[str, object]:
    start = round(scenario.started * 1000)
    identifier = _uuid(record, scenario.id)
    return {
        "uuid": identifier,
        "historyId": _digest(scenario.id),
        "testCaseId": _digest(scenario.id),
        "fullName": scenario.id,
        "name": scenario.title,
        "status": STATUS[scenario.verdict],
        "statusDetails": {"message": f"{scenario.verdict}: {scenario.reason}"} if scenario.reason else {},
        "stage": "finished",
        "start": start,
        "stop": start + round(scenario.duration_s * 1000),
        "steps": _steps(scenario.steps, start),
        "attachments": _attachments(scenario, folder, identifier),
        "labels": [{"name": name, "value": value} for name, value in _labels(scenario)],
        "links": [{"type": "link", "name": scenario.clause, "url": f"traceability.html#{scenario.clause}"}],
    }


def _labels(scenario: ScenarioRecord) -> list[tuple[str, str]]:
    return [
        ("epic", "SECMP0107"),
        ("feature", scenario.feature),
        ("story", scenario.rule),
        ("suite", scenario.feature),
        ("subSuite", scenario.rule),
        ("clause", scenario.clause),
        ("component", scenario.component),
        ("verdict", str(scenario.verdict)),
        ("framework", "pytest-bdd"),
        ("language", "gherkin"),
        *(("tag", tag) for tag in scenario.tags),
    ]


def _steps(steps: tuple[StepRecord, ...], start: int) -> list[dict[str, object]]:
    """One after the other without gaps: the time between steps is not theirs."""
    shown, clock = [], start
    for step in steps:
        stop = clock + round(step.duration_s * 1000)
        status = STATUS[step.verdict] if step.verdict else "skipped"
        name = f"{step.keyword} {step.text}"
        shown.append({"name": name, "status": status, "stage": "finished", "start": clock, "stop": stop})
        clock = stop
    return [dict(step) for step in shown]


def _attachments(scenario: ScenarioRecord, folder: Path, identifier: str) -> list[dict[str, str]]:
    """As `.txt`: Allure takes any attached XML for a test result of its own."""
    exchanged = "\n\n".join(f"{exchange.request}\n-> {exchange.outcome}" for exchange in scenario.exchanges)
    texts = {
        "expected": scenario.expected,
        "observed": scenario.observed,
        "exchanges": exchanged,
        "findings": "\n".join(scenario.findings),
    }
    attached = []
    for name, text in texts.items():
        if text:
            source = f"{identifier}-{name}-attachment.txt"
            (folder / source).write_text(text, encoding="utf-8")
            attached.append({"name": name, "source": source, "type": "text/plain"})
    return attached


def _problem(record: RunRecord, text: str) -> dict[str, object]:
    return {
        "uuid": _uuid(record, text),
        "historyId": _digest(text),
        "fullName": text,
        "name": text,
        "status": "broken",
        "statusDetails": {"message": f"{record.worst}: {text}"},
        "stage": "finished",
        "labels": [{"name": "epic", "value": "The run itself"}],
    }


def _environment(record: RunRecord) -> str:
    known = {
        "verdict": str(record.verdict),
        "claim": record.claim,
        "system": f"{record.sut.name} {record.sut.identity}",
        "suite": f"{record.suite.name} {record.suite.version}",
        "release": record.release or "switched by the suite",
        "seed": str(record.seed),
    }
    return "".join(f"{key}={value}\n" for key, value in known.items())


def _uuid(record: RunRecord, name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"mp107:{record.seed}:{name}"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _dump(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
