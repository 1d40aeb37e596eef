"""How a Network Operator certificate comes to be stored in the first place (FIA 3.2)."""

from pytest_bdd import given, when

from rulebook.vocabulary import Accepted, DeviceType, describe
from steps.phrases import phrase
from steps.requests import handover, send
from steps.scene import Scene
from sut_adapters.port import Circumstance, Circumstances, NotExercised, UserGateway


@given(phrase("the Supplier's Migration Authorisation put {owner:Party}'s certificates on the {device:DeviceType}"))
def _(scene: Scene, circumstances: Circumstances, owner: str, device: DeviceType) -> None:
    scene.arrange(circumstances, Circumstance.MIGRATION_AUTHORISATION, owner, device)


@given(phrase("the Dormant Meter Migration response put {owner:Party}'s certificates on the {device:DeviceType}"))
def _(scene: Scene, circumstances: Circumstances, owner: str, device: DeviceType) -> None:
    scene.arrange(circumstances, Circumstance.DORMANT_METER_RESPONSE, owner, device)


@given(phrase("the Migration Control Centre put {owner:Party}'s certificates on the {device:DeviceType}"))
def _(scene: Scene, circumstances: Circumstances, owner: str, device: DeviceType) -> None:
    scene.arrange(circumstances, Circumstance.MIGRATION_CONTROL_CENTRE, owner, device)


@given(
    phrase(
        "{sender:Party} has put {owner:Party}'s certificates on the {device:DeviceType}"
        " by a 'Request Handover Of DCC Controlled Device' Service Request"
    )
)
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType) -> None:
    outcome = gateway.send(handover(scene, sender, owner, device))
    if outcome != Accepted():
        raise NotExercised(f"the wrong certificate could not be planted: {describe(outcome)}")


@when(
    phrase(
        "{sender:Party} puts {owner:Party}'s certificates on the {device:DeviceType}"
        " by a 'Request Handover Of DCC Controlled Device' Service Request"
    )
)
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType) -> None:
    send(scene, gateway, handover(scene, sender, owner, device))
