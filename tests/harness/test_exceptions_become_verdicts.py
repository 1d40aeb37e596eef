"""What a scenario ended with, and whose fault that is."""

from pathlib import Path

import pytest
from pytest_bdd.exceptions import StepDefinitionNotFoundError

from harness.asking import Asked
from harness.judge import PASSED, Judgement, judge, worse
from harness.notebook import scenario_record
from harness.recording import Exchange
from harness.support import without_unknown_support
from harness.verdicts import Verdict
from rulebook.vocabulary import Check, Component, Generation, Outcome, ServiceRequest, Slot, Tampering, refusal
from sut_adapters.trouble import (
    Disagreement,
    Inconclusive,
    Misconfigured,
    Misunderstood,
    NotApplicable,
    NotExercised,
    Phase,
    Trouble,
    Unreachable,
)
from tests.harness.scenario_texts import text

HERE = Path(__file__).parent


def test_nothing_is_a_pass() -> None:
    assert judge(None, HERE) == PASSED


def test_a_disagreement_is_a_failure_with_both_sides() -> None:
    expected = Judgement(Verdict.FAIL, "expected accepted, observed scheduled", "accepted", "scheduled")
    assert judge(Disagreement("accepted", "scheduled"), HERE) == expected


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (Inconclusive("quarantined"), Verdict.INCONCLUSIVE),
        (Unreachable(Phase.REACH, "no route"), Verdict.INCONCLUSIVE),
        (Misunderstood(Phase.UNDERSTAND, "no XML"), Verdict.INCONCLUSIVE),
        (NotExercised("no such device"), Verdict.NOT_EXERCISED),
        (NotApplicable("declared"), Verdict.NOT_APPLICABLE),
        (Misconfigured("no state"), Verdict.CONFIG_ERROR),
    ],
)
def test_each_trouble_has_its_verdict_and_its_reason(error: Exception, verdict: Verdict) -> None:
    assert judge(error, HERE) == Judgement(verdict, str(error))


@pytest.mark.parametrize(
    "error",
    [
        AssertionError("a plain assert in a step"),
        KeyError("a mistake in an adapter"),
        StepDefinitionNotFoundError("no such sentence"),
        pytest.fail.Exception("somebody called pytest.fail"),
        pytest.skip.Exception("somebody called pytest.skip"),
        pytest.xfail.Exception("somebody expected it"),
    ],
)
def test_anything_else_is_the_suites_own_error(error: BaseException) -> None:
    judgement = judge(error, HERE)
    assert judgement.verdict is Verdict.SUITE_ERROR
    assert str(error).strip("'") in judgement.reason


def test_the_suites_own_error_says_where() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        1 / 0  # noqa: B018
    judgement = judge(caught.value, HERE)
    assert judgement.reason.startswith("ZeroDivisionError: division by zero at test_exceptions_become_verdicts.py:")


class Poster:
    """Declares itself out of scope."""

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        raise NotApplicable("no schemas")


@pytest.mark.parametrize(
    ("folder", "tampering", "verdict"),
    [
        ("", Tampering.SCHEMA_INVALID, Verdict.NOT_APPLICABLE),
        ("/schemas", Tampering.SCHEMA_INVALID, Verdict.NOT_EXERCISED),
        ("", Tampering.NO_SIGNATURE, Verdict.NOT_EXERCISED),
        ("", None, Verdict.NOT_EXERCISED),
    ],
)
def test_only_the_want_of_schemas_is_granted_to_an_adapter(
    monkeypatch: pytest.MonkeyPatch, folder: str, tampering: Tampering | None, verdict: Verdict
) -> None:
    monkeypatch.setenv("MP107_DUIS_DIR", folder)
    with pytest.raises(Trouble) as caught:
        Asked(Poster()).post(ServiceRequest("6.15.1", "Northmoor", "ESME-1"), tampering)
    assert judge(caught.value, HERE).verdict is verdict


class Stores:
    """Gives its slots as it was told to."""

    def __init__(self, given: object) -> None:
        self.given = given

    def slots(self, device: str) -> object:
        return self.given


@pytest.mark.parametrize("given", [None, {}, {str(slot): "x" for slot in Slot}, dict.fromkeys(Slot, "Northmoor")])
def test_slots_of_another_form_are_misunderstood(given: object) -> None:
    with pytest.raises(Misunderstood, match=r"test_exceptions_become_verdicts.Stores.slots gave "):
        Asked(Stores(given)).slots("ESME-1")


def test_slots_as_promised_are_handed_on() -> None:
    given = dict.fromkeys(Slot)
    assert Asked(Stores(given)).slots("ESME-1") is given


def test_the_worse_of_two_judgements_stays() -> None:
    fail, error = Judgement(Verdict.FAIL, "a"), Judgement(Verdict.SUITE_ERROR, "b")
    assert worse(fail, error) is worse(error, fail) is error
    assert worse(fail, Judgement(Verdict.FAIL, "later")) is fail


def exchange(variant: str, outcome: Outcome, generation: Generation | None = Generation.SMETS1) -> Exchange:
    return Exchange(ServiceRequest(variant, "Northmoor", "ESME-1"), outcome, generation)


FAIL = Judgement(Verdict.FAIL, "expected accepted, observed refused", "accepted", "refused")
UNSUPPORTED = refusal(Component.DSP, Check.DEVICE_TYPE)
OWN_GROUND = refusal(Component.S1SP1, Check.UNATTESTED)


@pytest.mark.parametrize("outcome", [UNSUPPORTED, OWN_GROUND])
def test_no_failure_rests_on_what_a_smets1_device_may_not_support(outcome: Outcome) -> None:
    judgement = without_unknown_support(FAIL, exchange("1.1.1", outcome))
    assert judgement.verdict is Verdict.NOT_EXERCISED
    assert "the documents do not say whether a SMETS1 device supports SRV 1.1.1" in judgement.reason


@pytest.mark.parametrize(
    "last",
    [
        None,
        exchange("6.15.1", UNSUPPORTED),
        exchange("1.1.1", UNSUPPORTED, Generation.SMETS2),
        exchange("1.1.1", UNSUPPORTED, None),
        exchange("1.1.1", refusal(Component.DSP, Check.REGISTRATION)),
    ],
    ids=["nothing asked", "6.15.1 is supported", "SMETS2", "not placed by the suite", "another check"],
)
def test_every_other_failure_stays_a_failure(last: Exchange | None) -> None:
    assert without_unknown_support(FAIL, last) is FAIL


def test_what_is_no_failure_is_left_alone() -> None:
    assert without_unknown_support(PASSED, exchange("1.1.1", UNSUPPORTED)) is PASSED


def test_text_of_a_system_that_is_no_unicode_can_be_kept_all_the_same() -> None:
    odd = Judgement(Verdict.FAIL, "\ud800", "\ud800", "\ud800")
    record = scenario_record(text("odd"), odd)
    assert (record.reason, record.expected, record.observed) == ("?", "?", "?")
