"""The guard, the set-up and the command line: what stops a run before the first request, and with which code."""

from pathlib import Path

import pytest

from tests.harness.conftest import Finished, Runner


def refused(ended: Finished, code: int, verdict: str, problem: str) -> None:
    assert ended.code == code, ended.said
    assert str(ended.record.verdict) == verdict
    assert any(problem in line for line in ended.record.problems), ended.record.problems
    assert problem in ended.said
    assert ended.record.scenarios == ()
    assert not (ended.folder.parents[1] / "asked.log").exists()


def test_findings_of_the_guard_stop_the_run_whatever_the_filter(run: Runner, project: Path) -> None:
    """One of the static checks, one of the step checks, and a scenario that pytest-bdd would lose in silence."""
    feature = project / "features" / "ownership.feature"
    spoilt = feature.read_text().replace("@misses-s1sr-4.2.owner", "")
    feature.write_text(spoilt.replace("The registered operator may not", "The holder may"))
    steps = project / "steps" / "sentences.py"
    steps.write_text(steps.read_text() + '\n\n@given("nobody says this")\ndef _() -> None: ...\n')
    ended = run("--sut=fake", "-k=curlew")
    refused(ended, 13, "suite-error", "no scenario is tagged @misses-s1sr-4.2.owner")
    refused(ended, 13, "suite-error", "'The holder may' was not collected")
    refused(ended, 13, "suite-error", "no sentence uses the step definition: nobody says this")
    assert ended.record.claim == "no claim: the suite or the adapter is at fault, or the run was stopped"


def test_a_feature_that_is_no_gherkin_stops_the_run(run: Runner, project: Path) -> None:
    (project / "features" / "broken.feature").write_text("Feature: one\n\n  Scenario: two\n    Given a\n    mistake\n")
    refused(run("--sut=fake"), 13, "suite-error", "features/broken.feature:5: is no Gherkin")


def test_a_law_that_does_not_hold_together_stops_the_run(run: Runner, project: Path) -> None:
    law = project / "legal" / "srpd.toml"
    law.write_text(law.read_text().replace('words = "an Electricity', 'words = "an Electric'))
    refused(run("--sut=fake"), 13, "suite-error", "limb srpd-6.2.d.role quotes words that srpd-6.2.d does not hold")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--sut=fax"], "--sut: no system is called 'fax'; known: reference, "),
        (["--sut=fake", "--setup-only"], "--setup-only: no scenario would be asked anything; leave it out"),
        (["--sut=fake", "--setup-plan"], "--setup-plan: no scenario would be asked anything; leave it out"),
        (["--sut=fake", "--profile=gone.toml"], "--profile gone.toml: No such file or directory; name a file that"),
        (["--sut=fake", "--stage=sit", "-k=nobody"], "no scenario is left by the options given"),
    ],
)
def test_a_wrong_set_up_is_a_configuration_error(run: Runner, arguments: list[str], problem: str) -> None:
    refused(run(*arguments), 12, "configuration-error", problem)


def test_an_exclusion_of_nothing_names_the_file_and_what_is_near(run: Runner, project: Path) -> None:
    (project / "p.toml").write_text('[[not_applicable]]\nclause = "srpd-6.2.e"\nreason = "it is hard"')
    problem = "--profile p.toml: not_applicable.0.clause: there is no 'srpd-6.2.e'; near: srpd-6.2.d"
    refused(run("--sut=fake", "--profile=p.toml"), 12, "configuration-error", problem)


def test_evidence_that_has_no_place_is_a_configuration_error(run: Runner, project: Path) -> None:
    (project / "thesis.docx").touch()
    ended = run("--sut=fake", f"--out={project}")
    assert ended.code == 12
    assert "will not be emptied" in ended.said
    assert not (project / "asked.log").exists()
