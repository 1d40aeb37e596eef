"""Updates of ours as systems under test: on a database of their own, and called where starting them is the same."""

import io
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from data_update.command import run
from data_update.faulty import FAULTS, Fault, find_fault
from proof.collection import ROOT
from proof.kill_matrix import Catalogue
from rulebook.model import Build
from rulebook.vocabulary import Component, Rulings
from sut_adapters.faulty import Fault as FaultySystem
from sut_adapters.reference import ReferenceModel
from sut_adapters.s1sp_database.adapter import S1spDatabases
from sut_adapters.s1sp_database.check import TIER_2, Check
from sut_adapters.s1sp_database.command import Command, Mode, report_of
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.update_terms import UpdateReport

FEATURES = "requirement_2/"
LIMIT_S = 120.0
KILLS = 12
"""Starts of an update that never comes to its end; each of ours that does has done so by then."""

STARTED = "import sys; sys.path.insert(0, {root!r}); from {module} import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Called(Command):
    """An update of ours: called in this process, and started as one of its own only to be disturbed."""

    fault: Fault | None = None

    def run(self, url: str, s1sp: Component, mode: Mode) -> UpdateReport:
        """As if it had been started."""
        arguments = ["--database", url, "--s1sp", s1sp.value, "--mode", mode.value]
        out, err = io.StringIO(), io.StringIO()
        wrong = () if self.fault is None else (self.fault.decisions, self.fault.applying, self.fault.engine)
        with redirect_stdout(out), redirect_stderr(err):
            code = run(arguments, {}, *wrong)
        return report_of(code, out.getvalue(), err.getvalue())


def called(fault: Fault | None) -> Called:
    """The reference update, or one that is wrong on purpose."""
    module = "data_update.faulty.__main__" if fault else "data_update.command"
    words = (sys.executable, "-c", STARTED.format(root=str(ROOT), module=module), *((fault.name,) if fault else ()))
    return Called(words, LIMIT_S, ROOT, fault)


@dataclass
class InAFolder(S1spDatabases):
    """One SQLite file for all three S1SPs, which is gone when the system is closed."""

    folder: Callable[[], None] = field(default=lambda: None)

    def close(self) -> None:
        super().close()
        self.folder()


def tried(fault: Fault | None, rulings: Rulings, _: Build | None = None) -> S1spDatabases:
    """An update with a database to be tried on, and Users whose requests the reference model answers."""
    folder = tempfile.TemporaryDirectory(prefix="mp107-", ignore_cleanup_errors=True)
    url = sqlite_url(Path(folder.name) / "s1sps.sqlite")
    check = Check(command="update", database=url, claims=(TIER_2,), kills=KILLS)
    return InAFolder(check, ReferenceModel(rulings), called(fault), folder=folder.cleanup)


def right(rulings: Rulings) -> S1spDatabases:
    """The reference update."""
    return tried(None, rulings)


def find(name: str) -> FaultySystem:
    """A faulty update, as a matrix takes it; raises Misconfigured where there is none of this name."""
    return as_system(find_fault(name))


def as_system(fault: Fault) -> FaultySystem:
    """A faulty update as a faulty system."""
    return FaultySystem(fault.name, fault.breaks, fault.mistake, system=partial(tried, fault), features=FEATURES)


UPDATES = Catalogue("Requirement 2", tuple(map(as_system, FAULTS)), find, right)
