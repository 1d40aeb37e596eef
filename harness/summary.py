"""From the scenarios of a run to the record of it."""

import time
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from harness.asking import named
from harness.claims import claim
from harness.controls import with_controls_judged
from harness.judge import Judgement
from harness.notebook import scenario_record, unicode
from harness.record import RunRecord, ScenarioRecord, Suite, Sut
from harness.session import Run
from harness.verdicts import EXIT_CODES, Verdict, counts, run_verdict, worst

UNREACHED = Judgement(Verdict.NOT_EXERCISED, "the run ended before it")


def summarise(run: Run, extra: Iterable[tuple[Verdict, str]] = ()) -> RunRecord:
    """The record of a run as it stands. `extra` are problems that are not in the run's own list."""
    problems = [*((problem.verdict, problem.text) for problem in run.problems), *extra]
    scenarios = () if problems and not run.records else with_controls_judged(_scenarios(run))
    verdicts = [*(scenario.verdict for scenario in scenarios), *(verdict for verdict, _ in problems)]
    counted = counts(scenario.verdict for scenario in scenarios)
    came_to = run_verdict(verdicts)
    release = str(run.declared_release) if run.declared_release else ""
    return RunRecord(
        verdict=came_to,
        exit_code=EXIT_CODES[came_to],
        worst=worst(verdicts),
        partial=run.partial,
        claim=claim(
            came_to,
            counted,
            total=len(run.in_scope),
            partial=run.partial,
            release=release,
            scope=run.options.scope,
        ),
        counts=counted,
        sut=Sut(run.options.sut, _identity(run.sut)),
        suite=Suite("mp107", _version()),
        seed=run.options.seed,
        stage=run.options.stage,
        boundary=run.options.boundary,
        release=release or None,
        readings=dict(run.rulings.ruled),
        problems=tuple(unicode(text) for _, text in problems),
        total=len(run.in_scope),
        started=run.started.isoformat(timespec="seconds"),
        duration_s=round(time.perf_counter() - run.clock, 3),
        scenarios=scenarios,
    )


def _scenarios(run: Run) -> list[ScenarioRecord]:
    return [run.records.get(one.id) or scenario_record(one, UNREACHED) for one in run.chosen]


def _identity(sut: object) -> str:
    """What the system says that it is, where it says so; its adapter's name otherwise."""
    if sut is None:
        return ""
    try:
        said = getattr(sut, "identity", None)
        return unicode(str(said)) if said else type(sut).__name__
    except Exception as error:
        return f"{named(sut)}, whose identity raised {type(error).__name__}"


def _version() -> str:
    try:
        return version("mp107-conformance")
    except PackageNotFoundError:
        return "unpacked"
