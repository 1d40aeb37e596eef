"""A pytest plugin that tries mutants: the killers are collected once, and each mutant is tried in a fork of that.

First every killer runs once as things are: it has to pass, and is noted for each function that it came by. Then each
mutant meets the killers that came by its function, up to the first that fails: first those that killed it, or its
neighbours, before, then the quickest. Loaded by `python -m tests.mutation` only.
"""

import gc
import os
import resource
import signal
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import _lru_cache_wrapper
from pathlib import Path
from time import process_time
from types import ModuleType

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state as of_mutmut

from proof.survivors import Survivor
from tests.mutation.mutants import Mutant, read
from tests.mutation.results import Result, Results, State
from tests.mutation.workplace import MUTANTS

SCENARIOS = "tests/mutation/killers.py"

LEAST_SECONDS = 20
TIMES_AS_LONG = 10
"""A mutant may take so much longer than its killers take as things are, in seconds of its own."""

OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
LOST = 70

NOTHING_CHANGED = Mutant("nothing.x_changed__mutmut_0", Survivor("", "", "", ""))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--part", action="append", default=[])
    parser.addoption("--results", type=Path)
    parser.addoption("--project")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of pytest's own."""
    option = session.config.option
    results, mutants = Results(option.results), read(Path(MUTANTS))
    done = results.of(option.project)
    left = [one for one in mutants if one.belongs_to(option.part) and one.name not in done]
    if left:
        Trials(session.items, {_package(one) for one in mutants}, results, option.project).of(left)
    return True


class Trials:
    """Of mutants, by killers that have all passed as things are; raises pytest.UsageError for one that has not."""

    def __init__(self, items: list[pytest.Item], packages: Collection[str], results: Results, project: str) -> None:
        self._items, self._packages = {item.nodeid: item for item in items}, packages
        self._results, self._project = results, project
        self._seconds: dict[str, float] = {}
        self._killed_neighbours: dict[str, list[str]] = defaultdict(list)
        self._came_by: dict[str, set[str]] = defaultdict(set)
        set_mutant_under_test("stats")
        for done, item in enumerate(items, 1):
            _say(f"{done}/{len(items)} killers as things are")
            self._run_as_things_are(item)
        set_mutant_under_test("")
        _say(f"{len(items)} killers take {sum(self._seconds.values()):.0f} s", end=True)

    def of(self, mutants: list[Mutant]) -> None:
        """Each in a process of its own, one after the other, once nobody has killed what is no mutant."""
        gc.freeze()
        _, killer = self._tried(NOTHING_CHANGED, list(self._items.values()))
        if killer:
            raise pytest.UsageError(f"{killer} fails a second time as things are, so that it can kill nothing")
        for done, mutant in enumerate(mutants, 1):
            killers = self._in_order(mutant)
            state, killer = self._tried(mutant, killers) if killers else (State.NOT_MET, "")
            self._results.note(Result(mutant.name, state, killer, self._project))
            if killer:
                self._killed_neighbours[mutant.function].insert(0, killer)
            _say(f"{done}/{len(mutants)} {mutant.name}: {state}", end=state is not State.KILLED)

    def _run_as_things_are(self, item: pytest.Item) -> None:
        of_mutmut()._stats.clear()
        if not item.nodeid.startswith(SCENARIOS):
            _forget(self._packages)
        started = process_time()
        if _fails(item):
            raise pytest.UsageError(f"{item.nodeid} fails as things are, so that it can kill nothing")
        self._seconds[item.nodeid] = process_time() - started
        for function in of_mutmut()._stats:
            self._came_by[function].add(item.nodeid)

    def _in_order(self, mutant: Mutant) -> list[pytest.Item]:
        met = self._came_by[mutant.function]
        before = [self._results.killer(mutant.name), *self._killed_neighbours[mutant.function]]
        names = dict.fromkeys([*before, *sorted(met, key=self._seconds.__getitem__)])
        return [self._items[name] for name in names if name in met]

    def _tried(self, mutant: Mutant, killers: list[pytest.Item]) -> tuple[State, str]:
        limit = LEAST_SECONDS + int(TIMES_AS_LONG * sum(self._seconds[killer.nodeid] for killer in killers))
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            _try(mutant, killers, writing, limit)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as said:
            killer = said.read()
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if ended == LOST:
            raise pytest.UsageError(f"{mutant.name} could not be tried")
        if ended in OUT_OF_TIME:
            return State.TIMED_OUT, ""
        return (State.KILLED if ended else State.SURVIVED), killer


def _try(mutant: Mutant, killers: list[pytest.Item], writing: int, limit: int) -> None:
    """In the child; says by which it was killed, and does not come back whatever happens."""
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        set_mutant_under_test(mutant.name)
        module, _, _ = mutant.function.rpartition(".")
        if module in sys.modules and _caches_of([sys.modules[module]]):
            _forget({_package(mutant)})
        killer = next((killer for killer in killers if _fails(killer)), None)
        if killer:
            os.write(writing, killer.nodeid.encode())
        os._exit(1 if killer else 0)
    finally:
        os._exit(LOST)


def _fails(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))


def _forget(packages: Collection[str]) -> None:
    """What they have read so far and kept: who reads it first would hide that others read it too."""
    for kept in _caches_of(module for name, module in list(sys.modules.items()) if name.partition(".")[0] in packages):
        kept.cache_clear()


def _caches_of(modules: Iterable[ModuleType]) -> "list[_lru_cache_wrapper[object]]":
    return [one for module in modules for one in vars(module).values() if isinstance(one, _lru_cache_wrapper)]


def _package(mutant: Mutant) -> str:
    return mutant.name.partition(".")[0]


def _say(line: str, *, end: bool = False) -> None:
    sys.stdout.write(f"\r\x1b[K{line}" + ("\n" if end else ""))
    sys.stdout.flush()
