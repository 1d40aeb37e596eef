"""What a whole run over the wire costs, one request after the other, where every answer comes 50 ms later."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Group
from rich.table import Table

from harness.corpus import read_corpus
from interop.serving import simulator
from tests.benchmarks.bare import SEED
from tests.benchmarks.child import ROOT, run_child
from tests.benchmarks.latency_proxy import Seen
from tests.benchmarks.wire_messages import pki

LATENCY = 0.050
"""Seconds."""

TARGET = 0.20
"""The most of a run that may be the suite's own."""

STOPS_WITHIN_S = 60.0


def share_of_the_suite() -> Group:
    """By the clock, start-up included; what the simulator needs counts as the suite's too, on the same processors."""
    with TemporaryDirectory() as name, simulated(Path(name)) as (url, profile), delayed(url) as proxy:
        slow = Path(name, "slow.toml")
        slow.write_text(profile.read_text(encoding="utf-8").replace(url, proxy.url), encoding="utf-8")
        out = Path(name, "evidence")
        taken = run_child(["-m", "commands", "run", "--quiet", f"--sut=duis:{slow}", f"--seed={SEED}", f"--out={out}"])
        seen = proxy.stop()
    waited = seen.requests * LATENCY
    own = taken.clock - waited
    title = f"All {len(read_corpus(ROOT / 'features').scenarios)} scenarios over the wire, sequential, in s:"
    table = Table("what")
    for head in ("s", "share"):
        table.add_column(head, justify="right")
    for what, seconds in {
        f"{seen.requests} answers, {seen.messages} of them to messages, each {1000 * LATENCY:.0f} ms later": waited,
        "everything else": own,
        "of which the simulator answers": seen.endpoint_s,
        "of which the suite has the processor": taken.processor,
        "the whole run": taken.clock,
    }.items():
        table.add_row(what, f"{seconds:.1f}", f"{seconds / taken.clock:.0%}")
    return Group(title, table, f"The target is {TARGET:.0%}: {'met' if own < TARGET * taken.clock else 'NOT met'}.")


@contextmanager
def simulated(folder: Path) -> Iterator[tuple[str, Path]]:
    """The URL of a simulator by plain HTTP, and its profile."""
    profile = folder / "simulator.toml"
    pki().write(folder / "pki")
    with simulator(folder / "pki", "--plain-http", f"--profile-out={profile}") as url:
        yield url, profile


class Delay:
    """The proxy in a process of its own, between its start and `stop`."""

    def __init__(self, url: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.latency_proxy", url, str(LATENCY)]
        self._child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.url = self._child.stdout.readline().strip() if self._child.stdout else ""
        if not re.fullmatch(r"http://127\.0\.0\.1:\d+", self.url):
            raise SystemExit("nothing measured: the proxy does not start")

    def stop(self) -> Seen:
        """What it saw."""
        self._child.terminate()
        said, _ = self._child.communicate(timeout=STOPS_WITHIN_S)
        return Seen(**json.loads(said))

    def kill(self) -> None:
        """Whatever became of it."""
        if self._child.poll() is None:
            self._child.kill()
            self._child.wait()


@contextmanager
def delayed(url: str) -> Iterator[Delay]:
    """A proxy before the URL."""
    delay = Delay(url)
    try:
        yield delay
    finally:
        delay.kill()
