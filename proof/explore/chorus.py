"""Everybody who is right, in lock step: what all of them show alike is what a system may be held to."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

from proof.explore.event import Event, Opening
from proof.explore.expectations import Expected, expected
from proof.explore.invariants import invariants
from proof.explore.openness import Admitted
from proof.explore.side import Side, Twin, copied
from rulebook.vocabulary import Outcome
from sut_adapters.port import AuditEntry, AuditTrail
from sut_adapters.trouble import Trouble

KEPT = 256
"""How many moments are remembered; shrinking asks for the same ones again and again."""

Past = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Where everybody stands after an event: `thens` hold for all of them, and so do `always`, which are told only
    where a system breaks one.

    `outcome` and `decisions` are the reference's own, of its last request.
    """

    sides: tuple[Side, ...]
    thens: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    outcome: Outcome | None = None
    decisions: tuple[AuditEntry, ...] = ()


@dataclass
class Chorus:
    """The reference first, and then the other admitted systems, or some of them.

    `seed` decides what no sentence mentions; `ports` are the names of those that the system can be asked through.
    """

    members: tuple[Admitted, ...]
    seed: int
    ports: frozenset[str] = frozenset({"AlertInbox", "AuditTrail"})
    kept: OrderedDict[tuple[Opening, Past], Moment | None] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self.reference = Twin(self.members[0].rulings)

    def at_first(self, opening: Opening) -> Moment | None:
        """After what is given; None where that cannot be had."""
        return self._remembered((opening, ()), lambda: self._opened(opening))

    def after(self, opening: Opening, past: Past, before: Moment, event: Event) -> Moment | None:
        """After one more event; None where it cannot happen, or where the documents do not settle what comes of it."""
        return self._remembered((opening, (*past, event)), lambda: self._heard(opening, before.sides, event))

    def _opened(self, opening: Opening) -> Moment | None:
        self.reference.begin("exploration", self.seed)
        sides = tuple(self.reference.twin(one.rulings, one.build).side() for one in self.members)
        return Moment(sides) if all(opens(side, opening) for side in sides) else None

    def _heard(self, opening: Opening, before: Sequence[Side], event: Event) -> Moment | None:
        """The reference is asked first: what it does not settle need not be asked of the others."""
        sides: list[Side] = []
        wanted: Expected | None = None
        for side in map(copied, before):
            if not _happens(side, event):
                return None
            sides.append(side)
            wanted = wanted or expected(event, opening, side, alerts="AlertInbox" in self.ports)
            if wanted is None or not all(holds(side, text) for text in (*wanted.firm, *wanted.last)):
                return None
        if wanted is None:
            return None
        loose = tuple(text for text in wanted.loose if all(holds(side, text) for side in sides))
        thens = (*wanted.firm, *loose, *wanted.last)
        decisions = cast("AuditTrail", sides[0].scene.estate).last_decisions()
        always = tuple(text for text in invariants(event, self.ports) if holds(sides[0], text))
        return Moment(tuple(sides), thens, always, sides[0].scene.outcome, decisions)

    def _remembered(self, key: tuple[Opening, Past], make: Callable[[], Moment | None]) -> Moment | None:
        if key not in self.kept:
            self.kept[key] = make()
            if len(self.kept) > KEPT:
                self.kept.popitem(last=False)
        self.kept.move_to_end(key)
        return self.kept[key]


def opens(side: Side, opening: Opening) -> bool:
    """Whether what is given can be had, with every device put in place."""
    try:
        for text in opening.given:
            side.say("given", text)
        for device in opening.devices:
            side.scene.device(device)
    except (Trouble, LookupError):
        return False
    return True


def _happens(side: Side, event: Event) -> bool:
    try:
        for kind, text in event.said:
            side.say(kind, text)
    except (Trouble, LookupError):
        return False
    return True


def holds(side: Side, text: str) -> bool:
    """Whether a Then is true of a side."""
    try:
        side.say("then", text)
    except Trouble:
        return False
    return True
