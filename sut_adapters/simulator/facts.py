"""What the DSP knows, as named texts in JSON, and back: how the simulator survives a restart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from rulebook.vocabulary import Component, Release
from rulebook.world import Device, Registration, User
from sut_adapters.simulator.state import Scenario, State

Facts = dict[str, str | None]
"""By name; None where there is nothing to know any more."""

RELEASE: TypeAdapter[Release] = TypeAdapter(Release)
SCENARIO: TypeAdapter[Scenario | None] = TypeAdapter(Scenario | None)
COUNTER, URL = TypeAdapter(int), TypeAdapter(str)
USER, DEVICE, REGISTRATIONS = TypeAdapter(User), TypeAdapter(Device), TypeAdapter(tuple[Registration, ...])


def changed(before: State, after: State) -> Facts:
    """The facts that are new since `before`."""
    return dict(_changed(before, after))


def restored(state: State, facts: Mapping[str, str]) -> State:
    """`state` with everything that was known when the facts were written; without facts, as it is."""
    world = replace(
        state.world,
        users={**state.world.users, **_named(facts, "user/", USER)},
        devices=_named(facts, "device/", DEVICE),
        registrations=tuple(each for known in _named(facts, "registered/", REGISTRATIONS).values() for each in known),
        s1sp_copies={Component(name): copy for name, copy in _named(facts, "copy/", REGISTRATIONS).items()},
    )
    return replace(
        state,
        world=world,
        release=RELEASE.validate_json(facts["release"]) if "release" in facts else state.release,
        scenario=SCENARIO.validate_json(facts["scenario"]) if "scenario" in facts else None,
        told=_named(facts, "told/", COUNTER),
        inboxes=_named(facts, "inbox/", URL),
    )


def _changed(before: State, after: State) -> Iterator[tuple[str, str | None]]:
    world, former = after.world, before.world
    if before.release is not after.release:
        yield "release", RELEASE.dump_json(after.release).decode()
    if before.scenario is not after.scenario:
        yield "scenario", SCENARIO.dump_json(after.scenario).decode()
    yield from _rows("told/", COUNTER, before.told, after.told)
    yield from _rows("inbox/", URL, before.inboxes, after.inboxes)
    yield from _rows("user/", USER, former.users, world.users)
    yield from _rows("device/", DEVICE, former.devices, world.devices)
    yield from _registrations(former.registrations, world.registrations)
    yield from _rows("copy/", REGISTRATIONS, former.s1sp_copies, world.s1sp_copies)


def _rows(
    prefix: str, adapter: TypeAdapter[Any], before: Mapping[Any, Any], after: Mapping[Any, Any]
) -> Iterator[tuple[str, str | None]]:
    if before is after:
        return
    for key, value in after.items():
        if before.get(key) != value:
            yield f"{prefix}{key}", adapter.dump_json(value).decode()
    yield from ((f"{prefix}{key}", None) for key in before if key not in after)


def _registrations(
    before: tuple[Registration, ...], after: tuple[Registration, ...]
) -> Iterator[tuple[str, str | None]]:
    """By meter point, of those that have other registrations than before."""
    if before is after:
        return
    known, kept = {id(each) for each in before}, {id(each) for each in after}
    points = {each.meter_point for each in after if id(each) not in known}
    points |= {each.meter_point for each in before if id(each) not in kept}
    for point in sorted(points):
        own = tuple(each for each in after if each.meter_point == point)
        yield f"registered/{point}", REGISTRATIONS.dump_json(own).decode() if own else None


def _named(facts: Mapping[str, str], prefix: str, adapter: TypeAdapter[Any]) -> dict[str, Any]:
    return {
        name.removeprefix(prefix): adapter.validate_json(text)
        for name, text in sorted(facts.items())
        if name.startswith(prefix)
    }
