"""What a piece of work takes of the processor."""

import time
from collections.abc import Callable, Mapping

ROUNDS = 5


def cost_of(works: Mapping[str, Callable[[], object]], times: int = 100) -> dict[str, float]:
    """Seconds of the processor for each, once; the best of some rounds, in turns, so that none has the quiet moment."""
    rounds = [{name: _once(work, times) for name, work in works.items()} for _ in range(ROUNDS)]
    return {name: min(round_[name] for round_ in rounds) for name in works}


def _once(work: Callable[[], object], times: int) -> float:
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times
