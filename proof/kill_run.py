"""One kill matrix from beginning to end: collect, play, judge."""

import time
from collections import Counter
from collections.abc import Sequence

from harness.parts import parts
from proof.collection import ROOT, collection
from proof.kill_matrix import LAW, Catalogue, Progress, Stage, play_all, trials_of
from proof.kill_record import KillRecord
from proof.kills import clause_records, excuses, fault_record, problems_in, scenario_row
from sut_adapters.faulty import Fault

SEED = 107
"""Decides whatever scenarios do not mention, so that two matrices of one suite are alike."""


def no_progress(_: int, __: int) -> None:
    """For nobody who waits."""


def kill_matrix(
    faults: Sequence[Fault] | None = None,
    *,
    catalogue: Catalogue = LAW,
    seed: int = SEED,
    progress: Progress = no_progress,
) -> KillRecord:
    """Every scenario that can meet one of these faults, against each of them; nothing if the guard finds anything.

    Without `faults` all of the catalogue's are played. Raises LawError where the law does not hold together.
    """
    faults = catalogue.faults if faults is None else faults
    began, made_from, collected = time.perf_counter(), parts(ROOT), collection()
    if collected.findings:
        return KillRecord((), (), (), seed, title=catalogue.title, partial=True, problems=collected.findings)
    folders = tuple({fault.features for fault in faults})
    met = [scenario for scenario in collected.scenarios if scenario.path.startswith(folders)]
    others = [scenario for scenario in collected.scenarios if not scenario.path.startswith(folders)]
    results = play_all(Stage(met, seed, catalogue.find, catalogue.right), trials_of(faults), progress)
    columns = {trial.fault: verdicts for trial, verdicts in results.items()}
    excused = excuses(results, met)
    records = tuple(fault_record(fault, columns[fault.name], met, excused) for fault in faults)
    partial = len(faults) < len(catalogue.faults)
    return KillRecord(
        faults=records,
        scenarios=tuple(scenario_row(scenario, [columns[fault.name] for fault in faults], excused) for scenario in met),
        clauses=tuple(clause for clause in clause_records(faults, records, met) if clause.caught_by or not partial),
        seed=seed,
        title=catalogue.title,
        partial=partial,
        duration_s=round(time.perf_counter() - began, 1),
        left_out=Counter(f"{scenario.path.partition('/')[0]}/" for scenario in others),
        problems=tuple(problems_in(results)),
        made_from=made_from,
    )
