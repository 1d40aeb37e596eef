"""The reference's world under other User IDs: a seed chooses them, but certificates bear those of the test PKI."""

from collections.abc import Mapping
from dataclasses import replace

from rulebook.model import Registration, World
from rulebook.vocabulary import Certificate


def renamed(world: World, new: Mapping[str, str]) -> World:
    """The same world with `new[user_id]` for each User ID; one that `new` does not know stays."""
    return replace(
        world,
        users={
            new.get(user_id, user_id): replace(user, user_id=new.get(user_id, user_id))
            for user_id, user in world.users.items()
        },
        registrations=_registrations(world.registrations, new),
        s1sp_copies={s1sp: _registrations(copy, new) for s1sp, copy in world.s1sp_copies.items()},
        slots={
            device: {slot: _certificate(stored, new) for slot, stored in slots.items()}
            for device, slots in world.slots.items()
        },
        originator_counters={new.get(user_id, user_id): at for user_id, at in world.originator_counters.items()},
        execution_counters={
            (device, new.get(user_id, user_id)): at for (device, user_id), at in world.execution_counters.items()
        },
    )


def _registrations(known: tuple[Registration, ...], new: Mapping[str, str]) -> tuple[Registration, ...]:
    return tuple(replace(one, user_id=new.get(one.user_id, one.user_id)) for one in known)


def _certificate(stored: Certificate | None, new: Mapping[str, str]) -> Certificate | None:
    return stored and replace(stored, owner=new.get(stored.owner, stored.owner))
