"""What a whole run costs: every scenario on the reference with every output, against the same played bare."""

from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Group
from rich.table import Table

from harness.corpus import read_corpus
from tests.benchmarks.bare import SEED
from tests.benchmarks.child import ROOT, Taken, best, run_child

BUDGET = 15.0
"""Seconds by the clock that a whole run on the reference may take on two cores."""

ROUNDS = 3


def whole_run_cost() -> Group:
    """Both in a process of their own, round by round."""
    rounds = [(_whole(), _bare()) for _ in range(ROUNDS)]
    whole, bare = (best(taken) for taken in zip(*rounds, strict=True))
    title = f"All {len(read_corpus(ROOT / 'features').scenarios)} scenarios on the reference, in s, start-up included:"
    table = Table("what")
    for head in ("processor", "clock", "ratio"):
        table.add_column(head, justify="right")
    table.add_row("played bare (proof/player.py)", *_seconds(bare), "1.0")
    table.add_row("mp107 run, with every output", *_seconds(whole), f"{whole.processor / bare.processor:.1f}")
    used = f"Best of {ROUNDS}. The budget of {BUDGET:.0f} s by the clock is used to {whole.clock / BUDGET:.0%}."
    return Group(title, table, used)


def _whole() -> Taken:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "evidence"
        return run_child(["-m", "commands", "run", "--quiet", f"--seed={SEED}", f"--out={out}"])


def _bare() -> Taken:
    return run_child(["-m", "tests.benchmarks.bare"])


def _seconds(taken: Taken) -> tuple[str, str]:
    return f"{taken.processor:.2f}", f"{taken.clock:.2f}"
