"""One sequence on the system under test: each event said to it, and held against what must be true of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast

from harness.asking import Asked, offers
from harness.releases import DeclaredRelease, put_into
from proof.explore.chorus import Chorus, Moment
from proof.explore.event import Event, Opening, Sentence, What
from proof.explore.expectations import with_one_more
from proof.explore.side import Side, listening
from proof.explore.telling import Told, still_given
from rulebook.law import eligibility
from rulebook.vocabulary import Check, Generation, Refused, Release, Rulings
from sut_adapters.port import (
    Disagreement,
    Misconfigured,
    ReleaseControl,
    ScenarioScope,
)
from sut_adapters.trouble import Trouble

UNSUPPORTED = frozenset({Check.DEVICE_TYPE, Check.UNATTESTED})
"""Refusals that may mean no more than that a SMETS1 device does not know the request (as `harness.support` has it)."""


@dataclass(frozen=True, slots=True)
class Disagreed:
    """Where a sequence went apart: after `history`, at `event`, of which `moment` says what must be true.

    `thens` are the sentences to tell it by.
    """

    opening: Opening
    history: tuple[Told, ...]
    event: Event
    moment: Moment
    thens: tuple[str, ...]
    expected: str
    observed: str


@dataclass
class Performance:
    """Plays sequences on one system, beside the reference alone and beside everybody who is right.

    `declared` is its release state where it is not to be switched; `ports` are the names of those that it offers.
    `asked` counts the events that came to their end, by kind; `undecided` the sequences that did not, by reason;
    `unknown` the refusals that may mean no more than that a SMETS1 device does not know the variant.
    """

    system: object
    reference: Chorus
    everybody: Chorus
    declared: Release | None = None
    may_be_at: Callable[[Release], bool] = lambda _: True
    ports: frozenset[str] = frozenset()
    asked: Counter[What] = field(default_factory=Counter)
    undecided: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    played: int = 0

    def play(self, opening: Opening, events: Sequence[Event]) -> Disagreed | None:
        """Beside the reference first, which is quick. What goes apart there is played again beside everybody: without
        the events that the documents do not settle, it may not go apart at all.

        Raises AdapterFault and Misconfigured; every other trouble leaves the sequence undecided.
        """
        try:
            if self._beside(self.reference, opening, events) is None:
                return None
            return self._beside(self.everybody, opening, events)
        except Misconfigured:
            raise
        except Trouble as trouble:
            self.undecided[str(trouble)] += 1
            return None

    def fails(self, said: Sequence[Sentence]) -> bool:
        """Whether the system fails a scenario as it is told."""
        try:
            with self._begun() as side:
                for kind, text in said:
                    side.say(kind, text)
        except Disagreement:
            return True
        except Trouble:
            return False
        return False

    @contextmanager
    def _begun(self) -> Iterator[Side]:
        self.played += 1
        asked, scoped = Asked(self.system), offers(self.system, ScenarioScope)
        if scoped:
            asked.begin(f"exploration {self.played}", self.reference.seed)
        try:
            if self.declared is not None and offers(self.system, ReleaseControl):
                put_into(self.declared, cast("ReleaseControl", asked))
            yield self._side(asked)
        finally:
            if scoped:
                asked.end()

    def _side(self, asked: Asked) -> Side:
        releases = DeclaredRelease(self.declared) if self.declared is not None else None
        return listening(asked, Rulings(), releases)

    def _beside(self, chorus: Chorus, opening: Opening, events: Sequence[Event]) -> Disagreed | None:
        moment = chorus.at_first(opening)
        if moment is None:
            return None
        with self._begun() as side:
            for text in opening.given:
                side.say("given", text)
            for device in opening.devices:
                side.scene.device(device)
            return self._played(side, chorus, opening, moment, events)

    def _played(
        self, side: Side, chorus: Chorus, opening: Opening, moment: Moment, events: Sequence[Event]
    ) -> Disagreed | None:
        history, past = tuple[Told, ...](), tuple[Event, ...]()
        for event in events:
            if event.begins_before and not still_given(history):
                continue
            after = chorus.after(opening, past, moment, event)
            if after is None or not self._in_scope(after):
                continue
            broken = self._held(side, event, after)
            if broken is not None:
                return Disagreed(opening, history, event, after, *broken)
            history, past, moment = (*history, Told(event, after.outcome)), (*past, event), after
        return None

    def _held(self, side: Side, event: Event, after: Moment) -> tuple[tuple[str, ...], str, str] | None:
        """The sentences that say what is wrong after the event, what was expected and what observed; nothing where all
        is as it must be. Raises Trouble where that is not known.
        """
        for kind, text in event.said:
            side.say(kind, text)
        try:
            for text in after.thens:
                side.say("then", text)
        except Disagreement as disagreement:
            if variant := _may_be_unknown(side):
                self.unknown[variant] += 1
                return None
            return after.thens, disagreement.expected, disagreement.observed
        self.asked[event.what] += 1
        for text in after.always:
            try:
                side.say("then", text)
            except Disagreement as disagreement:
                return with_one_more(after.thens, text), disagreement.expected, disagreement.observed
        return None

    def _in_scope(self, after: Moment) -> bool:
        return self.may_be_at(cast("ReleaseControl", after.sides[0].scene.estate).release())


def _may_be_unknown(side: Side) -> str:
    """The variant that a SMETS1 device may not know at all, which no document says; empty where it is not that."""
    request, outcome = side.scene.request, side.scene.outcome
    if request is None or not isinstance(outcome, Refused) or outcome.check not in UNSUPPORTED:
        return ""
    smets1 = any(spec.generation is Generation.SMETS1 for spec in side.scene.specs.values())
    return request.variant if smets1 and eligibility()[request.variant].smets1 == "unknown" else ""
