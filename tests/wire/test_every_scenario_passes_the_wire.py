"""The whole suite through signed DUIS over mutual TLS comes to what it comes to on the reference: it is conformant.

`make scenarios` shows the same of the reference, so that it is not asked here once more.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from harness.corpus import ScenarioText, read_corpus
from harness.selection import for_system
from tests.simulator.processes import ROOT, serving

HALVES = 2
"""Runs beside each other, each against a simulator of its own: one waits for the wire while the other works."""

FOR_WANT_OF_SCHEMAS = ("NOT-APPLICABLE", "there are no DUIS schemas here")


def begun(out: Path, *words: str) -> "subprocess.Popen[str]":
    """A run of its own, started."""
    command = [sys.executable, "-m", "commands", "run", *words, "--seed", "107", "--out", str(out)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def ended(run: "subprocess.Popen[str]", out: Path) -> dict[str, tuple[str, str]]:
    """What each scenario came to, with the reason, once the run has ended as conformant."""
    said, _ = run.communicate()
    assert run.returncode == 0, said[-6000:]
    found: list[dict[str, str]] = json.loads((out / "verdict.json").read_text(encoding="utf-8"))["scenarios"]
    return {scenario["id"]: (scenario["verdict"], scenario["reason"]) for scenario in found}


def shared_out(scenarios: Sequence[ScenarioText]) -> list[list[str]]:
    """All clauses, in parts of about as many scenarios; whoever asks for a clause gets those that begin so as well."""
    clauses = {scenario.clause for scenario in scenarios}
    families = Counter(
        min((clause for clause in clauses if scenario.clause.startswith(clause)), key=len) for scenario in scenarios
    )
    parts: list[list[str]] = [[] for _ in range(HALVES)]
    sizes = [0] * HALVES
    for family, size in families.most_common():
        smallest = sizes.index(min(sizes))
        parts[smallest].append(family)
        sizes[smallest] += size
    return parts


def test_the_simulator_answers_as_the_reference_does(tmp_path: Path) -> None:
    asked = for_system(read_corpus(ROOT / "features").scenarios, "duis")
    over_the_wire: dict[str, tuple[str, str]] = {}
    with ExitStack() as stack:
        runs = {}
        for number, clauses in enumerate(shared_out(asked)):
            profile, out = tmp_path / f"{number}.toml", tmp_path / f"wire-{number}"
            stack.enter_context(serving("--profile-out", str(profile)))
            runs[out] = stack.enter_context(begun(out, *clauses, "--sut", f"duis:{profile}"))
        for out, run in runs.items():
            over_the_wire |= ended(run, out)
    assert over_the_wire.keys() == {scenario.id for scenario in asked}
    others = [(verdict, reason.partition(":")[0]) for verdict, reason in over_the_wire.values() if verdict != "PASS"]
    assert others in ([], 2 * [FOR_WANT_OF_SCHEMAS])
    assert len(asked) > 500
