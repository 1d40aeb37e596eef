"""What pytest collects is what Gherkin reads: played by a pytest of its own on the sample."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIND_ALL = 'from pytest_bdd import scenarios\n\nscenarios(".")\n'
CONFTEST = """
from pathlib import Path

from harness.corpus import read_corpus
from harness.guard import collected_scenarios, collection_findings

pytest_plugins = ["sample_steps"]
FOLDER = Path(__file__).parent / "features"


def pytest_collection_finish(session):
    complete = not any("::" in argument for argument in session.config.args)
    collected = collected_scenarios(session.items, FOLDER)
    found = collection_findings(read_corpus(FOLDER), collected, complete=complete)
    Path("findings.txt").write_text("".join(f"{finding}\\n" for finding in found))
"""


def _found(project: Path, *arguments: str, binding: str = BIND_ALL) -> list[str]:
    (project / "conftest.py").write_text(CONFTEST)
    (project / "test_conformance.py").write_text(binding)
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "pytest_bdd.plugin", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    subprocess.run(command, cwd=project, env=environment, check=False, capture_output=True, timeout=60)
    return (project / "findings.txt").read_text().splitlines()


def _spoil(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text().replace(old, new))


def test_all_of_the_sample_is_collected(project: Path) -> None:
    assert _found(project) == []


def test_one_test_named_by_itself_leaves_the_others_out(project: Path) -> None:
    assert _found(project, "test_conformance.py::test_the_holder_may") == []


def test_of_two_scenarios_with_one_title_the_first_is_missing(project: Path) -> None:
    _spoil(
        project / "features/ownership.feature", "Example: The registered operator may not", "Example: The holder may"
    )
    assert _found(project) == ["features/ownership.feature:15: 'The holder may' was not collected and would never run"]


def test_a_feature_that_nothing_binds_is_missing(project: Path) -> None:
    binding = BIND_ALL.replace('"."', '"exemption.feature"')
    assert _found(project, binding=binding) == [
        "features/ownership.feature:2: no scenarios() binds this file: it would never run"
    ]


def test_a_scenario_bound_twice_would_run_twice(project: Path) -> None:
    (project / "test_again.py").write_text(BIND_ALL.replace('"."', '"ownership.feature"'))
    assert "features/ownership.feature:15: 'The holder may' would run 2 times" in _found(project)


def test_a_feature_from_elsewhere_is_none_of_ours(project: Path) -> None:
    elsewhere = project / "elsewhere.feature"
    elsewhere.write_text("Feature: Elsewhere\n  Example: Stray\n    Then nothing has changed\n")
    found = _found(project, binding=BIND_ALL + f'scenarios("{elsewhere}")\n')
    assert found == [f"{elsewhere}:2: would run as 'Stray', and not as Gherkin reads the scenario"]


def test_a_placeholder_that_only_pytest_bdd_fills_in_is_a_difference(project: Path) -> None:
    _spoil(project / "features/exemption.feature", "ESME registered to Northmoor", "ESME registered to <supplier>")
    found = _found(project)
    assert (
        "features/exemption.feature:20: would run as 'Curlew is not exempt', and not as Gherkin reads the scenario"
        in found
    )
