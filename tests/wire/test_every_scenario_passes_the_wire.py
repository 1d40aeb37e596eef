"""The whole suite through signed DUIS over mutual TLS comes to the verdicts that it comes to on the reference."""

import json
import subprocess
import sys
from pathlib import Path

from tests.simulator.processes import ROOT, serving


def verdicts(out: Path, *options: str) -> dict[str, str]:
    """Every scenario's verdict by its id, from a run of its own."""
    command = [sys.executable, "-m", "commands", "run", "--seed", "107", "--out", str(out), *options]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-4000:] + ended.stderr[-2000:]
    written = json.loads((out / "verdict.json").read_text(encoding="utf-8"))
    return {scenario["id"]: scenario["verdict"] for scenario in written["scenarios"]}


def test_the_simulator_answers_as_the_reference_does(tmp_path: Path) -> None:
    profile = tmp_path / "simulator.toml"
    on_the_reference = verdicts(tmp_path / "reference")
    with serving("--profile-out", str(profile)):
        over_the_wire = verdicts(tmp_path / "wire", "--sut", f"duis:{profile}")
    assert over_the_wire == on_the_reference
    assert len(on_the_reference) > 500
