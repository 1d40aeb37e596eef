"""The whole suite through signed DUIS over mutual TLS comes to the verdicts that it comes to on the reference."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.simulator.processes import ROOT, serving

HALVES = 2
"""Runs beside each other, each against a simulator of its own: one waits for the wire while the other works."""


def begun(out: Path, *words: str) -> "subprocess.Popen[str]":
    """A run of its own, started."""
    command = [sys.executable, "-m", "commands", "run", *words, "--seed", "107", "--out", str(out)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def scenarios(run: "subprocess.Popen[str]", out: Path) -> list[dict[str, str]]:
    """What each scenario came to, once the run has ended as conformant."""
    said, _ = run.communicate()
    assert run.returncode == 0, said[-6000:]
    found: list[dict[str, str]] = json.loads((out / "verdict.json").read_text(encoding="utf-8"))["scenarios"]
    return found


def shared_out(on_the_reference: Sequence[dict[str, str]]) -> list[list[str]]:
    """All clauses, in parts of about as many scenarios; whoever asks for a clause gets those that begin so as well."""
    clauses = {scenario["clause"] for scenario in on_the_reference}
    families = Counter(
        min((clause for clause in clauses if scenario["clause"].startswith(clause)), key=len)
        for scenario in on_the_reference
    )
    parts: list[list[str]] = [[] for _ in range(HALVES)]
    sizes = [0] * HALVES
    for family, size in families.most_common():
        smallest = sizes.index(min(sizes))
        parts[smallest].append(family)
        sizes[smallest] += size
    return parts


def verdicts(found: Sequence[dict[str, str]]) -> dict[str, str]:
    return {scenario["id"]: scenario["verdict"] for scenario in found}


def test_the_simulator_answers_as_the_reference_does(tmp_path: Path) -> None:
    on_the_reference = scenarios(begun(tmp_path / "reference"), tmp_path / "reference")
    over_the_wire: dict[str, str] = {}
    with ExitStack() as stack:
        runs = {}
        for number, clauses in enumerate(shared_out(on_the_reference)):
            profile, out = tmp_path / f"{number}.toml", tmp_path / f"wire-{number}"
            stack.enter_context(serving("--profile-out", str(profile)))
            runs[out] = stack.enter_context(begun(out, *clauses, "--sut", f"duis:{profile}"))
        for out, run in runs.items():
            over_the_wire |= verdicts(scenarios(run, out))
    assert over_the_wire == verdicts(on_the_reference)
    assert len(on_the_reference) > 500
