"""Who is registered for a device, since when, until when, and in whose copy."""

from pytest_bdd import given, when

from rulebook.vocabulary import DeviceType, UserRole
from steps.phrases import phrase
from steps.scene import Scene
from sut_adapters.port import Circumstance, Circumstances, Estate

DAYS = {
    "begins tomorrow": Circumstance.REGISTRATION_BEGINS_TOMORROW,
    "ended yesterday": Circumstance.REGISTRATION_ENDED_YESTERDAY,
    "ends today": Circumstance.REGISTRATION_ENDS_TODAY,
}


@given(phrase("the registered {role:UserRole} of the {device:DeviceType} is {party:Party}"))
def _(scene: Scene, role: UserRole, device: DeviceType, party: str) -> None:
    scene.specify(device, registered={**scene.specs[device].registered, role: party})


@when(phrase("the registered {role:UserRole} of the {device:DeviceType} becomes {party:Party}"))
def _(scene: Scene, estate: Estate, role: UserRole, device: DeviceType, party: str) -> None:
    handle = scene.device(device)
    scene.before_event()
    estate.register(handle, role, party)


@given(phrase("{party:Party}'s registration for the {device:DeviceType} {day}"))
def _(scene: Scene, circumstances: Circumstances, party: str, device: DeviceType, day: str) -> None:
    scene.arrange(circumstances, DAYS[day], party, device)


@given(phrase("{party:Party} distributes to the {device:DeviceType}'s Export MPAN"))
def _(scene: Scene, circumstances: Circumstances, party: str, device: DeviceType) -> None:
    scene.arrange(circumstances, Circumstance.EXPORT_MPAN_DISTRIBUTED_BY, party, device)


@given(
    phrase(
        "the S1SP's copy of the Registration Data still names {party:Party}"
        " as the {device:DeviceType}'s Import Supplier"
    )
)
def _(scene: Scene, circumstances: Circumstances, party: str, device: DeviceType) -> None:
    scene.arrange(circumstances, Circumstance.S1SP_COPY_NAMES, party, device)
