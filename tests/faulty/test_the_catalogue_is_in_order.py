"""Every faulty build says what it breaks, and every near miss has a build that it is there to catch."""

import re
from dataclasses import fields, replace

import pytest

from harness.corpus import is_clause_tag
from rulebook import law
from rulebook.model import RIGHT, Build
from sut_adapters.breaches import Reach
from sut_adapters.faulty import FAULTS, Fault, find_fault
from sut_adapters.faulty.fault import as_built
from sut_adapters.faulty.lax import SCRUTINIES
from sut_adapters.simulator.scrutiny import THOROUGH, Scrutiny
from sut_adapters.trouble import Misconfigured
from tests.faulty.scenarios import SCENARIOS

TWOFOLD = {
    "exemption-for-smets2-as-well": "the condition goes, and the paragraph is asked where it was not",
    "first-signature-alone-looked-at": "the message is read as it is verified",
    "expired-signer-believed": "the dates of a certificate are looked at twice",
    "signer-believed-too-early": "the dates of a certificate are looked at twice",
    "lower-counter-taken": "the DSP and the S1SP both look at the counter",
    "repeated-request-acted-on": "the DSP and the S1SP both look at the counter",
    "join-to-any-device": "the type of the device is looked up twice",
    "restore-to-any-device": "the type of the device is looked up twice",
    "command-variant-not-read": "the Command Variant is looked at twice",
}
"""One mistake that takes two changes, and why."""


def looks(fault: Fault) -> Scrutiny:
    """How it looks at messages."""
    return fault.scrutiny() if fault.scrutiny else THOROUGH


def differing(wrong: Build | Scrutiny, right: Build | Scrutiny) -> set[str]:
    """The fields in which it is not right."""
    return {field.name for field in fields(right) if getattr(wrong, field.name) != getattr(right, field.name)}


EACH = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)


def test_no_two_have_one_name() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@EACH
def test_a_name_can_be_typed(fault: Fault) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fault.name)


@EACH
def test_a_mistake_is_one_sentence(fault: Fault) -> None:
    assert re.fullmatch(r"[A-Z0-9(][^\n]*\.", fault.mistake)
    assert ". " not in fault.mistake


@EACH
def test_a_build_is_wrong_by_its_decisions_by_its_system_or_by_its_eyes(fault: Fault) -> None:
    assert fault.build is not RIGHT or fault.system is not as_built or looks(fault) is not THOROUGH


@pytest.mark.parametrize("decision", [field.name for field in fields(RIGHT)])
def test_whatever_a_build_decides_some_build_decides_wrongly(decision: str) -> None:
    right = getattr(RIGHT, decision)
    assert any(getattr(fault.build, decision) is not right for fault in FAULTS)


@EACH
def test_a_build_is_wrong_in_one_thing(fault: Fault) -> None:
    wrong = differing(fault.build, RIGHT) | differing(looks(fault), THOROUGH)
    assert wrong <= {"clause_6_2", "clause_6_2_as_modified"} or len(wrong) <= 1 or fault.name in TWOFOLD


@pytest.mark.parametrize("eye", [field.name for field in fields(THOROUGH)])
def test_whatever_is_looked_at_some_build_overlooks(eye: str) -> None:
    right = getattr(THOROUGH, eye)
    assert any(getattr(looks(fault), eye) is not right for fault in FAULTS)


def test_every_faulty_way_to_look_at_messages_is_a_build() -> None:
    assert set(SCRUTINIES) == {fault.name for fault in FAULTS if fault.scrutiny}


@EACH
def test_what_is_broken_stands_in_the_law(fault: Fault) -> None:
    for breach in fault.breaks:
        assert is_clause_tag(breach.statement)
        assert law.statements()[breach.statement].tested
        assert not breach.limb or breach.limb in {limb.id for limb in law.statements()[breach.statement].limbs}


@EACH
def test_rulings_name_readings_that_there_are(fault: Fault) -> None:
    assert law.rulings(fault.rulings).ruled.items() >= fault.rulings.items()


def test_every_near_miss_has_a_build_that_does_without_the_limb() -> None:
    near_misses = {
        tag.removeprefix("misses-")
        for scenario in SCENARIOS
        for tag in scenario.tags
        if tag.startswith("misses-") and scenario.path.startswith(tuple({fault.features for fault in FAULTS}))
    }
    done_without = {breach.limb for fault in FAULTS for breach in fault.breaks if breach.reach is Reach.BEYOND}
    assert near_misses - done_without == set()


def test_an_unknown_name_is_told_with_those_that_are_near() -> None:
    with pytest.raises(Misconfigured, match="no faulty build is called 'switch-ignore'; near: switch-ignored"):
        find_fault("switch-ignore")
    with pytest.raises(Misconfigured, match="`mp107 faults` lists them"):
        find_fault("xyzzy")


def test_a_fault_follows_its_own_rulings_beside_those_it_is_given() -> None:
    seen = {}
    fault = replace(FAULTS[0], rulings={"O9": "transform"}, system=lambda rulings, _: seen.update(rulings.ruled))
    fault.under(law.rulings({"O2": "same-fuel"}))
    assert {"O9": "transform", "O2": "same-fuel"}.items() <= seen.items()
