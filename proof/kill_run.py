"""One kill matrix from beginning to end: collect, play, judge."""

import time
from collections import Counter
from collections.abc import Sequence

from proof.collection import collection
from proof.kill_matrix import Progress, Stage, play_all, trials_of
from proof.kill_record import KillRecord
from proof.kills import clause_records, fault_record, problems_in, scenario_row
from sut_adapters.faulty import FAULTS, Fault

SEED = 107
"""Decides whatever scenarios do not mention, so that two matrices of one suite are alike."""


def no_progress(_: int, __: int) -> None:
    """For nobody who waits."""


def kill_matrix(faults: Sequence[Fault] = FAULTS, *, seed: int = SEED, progress: Progress = no_progress) -> KillRecord:
    """Every scenario that can meet one of these faults, against each of them; nothing if the guard finds anything.

    Raises LawError where the law does not hold together.
    """
    began, collected = time.perf_counter(), collection()
    if collected.findings:
        return KillRecord((), (), (), seed, partial=True, problems=collected.findings)
    folders = tuple({fault.features for fault in faults})
    met = [scenario for scenario in collected.scenarios if scenario.path.startswith(folders)]
    others = [scenario for scenario in collected.scenarios if not scenario.path.startswith(folders)]
    results = play_all(Stage(met, seed), trials_of(faults), progress)
    columns = {trial.fault: verdicts for trial, verdicts in results.items()}
    records = tuple(fault_record(fault, columns[fault.name], met) for fault in faults)
    partial = len(faults) < len(FAULTS)
    return KillRecord(
        faults=records,
        scenarios=tuple(scenario_row(scenario, [columns[fault.name] for fault in faults]) for scenario in met),
        clauses=tuple(clause for clause in clause_records(faults, records, met) if clause.caught_by or not partial),
        seed=seed,
        partial=partial,
        duration_s=round(time.perf_counter() - began, 1),
        left_out=Counter(f"{scenario.path.partition('/')[0]}/" for scenario in others),
        problems=tuple(problems_in(results)),
    )
