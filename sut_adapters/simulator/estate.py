"""What test control can do to the state: the environment's own staff, as it were. Pure, in names of the cast."""

from dataclasses import replace
from datetime import datetime

from rulebook.readings.registered_party import relevant_meter_points
from rulebook.vocabulary import S1SPS, UserRole
from rulebook.world import World
from sut_adapters.port import Circumstance, DeviceSpec
from sut_adapters.reference.circumstances import Subject, arranged
from sut_adapters.reference.placing import device_of, registration_of, registrations_of, slots_of
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
    device = device_of(spec, state.world, fake, s1sp)
    world = state.world.with_device(device).with_slots(device.device_id, slots_of(spec, user_ids))
    world = replace(world, now=scenario.began)
    new = tuple(registrations_of(spec, device, world, state.rulings, user_ids))
    named = {(registration.meter_point, registration.role) for registration in new}
    kept = tuple(known for known in world.registrations if (known.meter_point, known.role) not in named)
    counted = state.scenario and replace(state.scenario, placed=state.scenario.placed + 1)
    return replace(state, world=replace(world, registrations=kept + new), scenario=counted), device.device_id


def registered(state: State, device: str, role: UserRole, party: str, now: datetime) -> State:
    """The party registered for the device's meter point from today, in place of who was."""
    world = state.world_at(now, {})
    points = relevant_meter_points(role, world.devices[device], state.rulings)
    kept = (known for known in world.registrations if known.role is not role or known.meter_point not in points)
    user_ids = state.settings.user_ids
    new = (registration_of(point, role, party, user_ids, world.now.date()) for point in sorted(points))
    return replace(state, world=replace(world, registrations=(*kept, *new)))


def brought_about(state: State, circumstance: Circumstance, party: str, device: str, now: datetime) -> State:
    """Raises NotExercised where it cannot be had."""
    world = state.world_at(now, {})
    arrived = state.settings.conduct.arrived(circumstance, state.settings.user_ids[party], device, world)
    if arrived is None:
        return state
    return replace(state, world=arranged(world, circumstance, Subject(world.users[arrived], device)))
