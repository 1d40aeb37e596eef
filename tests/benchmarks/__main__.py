"""`make benchmark`, or `python -m tests.benchmarks`: both tables, in about a minute."""

import os

from rich.console import Console

from tests.benchmarks.look_up import look_up_cost
from tests.benchmarks.whole_run import whole_run_cost


def main() -> None:
    """Measure and print."""
    console = Console(highlight=False)
    load, _, _ = os.getloadavg()
    console.print(
        f"Before the start {load:.1f} processes shared {os.cpu_count()} processors. Compare ratios, not seconds."
    )
    for measure in (look_up_cost, whole_run_cost):
        console.print("", measure(), sep="\n")


if __name__ == "__main__":
    main()
