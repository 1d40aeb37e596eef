"""How a device of the inventory would come into a state, one function for each way, in the order of care. Pure.

Each raises NoWay with the reason, for people, why it is not to be had that way.
"""

from collections.abc import Collection

from rulebook.vocabulary import Certificate, Release, Rulings, ServiceRequest, UserRole
from sut_adapters.duis.end_states import differences
from sut_adapters.duis.estate_profile import LeasableDevice
from sut_adapters.duis.identities import Identities
from sut_adapters.duis.leasing import moves_needed, slots_wanted
from sut_adapters.duis.planting import Means, NoWay, Site, Slots, way
from sut_adapters.port import DeviceSpec


def as_it_is(spec: DeviceSpec, device: LeasableDevice, held: Slots) -> None:
    """Nothing has to be done."""
    _must_be_registered(spec, device)
    if changes := differences(held, slots_wanted(spec, held)):
        raise NoWay(changes)


def planted(spec: DeviceSpec, site: Site, held: Slots, found: Slots, *, handover: bool) -> tuple[ServiceRequest, ...]:
    """The requests that plant what the slots are to hold; there is a way back to how the device was found."""
    _must_be_registered(spec, site.device)
    wanted = slots_wanted(spec, held)
    requests = way(site, held, wanted, handover=handover)
    try:
        way(site, wanted, found, handover=True)
    except NoWay as no_way:
        raise NoWay(f"it could not be given back: {no_way}") from no_way
    return requests


def re_registered(
    spec: DeviceSpec, device: LeasableDevice, held: Slots, parties: Collection[str], *, movable: bool
) -> dict[UserRole, str]:
    """The registrations to move; everybody concerned is among the `parties`, so that they can be moved back."""
    moves = moves_needed(spec, device.registered)
    if not moves:
        raise NoWay("no registration of it is to be moved")
    if not movable:
        _must_be_registered(spec, device)
    if changes := differences(held, slots_wanted(spec, held)):
        raise NoWay(changes)
    for role in moves:
        for party in (moves[role], device.registered.get(role, "whoever is registered")):
            if party not in parties:
                raise NoWay(f"its {role} could not be moved and moved back: the profile has no party called {party}")
    return moves


def means_of(identities: Identities, release: Release | None, rulings: Rulings, device: LeasableDevice) -> Means:
    """What the profile has to plant with."""
    parties = identities.parties
    signing = {name for name, party in parties.items() if party.signer is not None}

    def placeable(one: Certificate) -> bool:
        return one.owner in signing and (one.use, one.issue) in parties[one.owner].certificates

    return Means(release, rulings, signing.__contains__, placeable, device.s1sp)


def _must_be_registered(spec: DeviceSpec, device: LeasableDevice) -> None:
    for role, party in moves_needed(spec, device.registered).items():
        has = device.registered.get(role, "nobody whom the profile names")
        raise NoWay(f"its registered {role} is {has}, not {party}")
