"""A disagreement is printed as a scenario: put where it is said to belong, it fails there, and the reference passes."""

from functools import cache
from pathlib import Path

import pytest

from harness.corpus import read_corpus
from proof.collection import ROOT
from proof.explore import Finding, Wanted, explore
from rulebook import law
from sut_adapters.faulty import find_fault
from sut_adapters.reference import ReferenceModel
from tests.explore.pasted import findings, pasted, verdict

FOUND = (
    "exemption-missing",
    "ownership-check-dropped",
    "refused-and-written",
    "accepted-and-not-written",
    "supplier-slots-written-too",
    "s1sp-alert-missing",
    "s1sp-alert-twice",
    "s1sp-codes-swapped",
    "silent-on-refusal",
    "switch-ignored",
    "smets2-device-takes-any-certificate",
    "registration-check-dropped",
    "switch-lost-on-restart",
)


@cache
def found_in(name: str) -> Finding:
    """What an exploration of a faulty build finds, looked for once."""
    fault = find_fault(name)
    rulings = law.rulings(dict(fault.rulings))
    exploration = explore(Wanted(f"faulty:{name}", fault.under(rulings), rulings))
    assert exploration.exit_code == 10
    assert exploration.finding is not None
    return exploration.finding


@pytest.mark.parametrize("name", FOUND)
def test_the_scenario_fails_the_build_and_the_reference_passes_it(name: str, tmp_path: Path) -> None:
    finding, fault = found_in(name), find_fault(name)
    rulings = law.rulings(dict(fault.rulings))
    scenario = pasted(finding, tmp_path).scenario
    assert finding.replayed
    assert scenario.clause == finding.clause
    assert verdict(scenario, fault.under(rulings), rulings) == "FAIL"
    assert verdict(scenario, ReferenceModel(rulings), rulings) == "PASS"


def test_the_guard_has_nothing_against_what_was_pasted(tmp_path: Path) -> None:
    before = findings(read_corpus(ROOT / "features"))
    different = {(finding.place, finding.scenario): finding for finding in map(found_in, FOUND)}
    assert len(different) > 3
    for number, finding in enumerate(different.values()):
        assert findings(pasted(finding, tmp_path / str(number)).corpus) <= before


def test_nothing_is_in_the_scenario_that_it_does_not_need() -> None:
    assert [line.strip() for line in found_in("refused-and-written").scenario.splitlines()[2:]] == [
        "Given SECMP0107 is in force",
        "And a SMETS1 ESME registered to Northmoor",
        "And the ESME's Network Operator slots hold Southfell's certificates",
        "When Northmoor places Northmoor's certificates in the ESME's Network Operator slots",
        "Then the S1SP refuses the request at its certificate ownership check",
        "And only Northmoor receives an S1SP Alert",
        "And nothing has changed",
    ]
