"""A suite that lost its scenarios, or its end, is at fault itself: SUITE-ERROR, whatever the system answered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harness.conftest import Finished, Runner

Spoil = Callable[[Path], None]


def no_feature_left(project: Path) -> None:
    for feature in (project / "features").rglob("*.feature"):
        feature.unlink()


def no_features_folder(project: Path) -> None:
    no_feature_left(project)
    (project / "features").rmdir()


def no_step_in_a_scenario(project: Path) -> None:
    feature = project / "features" / "exemption.feature"
    lines = feature.read_text(encoding="utf-8").splitlines()
    at = lines.index("      When Southfell places certificates")
    feature.write_text("\n".join([*lines[:at], *lines[at + 2 :]]) + "\n", encoding="utf-8")


def bound_to_nothing(project: Path) -> None:
    (project / "test_conformance.py").unlink()
    (project / "test_conformance.py").write_text(
        'from pytest_bdd import scenarios\n\nscenarios("exemption.feature")\n', encoding="utf-8"
    )


def nothing_bound_at_all(project: Path) -> None:
    (project / "test_conformance.py").unlink()
    (project / "test_conformance.py").write_text("", encoding="utf-8")


def is_red(ended: Finished, problem: str) -> None:
    assert ended.code == 13, ended.said
    assert str(ended.record.verdict) == "suite-error"
    assert any(problem in said for said in ended.record.problems), ended.record.problems
    assert ended.record.claim == "no claim: the suite or the adapter is at fault, or the run was stopped"
    assert "PASS" not in ended.verdicts.values()


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (no_feature_left, "holds no feature file"),
        (no_features_folder, "holds no feature file"),
        (no_step_in_a_scenario, "the scenario has no step"),
        (bound_to_nothing, "no scenarios() binds this file: it would never run"),
        (nothing_bound_at_all, "no scenarios() binds this file: it would never run"),
    ],
)
def test_scenarios_that_are_gone_are_missed(run: Runner, project: Path, spoil: Spoil, problem: str) -> None:
    spoil(project)
    is_red(run("--sut=fake", "--seed=7"), problem)


def test_a_report_without_its_end_is_no_report(run: Runner, project: Path) -> None:
    """The system passes everything, and the process ends as if all were well before it is said what that came to.

    Its exit code is whatever it chooses, which is why `mp107 run` believes the report (commands/evidence.py).
    """
    (project / "hasty.py").write_text(
        "import os\n\n\ndef pytest_runtest_logfinish(nodeid):\n    os._exit(0)\n", encoding="utf-8"
    )
    ended = run("--sut=fake", "--seed=7", "-p", "hasty")
    assert ended.code == 0
    assert ended.record.exit_code == 13
    assert (str(ended.record.verdict), ended.record.problems) == ("suite-error", ("the run did not end",))
    assert ended.verdicts == {}
