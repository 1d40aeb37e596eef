"""The search: Hypothesis draws sequences, and makes the first that goes apart as short as it can."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, Verbosity, configuration, given, seed, settings
from hypothesis import strategies as some
from hypothesis.errors import Flaky

from harness.asking import offers
from harness.declarations import Profile
from proof.explore.chorus import Chorus
from proof.explore.event import NEEDS, Event, Opening, What
from proof.explore.events import BY_KIND
from proof.explore.finding import finding, told
from proof.explore.openings import openings, releases
from proof.explore.openness import admitted
from proof.explore.performance import Disagreed, Performance
from proof.explore.report import Exploration
from proof.explore.shortening import shortened
from rulebook.vocabulary import Release, Rulings
from sut_adapters.port import (
    AlertInbox,
    AuditTrail,
    Circumstances,
    Estate,
    Misconfigured,
    SlotInspection,
)

Progress = Callable[[int, bool], None]
"""Told how many sequences have been played, and whether one went apart and is being made shorter."""

NEEDED = (Estate, SlotInspection)
OTHERS: Mapping[Callable[..., object], str] = {
    AlertInbox: "who receives an S1SP Alert",
    AuditTrail: "records in the audit trail",
    Circumstances: "suspended Users, thresholds, dated registrations",
}
"""Ports without which sequences are poorer, and what is then missing from them."""

UNKNOWN = "refused, and no document says whether such a device knows it"


class WentApart(Exception):
    """For Hypothesis, which makes whatever raises it shorter."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to explore: `declared` is the release state where it is not to be switched."""

    sut: str
    system: object
    rulings: Rulings
    profile: Profile = field(default_factory=Profile)
    declared: Release | None = None
    steps: int = 8
    examples: int = 300
    seed: int = 107


def explore(wanted: Wanted, progress: Progress = lambda _, __: None) -> Exploration:
    """Raises Misconfigured where there is nothing to explore, AdapterFault where the adapter is wrong."""
    left_out = _left_out(wanted)
    kinds = [kind for kind in What if kind not in left_out]
    ports = frozenset(port.__name__ for port in OTHERS if not _why_not(wanted, port))
    everybody = admitted(wanted.rulings)
    performance = Performance(
        wanted.system,
        Chorus(everybody[:1], wanted.seed, ports),
        Chorus(everybody, wanted.seed, ports),
        declared=wanted.declared,
        may_be_at=_may_be_at(wanted),
        ports=ports,
    )
    disagreed = _found(wanted, performance, kinds, progress)
    found = finding(disagreed, replayed=performance.fails(told(disagreed))) if disagreed else None
    poorer = {what: reason for port, what in OTHERS.items() if (reason := _why_not(wanted, port))}
    unknown = {f"SRV {variant} on a SMETS1 device": UNKNOWN for variant in sorted(performance.unknown)}
    return Exploration(
        sut=wanted.sut,
        seed=wanted.seed,
        steps=wanted.steps,
        examples=wanted.examples,
        sequences=performance.played,
        asked={kind.value: performance.asked[kind] for kind in What if performance.asked[kind]},
        left_out={**{kind.value: why for kind, why in left_out.items()}, **poorer, **unknown},
        undecided=dict(performance.undecided),
        finding=found,
    )


def _found(wanted: Wanted, performance: Performance, kinds: list[What], progress: Progress) -> Disagreed | None:
    """The shortest sequence that went apart, if one did."""
    last: list[Disagreed] = []

    def play(opening: Opening, events: list[Event]) -> None:
        progress(performance.played, bool(last))
        if disagreed := performance.play(opening, events):
            last.append(disagreed)
            raise WentApart

    @seed(wanted.seed)
    @settings(
        max_examples=wanted.examples,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
        print_blob=False,
    )
    @given(_sequences(wanted, performance, kinds))
    def search(drawn: tuple[Opening, list[Event]]) -> None:
        play(*drawn)

    try:
        with _no_folder_of_its_own():
            search()
    except (WentApart, Flaky):
        pass
    return shortened(performance, last[-1]) if last else None


@some.composite
def _sequences(
    draw: some.DrawFn, wanted: Wanted, performance: Performance, kinds: list[What]
) -> tuple[Opening, list[Event]]:
    states = releases([wanted.declared] if wanted.declared else None).filter(performance.may_be_at)
    opening = draw(openings(states, hitches="Circumstances" in performance.ports))
    weighed = [*kinds[:1] * 4, *kinds, *(kind for kind in kinds if kind is What.RESTART)]
    events = some.sampled_from(weighed).flatmap(lambda kind: BY_KIND[kind](opening.home))
    return opening, draw(some.lists(events, min_size=1, max_size=wanted.steps))


def _left_out(wanted: Wanted) -> Mapping[What, str]:
    """The kinds of event for which the system has no port, each with the reason."""
    for port in NEEDED:
        if reason := _why_not(wanted, port):
            raise Misconfigured(f"{reason}, and nothing can be explored without it")
    reasons = {kind: next(filter(None, (_why_not(wanted, port) for port in NEEDS[kind])), "") for kind in What}
    if wanted.declared is not None:
        reasons[What.SWITCH] = f"the system is declared to be at {wanted.declared}"
    elif reasons[What.SWITCH]:
        raise Misconfigured(f"{reasons[What.SWITCH]}: say what state it is in with --release or in the profile")
    missing = {kind: reason for kind, reason in reasons.items() if reason}
    if not set(What) - set(missing) - {What.REGISTRATION, What.SWITCH, What.RESTART, What.ALERT}:
        raise Misconfigured(f"no request can be sent: {missing[What.REQUEST]}")
    return missing


def _why_not(wanted: Wanted, port: Callable[..., object]) -> str:
    if reason := wanted.profile.why_no_port(port.__name__):
        return f"{wanted.sut} has no {port.__name__}: {reason}"
    return "" if offers(wanted.system, port) else f"{wanted.sut} does not offer {port.__name__}"


def _may_be_at(wanted: Wanted) -> Callable[[Release], bool]:
    return lambda release: not wanted.profile.why_not_at(release)


@contextmanager
def _no_folder_of_its_own() -> Iterator[None]:
    """Hypothesis keeps notes in a folder where it is called; these are thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        configuration.set_hypothesis_home_dir(folder)
        try:
            yield
        finally:
            configuration.set_hypothesis_home_dir(None)
