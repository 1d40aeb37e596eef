"""Given a device: its generation, who serves it, whom it is registered to, and what it shares a hub with."""

from pytest_bdd import given

from rulebook.vocabulary import NETWORK_OPERATOR_ROLE, Component, DeviceStatus, DeviceType, Generation
from steps.phrases import phrase
from steps.scene import Scene


def enrolled(scene: Scene, device: DeviceType, operator: str, **said: object) -> None:
    """A device registered to its network operator."""
    scene.specify(device, registered={NETWORK_OPERATOR_ROLE[device]: operator}, **said)


@given(phrase("a {generation:Generation} {device:DeviceType} registered to {operator:Party}"))
def _(scene: Scene, generation: Generation, device: DeviceType, operator: str) -> None:
    enrolled(scene, device, operator, generation=generation)


@given(phrase("a SMETS1 {device:DeviceType} served by {s1sp:S1sp} and registered to {operator:Party}"))
def _(scene: Scene, device: DeviceType, s1sp: Component, operator: str) -> None:
    enrolled(scene, device, operator, s1sp=s1sp)


@given(
    phrase(
        "a {generation:Generation} {device:DeviceType} on another Communications Hub Function,"
        " registered to {operator:Party}"
    )
)
def _(scene: Scene, generation: Generation, device: DeviceType, operator: str) -> None:
    enrolled(scene, device, operator, generation=generation, hub="other premises")


@given(
    phrase("a {generation:Generation} dual-fuel installation registered to {distributor:Party} and {transporter:Party}")
)
def _(scene: Scene, generation: Generation, distributor: str, transporter: str) -> None:
    enrolled(scene, DeviceType.ESME, distributor, generation=generation)
    enrolled(scene, DeviceType.GPF, transporter, generation=generation)
    enrolled(scene, DeviceType.GSME, transporter, generation=generation)


@given(
    phrase(
        "a SMETS1 dual-fuel installation served by {s1sp:S1sp}"
        " and registered to {distributor:Party} and {transporter:Party}"
    )
)
def _(scene: Scene, s1sp: Component, distributor: str, transporter: str) -> None:
    enrolled(scene, DeviceType.ESME, distributor, s1sp=s1sp)
    enrolled(scene, DeviceType.GPF, transporter, s1sp=s1sp)
    enrolled(scene, DeviceType.GSME, transporter, s1sp=s1sp)


@given(phrase("the {device:DeviceType} has the status {status:DeviceStatus}"))
def _(scene: Scene, device: DeviceType, status: DeviceStatus) -> None:
    scene.specify(device, status=status)
