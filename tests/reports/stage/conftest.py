"""Runs and packs of a stage, made up."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from harness.record import ExchangeRecord, RunRecord, ScenarioRecord
from harness.verdicts import EXIT_CODES, Verdict, counts, run_verdict, worst
from reports.stage import Pack
from rulebook.vocabulary import SECMP0107
from tests.reports.conftest import scenario

ON, LATE = str(SECMP0107), "DSP=on, S1SP1=on, S1SP2=on, S1SP3=off"
EVERYBODY = ("DSP", "S1SP1", "S1SP2", "S1SP3")

Made = Callable[..., RunRecord]


def shown(verdict: Verdict, name: str = "one", **more: object) -> ScenarioRecord:
    """A scenario in which every component is named by the system."""
    exchanges = tuple(ExchangeRecord("asked", f"refused by {component} at a check") for component in EVERYBODY)
    return replace(scenario(verdict), **{"id": name, "title": name, "exchanges": exchanges, "reason": "", **more})


@pytest.fixture
def run(record: RunRecord) -> Made:
    """A run that came to these scenarios."""

    def made(*scenarios: ScenarioRecord, release: str = ON, total: int | None = None, **more: object) -> RunRecord:
        verdict = run_verdict(one.verdict for one in scenarios)
        return replace(
            record,
            **{
                "verdict": verdict,
                "exit_code": EXIT_CODES[verdict],
                "worst": worst(one.verdict for one in scenarios),
                "counts": counts(one.verdict for one in scenarios),
                "scenarios": scenarios,
                "total": len(scenarios) if total is None else total,
                "problems": (),
                "release": release,
                "partial": False,
                **more,
            },
        )

    return made


def pack(record: RunRecord, number: int = 1, **more: object) -> Pack:
    """A pack of this run, of which the others are told by its number."""
    known = {"name": f"pack-{number}.zip", "signer": "CN=Tester", "unsure": "", "commit": "c0ffee", "clean": True}
    return Pack(record=record, digest=f"{number}" * 64, **{**known, **more})
