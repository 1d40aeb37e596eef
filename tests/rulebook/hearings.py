"""One request of the small world as one component hears it."""

from dataclasses import replace

from rulebook.law import points, rulings
from rulebook.model import RIGHT, Build, World
from rulebook.model.build import CheckFunction, Hearing
from rulebook.vocabulary import SECMP0107, Check, Component, Release, ServiceRequest, UserStatus
from tests.rulebook.worlds import WORLD

POINTS = {key.replace(".", "_").replace("-", "_"): key for key in points()}


def hearing(
    request: ServiceRequest,
    component: Component = Component.DSP,
    *,
    world: World = WORLD,
    release: Release = SECMP0107,
    build: Build = RIGHT,
    **ruled: str,
) -> Hearing:
    """`ruled` by the keys of points, with an underscore for each dot or hyphen in them: `O3_dsp="role-first"`."""
    by_point = {POINTS[key]: reading for key, reading in ruled.items()}
    return Hearing(request, component, world, release, rulings(by_point), build)


def found(check: CheckFunction, heard: Hearing) -> tuple[Component, Check, str, bool, str] | None:
    """What a check finds, as a plain tuple; None where it does not concern the request."""
    one = check(heard)
    return (one.component, one.check, one.clause, one.holds, one.because) if one else None


def suspended(name: str) -> World:
    """The world with that User suspended."""
    return WORLD.with_user(replace(WORLD.users[name], status=UserStatus.SUSPENDED))
