"""Every other Service Request, and sending one again."""

from dataclasses import replace

from pytest_bdd import when

from rulebook.vocabulary import VARIANT_BY_NAME, DeviceType, ServiceRequest
from steps.phrases import phrase
from steps.requests import hand_over, send
from steps.scene import Scene
from sut_adapters.port import S1spGateway, UserGateway


@when(phrase("{sender:Party} sends a '{name:VariantName}' Service Request to the {device:DeviceType}"))
def _(scene: Scene, gateway: UserGateway, sender: str, name: str, device: DeviceType) -> None:
    send(scene, gateway, ServiceRequest(VARIANT_BY_NAME[name], sender, scene.device(device)))


@when(
    phrase(
        "{sender:Party} sends a '{name:VariantName}' Service Request"
        " to join the {joined:DeviceType} to the {device:DeviceType}"
    )
)
def _(scene: Scene, gateway: UserGateway, sender: str, name: str, joined: DeviceType, device: DeviceType) -> None:
    target, other = scene.device(device), scene.device(joined)
    send(scene, gateway, ServiceRequest(VARIANT_BY_NAME[name], sender, target, other_device=other))


@when(
    phrase(
        "the S1SP receives from the DSP {sender:Party}'s '{name:VariantName}' Service Request"
        " to the {device:DeviceType}"
    )
)
def _(scene: Scene, s1sp_gateway: S1spGateway, sender: str, name: str, device: DeviceType) -> None:
    hand_over(scene, s1sp_gateway, ServiceRequest(VARIANT_BY_NAME[name], sender, scene.device(device)))


@when(
    phrase(
        "the S1SP receives from the DSP {sender:Party}'s '{name:VariantName}' Service Request"
        " to join the {joined:DeviceType} to the {device:DeviceType}"
    )
)
def _(scene: Scene, s1sp_gateway: S1spGateway, sender: str, name: str, joined: DeviceType, device: DeviceType) -> None:
    target, other = scene.device(device), scene.device(joined)
    hand_over(scene, s1sp_gateway, ServiceRequest(VARIANT_BY_NAME[name], sender, target, other_device=other))


@when(phrase("{sender:Party} sends the same request again"))
def _(scene: Scene, gateway: UserGateway, sender: str) -> None:
    send(scene, gateway, replace(scene.last_request(), sender=sender))


@when(phrase("{sender:Party} sends the same request again under the same originator counter"))
def _(scene: Scene, gateway: UserGateway, sender: str) -> None:
    send(scene, gateway, replace(scene.last_request(), sender=sender, repeats_counter=True))
