"""How many requests a second go through the simulator, to their end, over 1, 8 and 32 connections."""

import asyncio
import os
import ssl
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Group
from rich.table import Table

from interop.serving import simulator
from sut_adapters.smki import places
from tests.benchmarks.clock import cost_of
from tests.benchmarks.wire_client import bare_signatures
from tests.benchmarks.wire_load import SENDER, seconds
from tests.benchmarks.wire_messages import pki

CONNECTIONS = (1, 8, 32)
REQUESTS = 256
ROUNDS = 2
SIGNATURES, VERIFICATIONS = 2, 1
"""What each request asks of the simulator: its own signature verified; the S1SP's and the DSP's made."""


def throughput() -> Group:
    """Requests a second, with mutual TLS and without, against what the signatures alone would allow."""
    with TemporaryDirectory() as name:
        folder = Path(name, "pki")
        pki().write(folder)
        found = {"plain HTTP": _rates(folder, None, "--plain-http"), "mutual TLS": _rates(folder, _tls(folder))}
        to_disk = _written(Path(name, "written"))
    bound = 1 / _signatures()
    table = Table("requests a second, to the response")
    for connections in CONNECTIONS:
        table.add_column(f"{connections} connection{'s' * (connections > 1)}", justify="right")
    table.add_column("32 to 1", justify="right")
    for name, rates in found.items():
        table.add_row(name, *(f"{rate:.0f}" for rate in rates), f"{rates[-1] / rates[0]:.2f}")
    share = max(map(max, found.values())) / bound
    return Group(
        table,
        f"Best of {ROUNDS}, {REQUESTS} requests each, databases in SQLite files, where a write to the disk takes "
        f"{1000 * to_disk:.1f} ms. The signatures alone would allow {bound:.0f} a second on one processor, of which "
        f"the best is {share:.0%}.",
    )


def _rates(folder: Path, tls: ssl.SSLContext | None, *options: str) -> list[float]:
    with simulator(folder, *options) as url:
        return [
            max(
                REQUESTS / asyncio.run(seconds(url, tls, connections, REQUESTS, 1000 * connections + 100 * number))
                for number in range(ROUNDS)
            )
            for connections in CONNECTIONS
        ]


def _written(file: Path, times: int = 50) -> float:
    """Seconds until a small write is on the disk, on average; each request waits for some."""
    with file.open("wb") as stream:
        began = time.perf_counter()
        for _ in range(times):
            stream.write(b"written")
            stream.flush()
            os.fsync(stream.fileno())
        return (time.perf_counter() - began) / times


def _tls(folder: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(folder / f"{places.TLS_AUTHORITY}.pem"))
    client = folder / places.tls_client(SENDER)
    context.load_cert_chain(f"{client}.pem", f"{client}.key")
    return context


def _signatures() -> float:
    """Seconds of the processor for the bare ECDSA of one request."""
    costs = cost_of(bare_signatures())
    return SIGNATURES * costs["sign"] + VERIFICATIONS * costs["verify"]
