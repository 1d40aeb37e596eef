"""From a place in a population to a device: identifiers, slots, registrations, and what is expected of it."""

from dataclasses import dataclass

from rulebook.vocabulary import Component, Slot
from sut_adapters.s1sp_database.population_days import Days
from sut_adapters.s1sp_database.population_operators import (
    CORRECTABLE,
    CURLEW,
    ED,
    GT,
    HANDED_ON,
    HERON,
    NORTHMOORS_SECOND,
    OLDER,
    STRANGER,
    TROUBLED,
    Licence,
)
from sut_adapters.s1sp_database.population_registrations import other_mpan, rows
from sut_adapters.s1sp_database.population_stories import ESME, Held, Point, Story

GOOD = {role: [each for each in CORRECTABLE if each.role is role] for role in (ED, GT)}
BY_PARTICIPANT = {each.market_participant: each for each in reversed((*CORRECTABLE, *TROUBLED))}
SECONDARY = (Point.OWN_SECONDARY, Point.OTHER_SECONDARY)
EXPORT = (Point.OWN_EXPORT, Point.SISTER_EXPORT, Point.OTHER_EXPORT, Point.UNREGISTERED_EXPORT)
HEXADECIMAL = [f"{octet:02X}" for octet in range(256)]


@dataclass(frozen=True, slots=True)
class Planted:
    """One Network Operator slot that is no ordinary correct one, and what has to become of it.

    `expects` is `corrected`, empty (right as it is) or the reason for which it is left alone; `operator` the one that
    is registered, `owner` whose certificate a corrected slot holds; `wrong` is whether it is another operator's.
    """

    device_id: str
    slot: Slot
    s1sp: str
    cohort: str
    device_type: str
    story: str
    expects: str
    wrong: bool
    counted: bool
    operator: str
    owner: str


@dataclass(frozen=True, slots=True)
class Device:
    """Rows of the tables `devices` and `registrations`; `held` has whose certificates, slot by slot as SLOTS."""

    row: tuple[str | None, ...]
    held: tuple[Licence | None, Licence | None, Licence | None, Licence | None]
    home: Licence
    registrations: tuple[tuple[str | None, ...], ...]


SLOTS = tuple(sorted(Slot))
"""The order in which a device's slots are stored: critical before non-critical, Network Operator before Supplier."""


def device_id(place: int) -> str:
    """Locally administered, and in the order of places."""
    a, b, c, d = place.to_bytes(4)
    return f"02-4D-50-44-{HEXADECIMAL[a]}-{HEXADECIMAL[b]}-{HEXADECIMAL[c]}-{HEXADECIMAL[d]}"


def home_of(place: int, story: Story) -> Licence:
    """The operator registered for the device."""
    if story.operator:
        return BY_PARTICIPANT[story.operator]
    good = GOOD[ED if story.device_type is ESME else GT]
    return good[place // 2 % len(good)]


def device(place: int, s1sp: Component, cohort: str, story: Story, days: Days) -> Device:
    """The one of this kind in this place."""
    home = home_of(place, story)
    mpxn = meter_point(place, home)
    row = (
        device_id(place),
        story.device_type.value,
        None if story.name == "no-gas-meter" else mpxn,
        other_mpan("9", mpxn) if story.point in SECONDARY else None,
        other_mpan("8", mpxn) if story.point in EXPORT else None,
        story.generation,
        story.status,
        s1sp.value,
        cohort,
    )
    supplier = CURLEW if story.device_type is ESME else HERON
    critical, non_critical = _licence(story.critical, home), _licence(story.non_critical, home)
    registered = rows(story, mpxn, home, other(home), days)
    return Device(row, (critical, supplier, non_critical, supplier), home, registered)


def meter_point(place: int, home: Licence) -> str:
    """An Import MPAN that begins with the licence area, or an MPRN."""
    return f"{home.licence_area}{place:011d}" if home.role is ED else f"{place + 1:010d}"


def planted(device: Device, story: Story) -> list[Planted]:
    """What is expected of the two slots of the device."""
    identifier, kind, *_, s1sp, cohort = device.row
    return [
        Planted(
            str(identifier),
            slot,
            str(s1sp),
            str(cohort),
            str(kind),
            story.name,
            reason,
            story.shows_wrong(held, reason),
            story.is_wrong,
            device.home.operator,
            device.home.eui,
        )
        for slot, (held, reason) in zip(SLOTS[::2], story.slots, strict=True)
    ]


def other(home: Licence, which: int = 0, role: object = None) -> Licence:
    """Another operator of the role, or of the other."""
    found = [each for each in CORRECTABLE if each.role is (role or home.role) and each.operator != home.operator]
    return found[which % len(found)]


def _licence(held: Held, home: Licence) -> Licence | None:
    match held:
        case Held.OWN:
            return home
        case Held.SECOND:
            return NORTHMOORS_SECOND
        case Held.OLDER:
            return next(each for each in OLDER if each.number == home.number)
        case Held.OTHER:
            return other(home)
        case Held.THIRD:
            return other(home, 1)
        case Held.OTHER_FUEL:
            return other(home, 0, GT if home.role is ED else ED)
        case Held.SUPPLIER:
            return CURLEW
        case Held.STRANGER:
            return STRANGER
        case Held.HANDED_ON:
            return HANDED_ON
    return None
