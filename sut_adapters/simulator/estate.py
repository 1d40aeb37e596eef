"""What test control can do to the state: the environment's own staff, as it were. Pure, in names of the cast."""

from dataclasses import replace
from datetime import datetime

from rulebook.vocabulary import S1SPS, UserRole
from rulebook.world import World
from sut_adapters.port import Circumstance, DeviceSpec
from sut_adapters.reference import placing
from sut_adapters.reference.circumstances import Subject, arranged
from sut_adapters.simulator.state import Scenario, State
from sut_adapters.test_data import seeded


def emptied(state: State, scenario: Scenario | None, now: datetime) -> State:
    """No device, no registration, every User in good standing, nothing under way; releases and inboxes stay."""
    world = World(now, state.settings.users(), devices={})
    return replace(state, world=world, scenario=scenario, pending=(), learned={}, trails={})


def placed(state: State, spec: DeviceSpec, now: datetime) -> tuple[State, str]:
    """The state with one more device, and its EUI-64."""
    scenario = state.scenario or Scenario("", len(state.world.devices), now)
    fake, user_ids = seeded(scenario.seed + scenario.placed), state.settings.user_ids
    s1sp = S1SPS[seeded(scenario.seed).random_int(0, len(S1SPS) - 1)]
    device = placing.device_of(spec, state.world, fake, s1sp)
    world = placing.placed(spec, device, replace(state.world, now=scenario.began), state.rulings, user_ids)
    counted = state.scenario and replace(state.scenario, placed=state.scenario.placed + 1)
    return replace(state, world=world, scenario=counted), device.device_id


def registered(state: State, device: str, role: UserRole, party: str, now: datetime) -> State:
    """The party registered for the device's meter point from today, in place of who was."""
    world = state.world_at(now, {})
    return replace(state, world=placing.registered(role, party, device, world, state.rulings, state.settings.user_ids))


def brought_about(
    state: State, circumstance: Circumstance, party: str, device: str, now: datetime, issue: int = 1
) -> State:
    """Raises NotExercised where it cannot be had."""
    world = state.world_at(now, {})
    arrived = state.settings.conduct.arrived(circumstance, state.settings.user_ids[party], device, world)
    if arrived is None:
        return state
    return replace(state, world=arranged(world, circumstance, Subject(world.users[arrived], device, issue)))
