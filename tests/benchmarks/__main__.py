"""`make benchmark`, or `python -m tests.benchmarks [wire | reports | update | audit]`: tables of ratios.

Without a word two tables, in about a minute; with `wire` three others, on what the wire costs, in a quarter of an hour;
with `reports` one, on what the evidence costs, and with `update` one, on the one-off update, in some minutes each;
numbers after `update` say for how many devices. With `audit` one, on the audit of thirty million devices, or of as many
as a number after it says.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence

from rich.console import Console, Group

from tests.benchmarks.audit_scale import audit_cost
from tests.benchmarks.look_up import look_up_cost
from tests.benchmarks.pack import pack_cost
from tests.benchmarks.update import update_cost
from tests.benchmarks.whole_run import whole_run_cost
from tests.benchmarks.wire_client import client_cost
from tests.benchmarks.wire_throughput import throughput
from tests.benchmarks.wire_whole_run import share_of_the_suite

MEASURES: Mapping[str, Sequence[Callable[[], Group]]] = {
    "": (look_up_cost, whole_run_cost),
    "wire": (client_cost, throughput, share_of_the_suite),
    "reports": (pack_cost,),
    "update": (update_cost,),
    "audit": (audit_cost,),
}


def main(wanted: str = "") -> None:
    """Measure and print."""
    if wanted not in MEASURES:
        known = " or ".join(filter(None, MEASURES))
        raise SystemExit(f"python -m tests.benchmarks: no measure is called {wanted!r}; say nothing or {known}")
    console = Console(highlight=False)
    load, _, _ = os.getloadavg()
    console.print(
        f"Before the start {load:.1f} processes shared {os.cpu_count()} processors. Compare ratios, not seconds."
    )
    for measure in MEASURES[wanted]:
        console.print("", measure(), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
