"""Two runs by one seed and SOURCE_DATE_EPOCH, each on a simulator that was started afresh, leave the same bytes."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from sut_adapters.smki.mint import mint
from tests.simulator.processes import ROOT, serving

SCENARIOS = ("fia-3.4.esme-alerts", "fia-3.2.smets2", "messages-2")
"""Device alerts to several inboxes, Pre-Commands, messages that are turned away."""

AT = datetime(2022, 11, 3, 12, tzinfo=UTC)
TOLD_APART = ("timings.json", "allure-results/")
"""The real times, and what is exempt."""


@contextmanager
def kept_port() -> Iterator[int]:
    """A port that nobody else is given meanwhile. A server may listen there: this end only holds it, on Linux."""
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        if sys.platform != "linux":
            holder.close()
        yield holder.getsockname()[1]


def mp107(*words: object) -> str:
    """What a command says, once it has ended well."""
    command = [sys.executable, "-m", "commands", *map(str, words)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]
    return ended.stdout


def pack(folder: Path, port: int) -> dict[str, str]:
    """The digest of each file that a run leaves, on a simulator that is new."""
    profile, out = folder / "simulator.toml", folder / "out"
    with serving("--pki", str(folder / "pki"), "--port", str(port), "--profile-out", str(profile)):
        mp107("run", *SCENARIOS, "--sut", f"duis:{profile}", "--seed", 5, "--pack", "--out", out)
    files = (file for file in sorted(out.rglob("*")) if file.is_file())
    return {str(file.relative_to(out)): sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_same_run_leaves_the_same_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(AT.timestamp())))
    pki, folder, packs = mint(seed=5, at=AT), tmp_path / "again", []
    with kept_port() as port:
        for hashing in ("1", "2"):
            monkeypatch.setenv("PYTHONHASHSEED", hashing)
            pki.write(folder / "pki")
            packs.append(pack(folder, port))
            shutil.rmtree(folder)
    first, second = packs
    assert first.keys() == second.keys()
    differing = {name for name in first if first[name] != second[name] and not name.startswith(TOLD_APART)}
    assert differing == set()
    assert first["timings.json"] != second["timings.json"]
    assert len([name for name in first if name.startswith("exchanges/")]) > 50
    assert {"index.html", "report.pdf", "manifest.json", "evidence-all-20221103T120000Z.zip"} <= first.keys()
