"""From the scenarios of a run to the record of it."""

import hashlib
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from harness.asking import named
from harness.checkout import Checkout
from harness.claims import claim
from harness.controls import with_controls_judged
from harness.judge import Judgement
from harness.notebook import scenario_record, unicode
from harness.record import RunRecord, ScenarioRecord, Suite, Sut
from harness.session import Run
from harness.verdicts import EXIT_CODES, Verdict, counts, run_verdict, worst
from harness.waiving import Circumstances, stale, waived
from sut_adapters.shapes import in_one_line

UNREACHED = Judgement(Verdict.NOT_EXERCISED, "the run ended before it")


def summarise(run: Run, extra: Iterable[tuple[Verdict, str]] = ()) -> RunRecord:
    """The record of a run as it stands. `extra` are problems that are not in the run's own list."""
    problems = [*((problem.verdict, problem.text) for problem in run.problems), *extra]
    judged = () if problems and not run.records else with_controls_judged(_scenarios(run))
    at = Circumstances(run.corpus.scenarios, _builds(run), run.started.date())
    scenarios, waivers = waived(judged, run.waivers, at)
    verdicts = [*(scenario.verdict for scenario in scenarios), *(verdict for verdict, _ in problems)]
    counted = counts(scenario.verdict for scenario in scenarios)
    came_to = run_verdict(verdicts, stale_waiver=bool(stale(waivers)))
    release = str(run.declared_release) if run.declared_release else ""
    certified = run.options.evidence.certify and not problems
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
            stale=stale(waivers),
            certified=certified,
        ),
        counts=counted,
        sut=Sut(run.options.sut, _identity(run.sut)),
        suite=_suite(run.checkout),
        seed=run.options.seed,
        stage=run.options.stage,
        boundary=run.options.boundary,
        release=release or None,
        readings=dict(run.rulings.ruled),
        problems=tuple(unicode(text) for _, text in problems),
        total=len(run.in_scope),
        started=run.started.isoformat(timespec="seconds"),
        ended=datetime.now(UTC).isoformat(timespec="seconds"),
        duration_s=round(time.perf_counter() - run.clock, 3),
        rerun=run.options.rerun("ADDRESS"),
        profile=run.profile_path.name if run.profile_path else "",
        profile_digest=_digest(run.profile_path),
        declared=run.profile.declared,
        lists=run.lists,
        sut_fingerprint=_said(run.sut, "tls_fingerprint"),
        certified=certified,
        signed=run.options.evidence.sign_key is not None,
        nonce=run.options.evidence.nonce,
        waivers=waivers,
        scenarios=scenarios,
    )


def _scenarios(run: Run) -> list[ScenarioRecord]:
    return [run.records.get(one.id) or scenario_record(one, UNREACHED) for one in run.chosen]


def _builds(run: Run) -> frozenset[str]:
    """What the system says that it is, and each component's build as the profile has it."""
    return frozenset({_identity(run.sut), *run.profile.builds})


def _identity(sut: object) -> str:
    """What the system says that it is, where it says so; its adapter's name otherwise."""
    if sut is None:
        return ""
    try:
        return _said(sut, "identity") or type(sut).__name__
    except Exception as error:  # somebody else's code may raise anything
        return f"{named(sut)}, whose identity raised {type(error).__name__}"


def _said(sut: object, about: str) -> str:
    """What an adapter says of its system, where it says anything."""
    said = getattr(sut, about, None)
    return in_one_line(unicode(str(said))) if said else ""


def _digest(profile: Path | None) -> str:
    try:
        return hashlib.sha256(profile.read_bytes()).hexdigest() if profile else ""
    except OSError:
        return ""


def _suite(state: Checkout | None) -> Suite:
    """With its commit, where it was looked up."""
    if state is None or not state.commit:
        return Suite("mp107", _version())
    return Suite("mp107", _version(), state.commit, changed=not state.clean)


def _version() -> str:
    try:
        return version("mp107-conformance")
    except PackageNotFoundError:
        return "unpacked"
