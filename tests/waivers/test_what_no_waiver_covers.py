"""The closed rule: which failures are never waived, and which may be."""

import pytest

from harness.record import ExchangeRecord, ScenarioRecord
from harness.verdicts import Verdict
from harness.waivable import never_waived

SLOT = "Northmoor's digital signing certificate"


def failed(
    observed: str,
    *exchanges: tuple[str, str],
    expected: str = "refused by S1SP1 at its certificate ownership check",
    clause: str = "s1sr-4.2",
    tags: tuple[str, ...] = ("negative",),
) -> ScenarioRecord:
    asked = tuple(ExchangeRecord(request, outcome) for request, outcome in exchanges)
    return ScenarioRecord("a", clause, "S1SP", Verdict.FAIL, "", expected, observed, tags=tags, exchanges=asked)


def places(sender: str, owner: str = "Northmoor", device: str = "ESME-1") -> str:
    return f"{sender} sends SRV 6.15.1 (NetworkOperator) to {device}, placing {owner}'s digital signing certificate"


@pytest.mark.parametrize(
    ("record", "harm"),
    [
        (failed("the ESME's critical Network Operator slot changed", expected="no slot changed"), "a wrong slot"),
        (failed("critical supplier slot changed", expected="no slot changed"), "a Supplier slot was touched"),
        (
            failed(
                "the ESME's non-critical supplier slot changed beside what the request names",
                expected="nothing changed beside what the request names",
                tags=("positive",),
            ),
            "a Supplier slot was touched",
        ),
        (
            failed("critical slot: Southfell's", expected="critical slot: Northmoor's", tags=("positive",)),
            "the slots do not hold",
        ),
        (failed("accepted; replaced: critical supplier", expected="refused"), "a Supplier slot was touched"),
        (failed("accepted; replaced: critical network operator", expected="refused"), "a wrong slot was written"),
        (failed("accepted", (places("Dunlin"), "accepted")), "a supplier was accepted"),
        (failed("accepted", (places("Jackdaw"), "accepted")), "a supplier was accepted"),
        (failed("scheduled", (places("Turnstone"), "scheduled")), "a supplier was accepted"),
        (
            failed("accepted", (places("Southfell"), "accepted"), (places("Southfell", "Southfell"), "accepted")),
            "a former holder was accepted",
        ),
        (
            failed("accepted", (places("Southfell", "Southfell"), "accepted"), clause="fia-4.2.1.former-operator"),
            "a former holder was accepted",
        ),
        (
            failed(
                "accepted",
                (places("Southfell", "Southfell"), "accepted"),
                tags=("negative", "meets-fia-4.2.1.former-operator.code"),
                expected="S1VE64",
            ),
            "a former holder was accepted",
        ),
    ],
)
def test_it_is_never_waived(record: ScenarioRecord, harm: str) -> None:
    assert never_waived(record).startswith(harm)


@pytest.mark.parametrize(
    "record",
    [
        failed("accepted", (places("Northmoor"), "accepted")),
        failed("accepted", (places("Sanderling"), "accepted")),
        failed("accepted", (places("Southfell"), "refused by S1SP1"), (places("Southfell"), "accepted")),
        failed("accepted", (places("Southfell", device="GPF-1"), "accepted"), (places("Southfell"), "accepted")),
        failed("refused by the DSP at its registration check", expected="accepted", tags=("positive",)),
        failed("S1VE4", expected="S1VE64"),
        failed("nobody", expected="Northmoor receives the alert", tags=("positive",)),
        failed("no terminal answer", (places("Dunlin"), "silent")),
    ],
)
def test_the_board_may_waive_it(record: ScenarioRecord) -> None:
    assert never_waived(record) == ""
