"""SRV 6.15.1, Update Security Credentials (KRP): who places whose certificates in which slots."""

from pytest_bdd import given, when

from rulebook.vocabulary import (
    HIGHEST_FLOOR,
    Accepted,
    CertificateUse,
    DeviceType,
    Refused,
    ServiceRequest,
    Variant,
    describe,
)
from steps.phrases import SLOT_WORDS, SlotWords, phrase
from steps.requests import certificates_of, hand_over, renewed_certificates_of, send, update
from steps.scene import Scene
from sut_adapters.port import UNKNOWN_DEVICE, NotExercised, S1spGateway, UserGateway

NETWORK_OPERATOR_SLOTS = SLOT_WORDS["Network Operator slots"]
PLACES = "{sender:Party} places {owner:Party}'s certificates in the {device:DeviceType}'s {slots:Slots}"


@when(phrase(PLACES))
@when(
    phrase("{sender:Party} places {owner:Party}'s certificate in the {device:DeviceType}'s {slots:Slots}"),
)
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    send(scene, gateway, update(scene, sender, certificates_of(scene, owner, slots.uses), device, slots))


@when(phrase("{sender:Party} places {owner:Party}'s renewed certificates in the {device:DeviceType}'s {slots:Slots}"))
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    send(scene, gateway, update(scene, sender, renewed_certificates_of(scene, owner), device, slots))


@when(phrase(PLACES + " at a later date"))
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    placed = certificates_of(scene, owner, slots.uses)
    send(scene, gateway, update(scene, sender, placed, device, slots, future_dated=True))


@when(phrase(PLACES + " with the highest floor sequence number"))
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    placed = certificates_of(scene, owner, slots.uses)
    send(scene, gateway, update(scene, sender, placed, device, slots, floor=HIGHEST_FLOOR))


@when(phrase(PLACES + " under Command Variant {number:Number}"))
def _(
    scene: Scene,
    gateway: UserGateway,
    sender: str,
    owner: str,
    device: DeviceType,
    slots: SlotWords,
    number: int,
) -> None:
    placed = certificates_of(scene, owner, slots.uses)
    send(scene, gateway, update(scene, sender, placed, device, slots, command_variant=number))


@when(phrase("{sender:Party} places no certificate in the {device:DeviceType}'s Network Operator slots"))
def _(scene: Scene, gateway: UserGateway, sender: str, device: DeviceType) -> None:
    send(scene, gateway, update(scene, sender, (), device, NETWORK_OPERATOR_SLOTS))


@when(
    phrase(
        "{sender:Party} places {signing:Party}'s signing certificate and {agreeing:Party}'s key agreement certificate"
        " in the {device:DeviceType}'s Network Operator slots"
    )
)
def _(scene: Scene, gateway: UserGateway, sender: str, signing: str, agreeing: str, device: DeviceType) -> None:
    placed = certificates_of(scene, signing, (CertificateUse.DIGITAL_SIGNING,))
    placed += certificates_of(scene, agreeing, (CertificateUse.KEY_AGREEMENT,))
    send(scene, gateway, update(scene, sender, placed, device, NETWORK_OPERATOR_SLOTS))


@when(
    phrase(
        "{sender:Party} places {owner:Party}'s certificates in the Network Operator slots"
        " of a device that the inventory does not hold"
    )
)
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str) -> None:
    placed = certificates_of(scene, owner, NETWORK_OPERATOR_SLOTS.uses)
    variant = Variant.UPDATE_SECURITY_CREDENTIALS_KRP
    send(scene, gateway, ServiceRequest(variant, sender, UNKNOWN_DEVICE, NETWORK_OPERATOR_SLOTS.role, placed))


@when(
    phrase(
        "the S1SP receives from the DSP {sender:Party}'s request to place {owner:Party}'s certificates"
        " in the {device:DeviceType}'s {slots:Slots}"
    )
)
def _(scene: Scene, s1sp_gateway: S1spGateway, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    request = update(scene, sender, certificates_of(scene, owner, slots.uses), device, slots)
    hand_over(scene, s1sp_gateway, request)


@given(phrase("{sender:Party} has placed {owner:Party}'s certificates in the {device:DeviceType}'s {slots:Slots}"))
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    send(scene, gateway, update(scene, sender, certificates_of(scene, owner, slots.uses), device, slots))
    if scene.outcome != Accepted():
        raise NotExercised(f"{sender}'s earlier request should have been carried out: {_ended(scene)}")


@given(
    phrase("{sender:Party} has tried to place {owner:Party}'s certificates in the {device:DeviceType}'s {slots:Slots}")
)
def _(scene: Scene, gateway: UserGateway, sender: str, owner: str, device: DeviceType, slots: SlotWords) -> None:
    send(scene, gateway, update(scene, sender, certificates_of(scene, owner, slots.uses), device, slots))
    if not isinstance(scene.outcome, Refused):
        raise NotExercised(f"{sender}'s earlier request should have been refused: {_ended(scene)}")


def _ended(scene: Scene) -> str:
    return describe(scene.outcome) if scene.outcome else "it has no end"
