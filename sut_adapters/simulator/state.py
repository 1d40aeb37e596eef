"""Everything that the simulator knows at one moment, as a value: no socket, no database, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from rulebook.model import Finding, World
from rulebook.vocabulary import Certificate, Release, RemotePartyRole, Rulings, ServiceRequest
from sut_adapters.simulator.settings import Settings

REMEMBERED_TRAILS = 50
REMEMBERED_REQUESTS = 500


@dataclass(frozen=True, slots=True)
class Work:
    """A request that the DSP has acknowledged and not yet seen to its end.

    `document` is the message as it came, from which all the rest follows. `asked` are the roles that an SRV 6.24.1 asks
    for. `handed_over` came straight to the S1SP, without the DSP's own checks. `trail` is what the DSP found.
    """

    request_id: str
    document: bytes
    received: datetime
    request: ServiceRequest
    counter: int
    version: str
    asked: tuple[RemotePartyRole, ...] = ()
    handed_over: bool = False
    trail: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """What the world was last emptied for. `began` is the moment by whose date registrations are judged until its end.

    `placed` counts the devices that came since.
    """

    name: str
    seed: int
    began: datetime
    placed: int = 0


@dataclass(frozen=True)
class State:
    """`settings`, `world`, `release` and `rulings` are enough to begin with.

    `pending` is oldest first. `told` is the highest originator counter of a Critical request that each User has had
    carried out and been told so. `answered` are the latest requests that were acted on, by RequestID, and `trails` the
    decisions on the latest that ended, oldest first. `learned` are certificates that requests brought and `settings`
    does not know. `inboxes` are the addresses of Receive Response Services by User ID.
    """

    settings: Settings
    world: World
    release: Release
    rulings: Rulings
    pending: tuple[Work, ...] = ()
    told: Mapping[str, int] = field(default_factory=dict)
    answered: tuple[str, ...] = ()
    learned: Mapping[Certificate, bytes] = field(default_factory=dict)
    trails: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    scenario: Scenario | None = None
    inboxes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def fresh(cls, settings: Settings, release: Release, rulings: Rulings, now: datetime) -> "State":
        """The cast, and not one device."""
        return cls(settings, World(now, settings.users(), devices={}), release, rulings)

    def certificate(self, certificate: Certificate) -> bytes:
        """The DER of a certificate, its owner by Entity Identifier; KeyError for one that nobody has brought."""
        known = self.settings.certificates.get(certificate)
        return self.learned[certificate] if known is None else known

    def world_at(self, now: datetime, counters: Mapping[str, int]) -> World:
        """The world on the day by which registrations are judged; `counters` is the last counter of each User."""
        today = self.scenario.began if self.scenario else now
        return replace(self.world, now=today, originator_counters=counters)

    def with_learned(self, certificates: Mapping[Certificate, bytes]) -> "State":
        """This state with certificates that it may not know yet."""
        new = {each: der for each, der in certificates.items() if each not in self.settings.certificates}
        return replace(self, learned={**self.learned, **new}) if new else self

    def without(self, work: Work) -> "State":
        """This state with one piece of work no longer pending."""
        return replace(self, pending=tuple(other for other in self.pending if other is not work))

    @property
    def last_to_end(self) -> str:
        """The RequestID of the request that ended last; empty where none has."""
        return list(self.trails)[-1] if self.trails else ""

    def with_trail(self, request_id: str, trail: tuple[Finding, ...]) -> "State":
        """The decisions on one more request, and on the latest ones before it."""
        kept = [known for known in self.trails.items() if known[0] != request_id][-REMEMBERED_TRAILS:]
        return replace(self, trails={**dict(kept), request_id: trail})
