"""The record of a run in which everything happened, with text in it that wants escaping."""

import pytest

from harness.claims import claim
from harness.record import (
    ExchangeRecord,
    MatchRecord,
    RunRecord,
    ScenarioRecord,
    StepRecord,
    Suite,
    Sut,
)
from harness.verdicts import EXIT_CODES, Verdict, counts, run_verdict, worst

HOSTILE = "<script>alert('x')</script> & \x00\x1b =1+1"


def scenario(verdict: Verdict, *tags: str, clause: str = "srpd-6.2.d", **more: object) -> ScenarioRecord:
    failed = verdict is Verdict.FAIL
    known = {
        "reason": "" if verdict is Verdict.PASS else f"because of {HOSTILE}",
        "expected": "accepted" if failed else "",
        "observed": HOSTILE if failed else "",
        "duration_s": 0.25,
        "started": 1_600_000_000.0,
        "feature_path": "requirement_1/a.feature",
        "feature": "A feature",
        "rule": "A rule",
        "title": f"{verdict} is what it came to",
        "line": 12,
        "tags": tags,
        "steps": (StepRecord("Given", "SECMP0107 is in force", Verdict.PASS, 0.1), StepRecord("Then", "never reached")),
        "exchanges": (ExchangeRecord("Southfell sends SRV 6.15.1", "accepted"),),
    }
    return ScenarioRecord(f"requirement_1/a.feature::{verdict}", clause, "DSP", verdict, **{**known, **more})


@pytest.fixture
def record() -> RunRecord:
    """One scenario of each verdict; those that pass and fail are tagged with a limb, one answers an open point."""
    scenarios = (
        scenario(Verdict.PASS, "positive", "meets-srpd-6.2.d"),
        scenario(Verdict.FAIL, "negative", "misses-srpd-6.2.d.role"),
        scenario(
            Verdict.INCONCLUSIVE,
            "open-O2",
            matched=(MatchRecord("O2", ("same-fuel",)),),
            findings=("It refuses by fuel.",),
        ),
        *(scenario(verdict) for verdict in Verdict if verdict.rank not in (2, 3, 7)),
    )
    counted = counts(one.verdict for one in scenarios)
    verdict = run_verdict(one.verdict for one in scenarios)
    return RunRecord(
        verdict=verdict,
        exit_code=EXIT_CODES[verdict],
        worst=worst(one.verdict for one in scenarios),
        partial=True,
        claim=claim(verdict, counted, total=20, partial=True),
        counts=counted,
        sut=Sut("fake", "fake, build 7"),
        suite=Suite("mp107", "0.1.0"),
        seed=7,
        stage="sit",
        release="DSP=on, S1SP1=on, S1SP2=on, S1SP3=on",
        readings={"O9": "send-command"},
        problems=(f"features/a.feature:3: {HOSTILE}",),
        total=20,
        started="2022-11-03T12:00:00+00:00",
        duration_s=2.5,
        scenarios=scenarios,
    )
