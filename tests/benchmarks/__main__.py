"""`make benchmark`, or `python -m tests.benchmarks [wire]`: tables of ratios.

Without a word two tables, in about a minute; with `wire` three others, on what the wire costs, in a quarter of an hour.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence

from rich.console import Console, Group

from tests.benchmarks.look_up import look_up_cost
from tests.benchmarks.whole_run import whole_run_cost
from tests.benchmarks.wire_client import client_cost
from tests.benchmarks.wire_throughput import throughput
from tests.benchmarks.wire_whole_run import share_of_the_suite

MEASURES: Mapping[str, Sequence[Callable[[], Group]]] = {
    "": (look_up_cost, whole_run_cost),
    "wire": (client_cost, throughput, share_of_the_suite),
}


def main(wanted: str = "") -> None:
    """Measure and print."""
    if wanted not in MEASURES:
        raise SystemExit(f"python -m tests.benchmarks: no measure is called {wanted!r}; say nothing, or wire")
    console = Console(highlight=False)
    load, _, _ = os.getloadavg()
    console.print(
        f"Before the start {load:.1f} processes shared {os.cpu_count()} processors. Compare ratios, not seconds."
    )
    for measure in MEASURES[wanted]:
        console.print("", measure(), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
