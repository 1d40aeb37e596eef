"""How sequences begin: a release state, one home, whose certificates its devices hold, and now and then a hitch."""

from collections.abc import Sequence

from hypothesis import strategies as some

from proof.explore.event import Installed, Opening
from proof.explore.parties import operators, suppliers
from rulebook.vocabulary import BASELINE, S1SPS, SECMP0107, Component, DeviceType, Generation, Release

ESME, GPF, GSME = DeviceType.ESME, DeviceType.GPF, DeviceType.GSME
HOMES: tuple[tuple[DeviceType, ...], ...] = ((ESME,), (GPF,), (ESME, GPF, GSME))


def words_of_release(release: Release) -> tuple[str, ...]:
    """The Givens that put a system into a state of release."""
    base = SECMP0107 if release.dsp else BASELINE
    deviating = [s1sp for s1sp in S1SPS if release.in_force_at(s1sp) is not base.in_force_at(s1sp)]
    has = "has not" if release.dsp else "has"
    first = "SECMP0107 is in force" if release.dsp else "SECMP0107 is not in force"
    return (first, *(f"{s1sp} {has} deployed SECMP0107" for s1sp in deviating))


def releases(admitted: Sequence[Release] | None = None) -> some.SearchStrategy[Release]:
    """The state of a system: one of these, or any of the sixteen, the two whole ones first."""
    if admitted:
        return some.sampled_from(admitted)
    s1sps = some.fixed_dictionaries({s1sp: some.booleans() for s1sp in S1SPS})
    return some.sampled_from([SECMP0107, BASELINE]) | some.builds(Release, some.booleans(), s1sps)


@some.composite
def openings(draw: some.DrawFn, states: some.SearchStrategy[Release], *, hitches: bool) -> Opening:
    """`hitches` where the system offers Circumstances."""
    devices = draw(some.sampled_from(HOMES))
    registered = [draw(some.sampled_from(operators(device))) for device in devices[:2]]
    said = [*words_of_release(draw(states)), draw(_enrolments(devices, registered))]
    home = []
    for device, operator in zip(devices, (*registered, *registered[1:]), strict=False):
        holder = draw(_holders(device, operator))
        home.append(Installed(device, operator, holder))
        said += [] if holder == operator else [f"the {device}'s Network Operator slots hold {holder}'s certificates"]
    said += draw(_other_suppliers(devices[0]))
    said += draw(_hitches(devices[0])) if hitches else []
    return Opening(tuple(said), tuple(home))


@some.composite
def _enrolments(draw: some.DrawFn, devices: Sequence[DeviceType], registered: Sequence[str]) -> str:
    generation = draw(some.sampled_from([Generation.SMETS1, Generation.SMETS1, Generation.SMETS2]))
    s1sps: tuple[Component | None, ...] = (None, *S1SPS) if generation is Generation.SMETS1 else (None,)
    s1sp = draw(some.sampled_from(s1sps))
    named = devices[0] if len(devices) == 1 else "dual-fuel installation"
    served = f" served by {s1sp} and" if s1sp else ""
    return f"a {generation} {named}{served} registered to {' and '.join(registered)}"


def _holders(device: DeviceType, operator: str) -> some.SearchStrategy[str]:
    """One of the same fuel, by mistake or not, and by mistake first."""
    others = [party for party in operators(device) if party != operator]
    return some.sampled_from([*others, operator])


def _other_suppliers(device: DeviceType) -> some.SearchStrategy[list[str]]:
    """Mostly the registered one; now and then another's certificates are in the slots."""
    other = f"the {device}'s Supplier slots hold {suppliers(device)[1]}'s certificates"
    return some.sampled_from([[], [], [], [other]])


def _hitches(device: DeviceType) -> some.SearchStrategy[list[str]]:
    """Mostly none."""
    party = some.sampled_from([*operators(device), *suppliers(device)])
    hitch = some.one_of(
        party.map(lambda name: f"{name} is suspended as a User"),
        party.map(lambda name: f"{name} has reached its anomaly threshold"),
        party.map(lambda name: f"{name}'s registration for the {device} begins tomorrow"),
        party.map(lambda name: f"{name}'s registration for the {device} ended yesterday"),
        some.just(f"the {device} has the status Decommissioned"),
    )
    return some.one_of(some.just([]), some.just([]), hitch.map(lambda text: [text]))
