"""Every scenario of Requirement 2 against one update of ours, called and not started where that is the same."""

import io
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from data_update.command import run
from data_update.faulty import Fault
from harness.claimed import unclaimed
from harness.controls import with_controls_judged
from harness.corpus import ScenarioText
from harness.judge import PASSED, Judgement, judge
from harness.notebook import scenario_record
from harness.seeds import scenario_seed
from harness.verdicts import Verdict
from proof.collection import ROOT
from proof.player import Player
from rulebook import law
from rulebook.vocabulary import Component
from sut_adapters.reference import ReferenceModel
from sut_adapters.s1sp_database.adapter import S1spDatabases
from sut_adapters.s1sp_database.check import TIER_2, Check
from sut_adapters.s1sp_database.command import Command, Mode, report_of
from sut_adapters.s1sp_database.connecting import sqlite_url
from sut_adapters.update_terms import UpdateReport

FEATURES = "requirement_2/"
LIMIT_S = 120.0
STARTED = "import sys; sys.path.insert(0, {root!r}); from {module} import main; sys.exit(main())"

Verdicts = Mapping[str, tuple[Verdict, str]]
"""The verdict on each scenario that was played, by its id, with the reason where it is not PASS."""


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


def play(fault: Fault | None, scenarios: Sequence[ScenarioText], player: Player, seed: int) -> Verdicts:
    """One after the other, on one database for all three S1SPs, and then judged beside their controls."""
    with tempfile.TemporaryDirectory(prefix="mp107-", ignore_cleanup_errors=True) as folder:
        url = sqlite_url(Path(folder) / "s1sps.sqlite")
        check = Check(command="update", database=url, claims=(TIER_2,), seed=seed)
        system = S1spDatabases(check, ReferenceModel(law.rulings()), called(fault))
        try:
            records = []
            for scenario in scenarios:
                system.begin(scenario.id, scenario_seed(seed, scenario.id))
                records.append(scenario_record(scenario, _judged(player, scenario, system)))
        finally:
            system.close()
    return {record.id: (record.verdict, record.reason) for record in with_controls_judged(records)}


def _judged(player: Player, scenario: ScenarioText, system: S1spDatabases) -> Judgement:
    if reason := unclaimed(scenario, system):
        return Judgement(Verdict.NOT_APPLICABLE, reason)
    try:
        player.play(scenario, system, law.rulings())
    except Exception as error:
        return judge(error, ROOT)
    return PASSED
