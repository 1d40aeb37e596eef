"""The reference's MessageEndpoint: real messages to the simulator's endpoint, in process.

Imported only when a scenario posts one: a test PKI is minted then, once for the process.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from rulebook.model import Build, Transition, World
from rulebook.vocabulary import Generation, Release, Rulings, ServiceRequest, Tampering
from sut_adapters.duis.evidence import Way, WireMessage
from sut_adapters.duis.schemas import VARIABLE, Schemas
from sut_adapters.port import NotApplicable, NotExercised
from sut_adapters.reference.renaming import renamed
from sut_adapters.reference.understood_messages import Understood, pre_command_in, understood
from sut_adapters.reference.written_messages import (
    ready_to_send,
    service_for,
    usual_command_variant,
    written,
    written_again,
)
from sut_adapters.simulator.endpoint import receive
from sut_adapters.simulator.exchange import Reaction, Service
from sut_adapters.simulator.scrutiny import THOROUGH, Scrutiny
from sut_adapters.simulator.settings import Settings
from sut_adapters.simulator.state import State
from sut_adapters.smki.mint import mint
from sut_adapters.smki.pki import TestPki

SEED = 107
"""Of the keys, which never leave the process."""

NEEDS_HISTORY = frozenset({Tampering.REPLAYED_COUNTER, Tampering.LOWER_COUNTER})


@cache
def _pki(at: datetime) -> TestPki:
    return mint(SEED, at)


@cache
def _settings(at: datetime, schemas: str) -> Settings:
    return Settings.of(_pki(at), Schemas.load(Path(schemas)) if schemas else None)


class InProcessEndpoint:
    """Keeps for one scenario what the law's world does not: which counters were heard, which requests acted on."""

    def __init__(
        self,
        user_ids: Mapping[str, str],
        schemas: Path | None,
        now: datetime,
        build: Build,
        scrutiny: Scrutiny | None,
        seed: int = 0,
    ) -> None:
        """The `seed` decides which certificate of a party is which issue of it."""
        self._pki = _pki(now).dealt(seed)
        usual = _settings(now, str(schemas or os.environ.get(VARIABLE, ""))).dealt(self._pki)
        self._settings = replace(usual, build=build, scrutiny=scrutiny or THOROUGH)
        self._certified = {user_ids[name]: user_id for name, user_id in self._settings.user_ids.items()}
        self._own = {user_id: own for own, user_id in self._certified.items()}
        self._state: State | None = None
        self.messages: list[WireMessage] = []

    def post(
        self, world: World, request: ServiceRequest, tampering: Tampering | None, release: Release, rulings: Rulings
    ) -> Transition:
        """A request by name, in the world by the scenario's User IDs, to its end."""
        before = self._at(renamed(world, self._certified), release, rulings)
        sender = self._pki.user_id[request.sender]
        self._check_means(request, tampering, heard=sender in before.told)
        counters = before.world.originator_counters
        counter = counters.get(sender, 0) + (not request.repeats_counter)
        ended = self._exchanged(before, request, tampering, counter)
        after = replace(ended.state.world, originator_counters={**counters, sender: counter})
        self._state = replace(ended.state, world=after)
        return Transition(
            renamed(after, self._own),
            ended.outcome,
            ended.state.trails.get(ended.request_id, ()),
            tuple(
                replace(alert, recipient=self._own[alert.recipient])
                for alert in ended.messages
                if alert.recipient in self._own
            ),
        )

    def _at(self, world: World, release: Release, rulings: Rulings) -> State:
        """What was kept, in a world that other ports may have changed since."""
        if self._state is None:
            return State(self._settings, world, release, rulings)
        return replace(self._state, world=world, release=release, rulings=rulings)

    def _exchanged(
        self, before: State, request: ServiceRequest, tampering: Tampering | None, counter: int
    ) -> Understood:
        now, device = before.world.now, before.world.devices.get(request.target)
        generation = device.generation if device else Generation.SMETS1
        command_variant = usual_command_variant(request, generation, before.rulings)
        ready = ready_to_send(self._pki, request, counter, command_variant)
        heard = before.told.get(ready.originator, 0)
        document = written(self._pki, request, ready, tampering, heard)
        reaction = self._received(service_for(ready, tampering), document, before, ready.originator)
        if (pre_command := pre_command_in(reaction)) is not None:
            again = written_again(self._pki, request, ready, pre_command)
            reaction = self._received(Service.SEND_COMMAND, again, reaction.state, ready.originator)
        ended = understood(reaction, request.variant, device.s1sp if device else None, now)
        self.messages += (WireMessage(now, Way.PUSHED, push.user_id, "", push.document) for push in ended.pushes)
        return ended

    def _received(self, service: Service, document: bytes, before: State, sender: str) -> Reaction:
        now = before.world.now
        reaction = receive(service, document, before, now)
        self.messages.append(WireMessage(now, Way.SENT, sender, service, document))
        self.messages.append(WireMessage(now, Way.ANSWERED, sender, f"HTTP {reaction.status}", reaction.reply))
        return reaction

    def _check_means(self, request: ServiceRequest, tampering: Tampering | None, *, heard: bool) -> None:
        if tampering is Tampering.SCHEMA_INVALID and self._settings.schemas is None:
            raise NotApplicable(f"no DUIS schemas are here to judge it by; name a folder that has them in {VARIABLE}")
        if tampering in NEEDS_HISTORY and not heard:
            raise NotExercised(f"{request.sender} has had no message carried out whose counter could come again")
