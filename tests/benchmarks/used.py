"""What this process and those that it started have used so far; on Linux, where the kernel lists it."""

import os
from collections.abc import Iterator
from pathlib import Path

PROCESSES = Path("/proc")


def used() -> tuple[float, int]:
    """Seconds by the processors, and MB of memory at the most, each summed; what has ended already is left out.

    Raises SystemExit on another system: `getrusage` would hand down a parent's figure.
    """
    if not (PROCESSES / "self").exists():
        raise SystemExit("nothing measured: this needs Linux, for the figures in /proc")
    family = list(_family(os.getpid()))
    return sum(map(_seconds, family)), sum(map(_peak, family))


def _family(number: int) -> Iterator[Path]:
    process = PROCESSES / str(number)
    yield process
    for task in (process / "task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            yield from _family(int(child))


def _seconds(process: Path) -> float:
    """The fourteenth and fifteenth field: in user mode and in the kernel."""
    fields = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: Path) -> int:
    status = (process / "status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024
